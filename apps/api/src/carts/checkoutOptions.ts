import { listShippingOptions } from "@clientele/db/catalogue/shippingOptions";
import type { CheckoutOptions } from "@clientele/domain/carts/cart";
import { paymentKinds } from "@clientele/domain/carts/limits";
import { regionOf } from "../catalogue/regionOf.ts";
import type { ShopContext } from "../context.ts";
import { findOwnCart } from "./ownCart.ts";

/** The ways of sending and paying and the countries that the region of this cart offers. */
export const checkoutOptions = async (ctx: ShopContext): Promise<CheckoutOptions> => {
  const cart = await findOwnCart(ctx.db, ctx);
  const customerId = ctx.session?.ownerId ?? null;
  const region = await regionOf(ctx.db, { regionId: cart?.regionId, customerId });
  const options = await listShippingOptions(ctx.db, region.id);
  return {
    shippingOptions: options.map(({ id, name, description, price }) => ({ id, name, description, price })),
    payments: [...paymentKinds],
    countries: region.countries,
  };
};
