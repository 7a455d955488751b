import { type AdminClient, createShopClient, memoryCookies, problemOf, type ShopClient } from "@clientele/client";
import { expect } from "../fixtures.ts";
import { fromElsewhere, type RunningServer } from "../server.ts";

/** One order of one piece, by a guest in a browser of their own; the same keys however often it is tried. */
export interface WishedOrder {
  email: string;
  idempotencyKey: string;
  shop: ShopClient;
  /** The total the guest has seen; null until the checkout is filled in. */
  seen: { currency: string; total: number } | null;
}

const place = {
  firstName: "Kept",
  lastName: "Gast",
  line1: "Lange Straße 1",
  city: "Berlin",
  postalCode: "10115",
  countryCode: "DE",
};

let wishes = 0;
export const newWishedOrder = (server: RunningServer): WishedOrder => ({
  email: `ordered.${++wishes}@example.com`,
  idempotencyKey: crypto.randomUUID(),
  shop: createShopClient({ url: `${server.shop}/trpc`, cookies: memoryCookies(), headers: fromElsewhere() }),
  seen: null,
});

/** Goes through the checkout from wherever the last try ended; answers the order's id. Refusals are noted by their code. */
export const checkOut = async (wish: WishedOrder, variantId: string, refused: string[]): Promise<string> => {
  const { shop, email, idempotencyKey } = wish;
  try {
    if (wish.seen === null) {
      await shop.cart.addLine.mutate({ variantId, idempotencyKey });
      await shop.cart.setEmail.mutate({ email });
      await shop.cart.setAddresses.mutate({ shippingAddress: place });
      const [way] = (await shop.checkout.options.query()).shippingOptions;
      const { totals } = await shop.cart.setShipping.mutate({ shippingOptionId: way?.id ?? "" });
      wish.seen = { currency: totals.total.currency, total: totals.total.amount };
    }
    const placed = await shop.checkout.placeOrder.mutate({ idempotencyKey, payment: "invoice", seen: wish.seen });
    return placed.order.id;
  } catch (error) {
    const problem = problemOf(error);
    if (problem !== null) refused.push(problem.code);
    throw error;
  }
};

/** The orders the store has of guests who wished for one, by e-mail, with every id found for it. */
export const keptOrders = async (client: AdminClient): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  let cursor: string | undefined;
  do {
    const page = await client.orders.list.query({
      search: "ordered.",
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { id, customer } of page.items) {
      const email = customer.email ?? "";
      found.set(email, [...(found.get(email) ?? []), id]);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
};

export const stockOf = async (client: AdminClient, productId: string): Promise<number> => {
  const { variants } = await client.products.get.query({ id: productId });
  const stock = variants[0]?.stock;
  expect(stock, "the pieces are counted").not.toBeNull();
  return stock ?? 0;
};
