import { Cart } from "@clientele/domain/carts/cart";
import { ProductCard, type ShopPrice, ShopProduct, type ShopVariant } from "@clientele/domain/catalogue/shopCatalogue";
import { OrderDetail, OrderLine } from "@clientele/domain/orders/order";
import { PreviewedPrice } from "@clientele/domain/pricing/previewPrices";
import { minutes } from "@clientele/domain/time";
import { expect } from "vitest";
import { z } from "zod";
import type { Random } from "../src/demo/random.ts";
import type { Harness } from "./caller.ts";
import type { PricedRegion, PricedStore } from "./pricedStore.ts";
import { place } from "./shopping.ts";

/** Calls a procedure of one door from one browser and answers what came back. */
export type Call = (path: string, input: unknown) => Promise<unknown>;
export interface Doors {
  /** The browser of a signed-in customer, or of a visitor. */
  shopper(customerId: string | null): Promise<Call>;
  /** The browser of a manager who has just signed in: nobody of staff stays so for days. */
  staff(): Promise<Call>;
}

const Cards = z.object({ items: z.array(ProductCard) });
const Preview = z.object({ items: z.array(PreviewedPrice) });
const Placed = z.object({ order: z.object({ id: z.string(), lines: z.array(OrderLine) }) });
const Sold = OrderDetail.pick({ lines: true });

interface Asked {
  store: PricedStore;
  browser: Call;
  staff: Call;
  place: PricedRegion;
  /** Whose prices the preview is asked for: the shopper's own, or a guest's. */
  customerId: string;
}

const preview = async ({ staff, place: { region }, customerId }: Asked, quantity: number, variantIds: string[]) => {
  const asked = { customerId, regionId: region.id, quantity, variantIds, limit: 100 };
  return new Map(
    Preview.parse(await staff("customers.previewPrices", asked)).items.map((item) => [item.variantId, item]),
  );
};

/** The winner of the trace made the price, and nothing else did. */
const expectTraced = ({ price, base, list, trace }: PreviewedPrice): void => {
  const won = trace.filter(({ outcome }) => outcome === "won");
  if (list === null) expect({ won, amount: price?.amount }).toEqual({ won: [], amount: base?.amount });
  else expect(won).toMatchObject([{ listId: list.id, listName: list.name, amount: price?.amount }]);
};

const wantedOf = ({ store }: Asked, { price, original, list }: PreviewedPrice): ShopPrice | null =>
  price === null || original === null
    ? null
    : { amount: price, original, benefit: list === null ? null : (store.benefits.get(list.id) ?? null) };

/** What a product's page says of a quantity: its price, or the step that the quantity has reached. */
const shownAt = ({ price, steps }: ShopVariant, quantity: number) => {
  const step = steps.findLast(({ from }) => from <= quantity) ?? price;
  return step === null ? null : { amount: step.amount, original: step.original };
};

/** The listing shows of each product what its cheapest variant costs. */
const expectListing = async (asked: Asked, single: ReadonlyMap<string, PreviewedPrice>): Promise<void> => {
  const shown = Cards.parse(await asked.browser("catalogue.list", { regionId: asked.place.region.id, limit: 100 }));
  const cards = new Map(shown.items.map(({ id, price }) => [id, price?.amount ?? null]));
  for (const { id, variants } of asked.store.products) {
    const prices = variants.flatMap((variant) => single.get(variant.id)?.price ?? []);
    const [lowest = null] = prices.toSorted((one, other) => one.amount - other.amount);
    expect(cards.get(id) ?? null, `the listing's price of ${id}`).toEqual(lowest);
  }
};

interface Case {
  handle: string;
  variantId: string;
  quantity: number;
  wanted: PreviewedPrice;
}

/** The page of a product and the cart say what the preview says; false when it is not for sale there. */
const expectShown = async (asked: Asked, one: Case, single: PreviewedPrice | undefined): Promise<boolean> => {
  const { variantId, quantity, wanted } = one;
  expectTraced(wanted);
  const price = wantedOf(asked, wanted);
  const product = ShopProduct.parse(
    await asked.browser("catalogue.product", { handle: one.handle, regionId: asked.place.region.id }),
  );
  const variant = product.variants.find(({ id }) => id === variantId);
  if (price === null) {
    expect(variant?.price ?? null).toBeNull();
    return false;
  }
  if (variant === undefined || single === undefined) throw new Error("what is for sale is not on its page");
  expect(variant.price).toEqual(wantedOf(asked, single));
  expect(shownAt(variant, quantity)).toEqual({ amount: price.amount, original: price.original });

  const cart = Cart.parse(await asked.browser("cart.addLine", { variantId, quantity }));
  const line = cart.lines.find((row) => row.variantId === variantId);
  const { amount, currency } = price.amount;
  expect(line).toMatchObject({ unit: price, amount: { amount: amount * quantity, currency } });
  return true;
};

/** Orders what is in the cart: every line is charged as the preview says, and staff see the list it came from. */
const expectCharged = async (h: Harness, asked: Asked, cases: readonly Case[]): Promise<void> => {
  const { browser, staff, place: there } = asked;
  await browser("cart.setAddresses", { shippingAddress: { ...place, ...there.address } });
  const { totals } = Cart.parse(await browser("cart.setShipping", { shippingOptionId: there.option.id }));
  const order = {
    idempotencyKey: `order-at-${h.clock.now().getTime()}`,
    payment: "invoice",
    seen: { currency: totals.total.currency, total: totals.total.amount },
  };
  const placed = Placed.parse(await browser("checkout.placeOrder", order));
  const sold = Sold.parse(await staff("orders.get", { id: placed.order.id }));
  const inTurn = cases.map(({ quantity, wanted }) => {
    const price = wantedOf(asked, wanted);
    return { sku: wanted.sku, quantity, unit: price?.amount, original: price?.original, benefit: price?.benefit };
  });
  expect(placed.order.lines).toMatchObject(inTurn);
  expect(sold.lines).toMatchObject(
    cases.map(({ wanted }, at) => ({
      ...inTurn[at],
      listId: wanted.list?.id ?? null,
      listName: wanted.list?.name ?? null,
    })),
  );
};

/** A browser whose answers are looked through: whatever made a price, no list and no group is named in one (AUZ-11). */
const discreet =
  (browser: Call): Call =>
  async (path, input) => {
    const answer = await browser(path, input);
    expect(JSON.stringify(answer), path).not.toMatch(/plist_|grp_|"List \d/);
    return answer;
  };

/**
 * Compares what listing, product page, cart, order and the staff's preview say of one price, for random shoppers, regions,
 * variants and quantities at instants that move on, until so many were charged. Answers how each list's trace ended.
 */
export const expectSamePrices = async (
  h: Harness,
  store: PricedStore,
  doors: Doors,
  { random, cases: wanted }: { random: Random; cases: number },
): Promise<Map<string, number>> => {
  const outcomes = new Map<string, number>();
  const variants = store.products.flatMap(({ handle, variants: own }) => own.map(({ id }) => ({ handle, id })));
  let charged = 0;
  while (charged < wanted) {
    h.clock.forward(minutes(random.int(1, 90)));
    const shopper = random.chance(0.2) ? null : random.pick(store.shoppers);
    const browser = discreet(await doors.shopper(shopper?.id ?? null));
    const there = random.pick(store.regions);
    const staff = await doors.staff();
    const asked: Asked = { store, browser, staff, place: there, customerId: shopper?.id ?? store.guest.id };
    await browser("cart.setRegion", { regionId: there.region.id });
    // A guest's order with the address of an account has public prices all the same.
    if (shopper === null) await browser("cart.setEmail", { email: random.pick(store.shoppers).email });
    const single = await preview(
      asked,
      1,
      variants.map(({ id }) => id),
    );
    await expectListing(asked, single);

    const lines: Case[] = [];
    for (const { handle, id } of random.some(variants, 8)) {
      const quantity = random.pick([1, 1, 2, 3, 4, 5, 8, 12]);
      const found = (await preview(asked, quantity, [id])).get(id);
      if (found === undefined) throw new Error("the preview knows nothing of a variant");
      for (const { outcome } of found.trace) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const line = { handle, variantId: id, quantity, wanted: found };
      if (await expectShown(asked, line, single.get(id))) lines.push(line);
    }
    if (lines.length === 0) continue;
    await expectCharged(h, asked, lines);
    charged += lines.length;
  }
  return outcomes;
};
