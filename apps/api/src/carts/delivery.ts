import type { Reader } from "@clientele/db";
import { listCartLines, removeCartLines, saveCartLines, type StoredCart } from "@clientele/db/carts/carts";
import { getRegion } from "@clientele/db/catalogue/regions";
import { findShippingOption } from "@clientele/db/catalogue/shippingOptions";
import { getAddress } from "@clientele/db/customers/addresses";
import type {
  Cart,
  SetCartAddresses,
  SetCartEmail,
  SetCartRegion,
  SetCartShipping,
} from "@clientele/domain/carts/cart";
import { Place } from "@clientele/domain/carts/place";
import type { Region } from "@clientele/domain/catalogue/region";
import { DomainError } from "@clientele/domain/errors";
import { resolvePrice } from "@clientele/domain/pricing/resolvePrice";
import { regionOf } from "../catalogue/regionOf.ts";
import type { ShopContext } from "../context.ts";
import { shopperOf } from "../pricing/shopper.ts";
import { cartViewOf } from "./cartView.ts";
import { changeCart, keptChanges, noCart } from "./ownCart.ts";
import { isForSale, priceQuestions } from "./pricedCart.ts";

const regionOfCart = (db: Reader, cart: StoredCart): Promise<Region> =>
  regionOf(db, { regionId: cart.regionId, customerId: cart.customerId });

/**
 * Chooses the region to buy in: prices are made anew in it, what is not sold there leaves the cart and is told of, and an
 * address or a way of sending that does not belong to it is let go (`domain` 4).
 */
export const setRegion = async (ctx: ShopContext, { regionId }: SetCartRegion): Promise<Cart> => {
  const cart = await changeCart(ctx, "begin", async (tx, present) => {
    const region = await getRegion(tx, regionId);
    if (present.regionId === region.id) return null;
    const now = ctx.now();
    const shopper = await shopperOf(tx, ctx.session, now);
    const lines = await listCartLines(tx, present.id);
    const ids = lines.map(({ variantId }) => variantId);
    const asked = await priceQuestions(tx, shopper, region, ids, now);
    const dropped = lines.filter(({ variantId }) => !isForSale(asked.get(variantId)?.variant));
    await removeCartLines(
      tx,
      present.id,
      dropped.map(({ id }) => id),
    );
    const kept = lines.flatMap((line) => {
      const offer = asked.get(line.variantId);
      if (offer === undefined || dropped.includes(line)) return [];
      const price = resolvePrice({ ...offer.question, quantity: line.quantity });
      const isNew = line.seenCurrency !== region.currency;
      return isNew ? [{ ...line, seenAmount: price?.amount ?? null, seenCurrency: region.currency }] : [];
    });
    await saveCartLines(tx, kept);
    const told = dropped.map(({ variantId, quantity }) => ({
      kind: "not_sold_here" as const,
      title: asked.get(variantId)?.variant.title ?? "",
      quantity,
    }));
    const staysThere = region.countries.includes(present.shippingAddress?.countryCode ?? "");
    return {
      regionId: region.id,
      shippingAddress: staysThere ? present.shippingAddress : null,
      shippingOptionId: null,
      changes: keptChanges(present.changes, told),
    };
  });
  return cartViewOf(ctx.db, ctx, cart);
};

/** A guest's e-mail. An account's order carries the account's own address, so that nobody orders in another's name. */
export const setEmail = async (ctx: ShopContext, { email }: SetCartEmail): Promise<Cart> => {
  if (ctx.session !== null) throw new DomainError("cart.email_of_account");
  const cart = await changeCart(ctx, noCart, async (_tx, present) => (present.email === email ? null : { email }));
  return cartViewOf(ctx.db, ctx, cart);
};

/**
 * Copies addresses into the cart. The shipping address must lie in a country of the cart's region: another region has
 * other prices, so it is only ever chosen, never entered by an address.
 */
export const setAddresses = async (ctx: ShopContext, input: SetCartAddresses): Promise<Cart> => {
  const cart = await changeCart(ctx, noCart, async (tx, present) => {
    const region = await regionOfCart(tx, present);
    const shipping = await shippingPlace(tx, present, input);
    if (shipping !== null && !region.countries.includes(shipping.countryCode)) {
      throw new DomainError("cart.country_not_served");
    }
    const { billingAddress } = input;
    return {
      ...(shipping === null ? {} : { shippingAddress: shipping }),
      ...(billingAddress === undefined ? {} : { billingAddress: billingAddress && Place.parse(billingAddress) }),
    };
  });
  return cartViewOf(ctx.db, ctx, cart);
};

const shippingPlace = async (
  tx: Reader,
  { customerId }: StoredCart,
  { shippingAddress, shippingAddressId }: SetCartAddresses,
): Promise<Place | null> => {
  if (shippingAddressId === undefined) return shippingAddress === undefined ? null : Place.parse(shippingAddress);
  // Nobody who is not signed in has an address book, and another's address is not there (AUZ-5).
  if (customerId === null) throw new DomainError("address.not_found");
  return Place.parse(await getAddress(tx, customerId, shippingAddressId));
};

/** Chooses how the cart is sent; refuses a way that its region does not offer. */
export const setShipping = async (ctx: ShopContext, { shippingOptionId }: SetCartShipping): Promise<Cart> => {
  const cart = await changeCart(ctx, noCart, async (tx, present) => {
    const region = await regionOfCart(tx, present);
    const option = await findShippingOption(tx, shippingOptionId);
    if (option?.regionId !== region.id) throw new DomainError("cart.shipping_not_offered");
    return present.shippingOptionId === option.id ? null : { shippingOptionId: option.id };
  });
  return cartViewOf(ctx.db, ctx, cart);
};
