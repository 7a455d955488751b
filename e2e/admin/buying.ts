import { createShopClient, memoryCookies } from "@clientele/client";
import { fromElsewhere, type RunningServer } from "../server.ts";

const place = {
  firstName: "Gerda",
  lastName: "Gast",
  line1: "Lange Straße 1",
  city: "Berlin",
  postalCode: "10115",
  countryCode: "DE",
};

/** Orders as a guest does, without a browser. */
export async function guestOrder(server: RunningServer, email: string, variantId: string, quantity: number) {
  const shop = createShopClient({ url: `${server.shop}/trpc`, cookies: memoryCookies(), headers: fromElsewhere() });
  await shop.cart.addLine.mutate({ variantId, quantity });
  await shop.cart.setEmail.mutate({ email });
  await shop.cart.setAddresses.mutate({ shippingAddress: place });
  const [way] = (await shop.checkout.options.query()).shippingOptions;
  const { totals } = await shop.cart.setShipping.mutate({ shippingOptionId: way?.id ?? "" });
  const { order } = await shop.checkout.placeOrder.mutate({
    idempotencyKey: crypto.randomUUID(),
    payment: "invoice",
    seen: { currency: totals.total.currency, total: totals.total.amount },
  });
  return order;
}
