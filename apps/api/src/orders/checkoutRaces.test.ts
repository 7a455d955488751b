import { sellableVariants } from "@clientele/db/catalogue/sellable";
import { discountUses } from "@clientele/db/pricing/discountTerms";
import type { PlacedOrder } from "@clientele/domain/orders/order";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { givenDiscount } from "@clientele/testing/pricing";
import { TRPCError } from "@trpc/server";
import { expect, it } from "vitest";
import { harness } from "../../test/caller.ts";
import { givenReadyCarts, givenShop } from "../../test/shopping.ts";
import { problemOf } from "../errors.ts";

const crowd = 200;

/** What became of calls at once: the orders, and the codes of those that were refused. */
const outcomesOf = async (calls: readonly Promise<PlacedOrder>[]) => {
  const settled = await Promise.allSettled(calls);
  const placed = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value.order] : []));
  const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  const codes = refused.map((error) => (error instanceof TRPCError ? problemOf(error, "").code : String(error)));
  return { placed, refusals: [...new Set(codes)], refused: refused.length };
};

eachDatabase((_name, open) => {
  it(
    "sells the last five pieces to five of two hundred who press the button at once (R15)",
    { timeout: 60_000 },
    async () => {
      const h = await harness(await open({ patience: 60_000 }));
      const shop = await givenShop(h, { variants: [{ stock: 5 }] });
      const jars = await givenReadyCarts(
        h,
        shop,
        Array.from({ length: crowd }, () => ({})),
      );
      const order = {
        idempotencyKey: "key-12345",
        payment: "invoice",
        seen: { currency: "EUR", total: 1490 },
      } as const;
      const { placed, refused, refusals } = await outcomesOf(
        jars.map((jar) => h.asAnyone({ jar }).checkout.placeOrder(order)),
      );
      expect(placed).toHaveLength(5);
      expect(refused).toBe(crowd - 5);
      expect(refusals).toEqual(["order.out_of_stock"]);
      const variants = await sellableVariants(h.db, [shop.variantId], "EUR");
      expect(variants.get(shop.variantId)?.stock).toBe(0);
      expect(await h.db.$count(h.db.tables.orders)).toBe(5);
      expect(new Set(placed.map(({ number }) => number)).size).toBe(5);
    },
  );

  it(
    "gives a code's five uses to five of two hundred, and asks the others about the new total (R15)",
    { timeout: 60_000 },
    async () => {
      const h = await harness(await open({ patience: 60_000 }));
      const shop = await givenShop(h);
      const discountId = await givenDiscount(h.db, h.services.newId, { code: "FIVE", usageLimit: 5 });
      const jars = await givenReadyCarts(
        h,
        shop,
        Array.from({ length: crowd }, () => ({ codes: ["FIVE"] })),
      );
      const order = {
        idempotencyKey: "key-12345",
        payment: "invoice",
        seen: { currency: "EUR", total: 1390 },
      } as const;
      const { placed, refused, refusals } = await outcomesOf(
        jars.map((jar) => h.asAnyone({ jar }).checkout.placeOrder(order)),
      );
      expect(placed).toHaveLength(5);
      expect(placed.every(({ total }) => total.amount === 1390)).toBe(true);
      expect(refused).toBe(crowd - 5);
      expect(refusals).toEqual(["order.price_changed"]);
      expect((await discountUses(h.db, [discountId], null)).get(discountId)?.total).toBe(5);
    },
  );

  it("makes one order of a cart that is sent two hundred times with one key (R4)", { timeout: 60_000 }, async () => {
    const h = await harness(await open({ patience: 60_000 }));
    const shop = await givenShop(h, { variants: [{ stock: 1 }] });
    const [jar = { token: null }] = await givenReadyCarts(h, shop, [{}]);
    const order = { idempotencyKey: "key-12345", payment: "invoice", seen: { currency: "EUR", total: 1490 } } as const;
    const { placed, refusals } = await outcomesOf(
      Array.from({ length: crowd }, () => h.asAnyone({ jar: { ...jar } }).checkout.placeOrder(order)),
    );
    expect(refusals).toEqual([]);
    expect(placed).toHaveLength(crowd);
    expect(new Set(placed.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await h.db.$count(h.db.tables.orders)).toBe(1);
    expect(await h.db.$count(h.db.tables.outbox)).toBe(1);
    expect((await sellableVariants(h.db, [shop.variantId], "EUR")).get(shop.variantId)?.stock).toBe(0);
  });
});
