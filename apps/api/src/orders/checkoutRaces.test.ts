import { openDatabase } from "@clientele/db/open";
import { sellableVariants } from "@clientele/db/catalogue/sellable";
import { discountTermsByIds, discountUses } from "@clientele/db/pricing/discountTerms";
import type { PlacedOrder } from "@clientele/domain/orders/order";
import { databaseNames, type DatabaseName, lendDatabase } from "@clientele/testing/databases";
import { givenDiscount } from "@clientele/testing/pricing";
import { TRPCError } from "@trpc/server";
import { tmpdir } from "node:os";
import { describe, expect, it, onTestFinished } from "vitest";
import { givenCustomer, roomyLimits } from "../../test/accounts.ts";
import { type Harness, harness } from "../../test/caller.ts";
import { givenReadyCarts, givenShop, orderOf, prepare } from "../../test/shopping.ts";
import { problemOf } from "../errors.ts";

const crowd = 200;

/**
 * Three servers of one store. Each lets its own orders wait for each other, but knows nothing of the
 * others: what holds between them, holds by the transactions alone.
 */
const givenServers = async (name: DatabaseName) => {
  const lent = await lendDatabase(name);
  const options = { root: tmpdir(), patience: 60_000, connections: 5 };
  const [one, two, three] = await Promise.all([
    openDatabase(lent.url, options),
    openDatabase(lent.url, options),
    openDatabase(lent.url, options),
  ]);
  onTestFinished(async () => {
    for (const db of [one, two, three]) await db.close();
    await lent.drop();
  });
  const h = await harness(one, { limits: roomyLimits });
  const servers: Harness[] = [
    h,
    await harness(two, { limits: roomyLimits }),
    await harness(three, { limits: roomyLimits }),
  ];
  /** The next server, as a balancer before them chooses one. */
  const next = (at: number): Harness => servers[at % servers.length] ?? h;
  return { h, next };
};

/** What became of calls at once: the orders, and the codes of those that were refused. */
const outcomesOf = async (calls: readonly Promise<PlacedOrder>[]) => {
  const settled = await Promise.allSettled(calls);
  const placed = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value.order] : []));
  const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  const codes = refused.map((error) => (error instanceof TRPCError ? problemOf(error, "").code : String(error)));
  return { placed, refusals: [...new Set(codes)], refused: refused.length };
};

describe.each(databaseNames)("%s", (name) => {
  it(
    "sells the last five pieces to five of two hundred who press the button at once (R15)",
    { timeout: 60_000 },
    async () => {
      const { h, next } = await givenServers(name);
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
        jars.map((jar, at) => next(at).asAnyone({ jar }).checkout.placeOrder(order)),
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
      const { h, next } = await givenServers(name);
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
        jars.map((jar, at) => next(at).asAnyone({ jar }).checkout.placeOrder(order)),
      );
      expect(placed).toHaveLength(5);
      expect(placed.every(({ total }) => total.amount === 1390)).toBe(true);
      expect(refused).toBe(crowd - 5);
      expect(refusals).toEqual(["order.price_changed"]);
      expect(
        (await discountUses(h.db, await discountTermsByIds(h.db, [discountId]), null)).get(discountId)?.total,
      ).toBe(5);
    },
  );

  it("makes one order of a cart that is sent two hundred times with one key (R4)", { timeout: 60_000 }, async () => {
    const { h, next } = await givenServers(name);
    const shop = await givenShop(h, { variants: [{ stock: 1 }] });
    const [jar = { token: null }] = await givenReadyCarts(h, shop, [{}]);
    const order = { idempotencyKey: "key-12345", payment: "invoice", seen: { currency: "EUR", total: 1490 } } as const;
    const { placed, refusals } = await outcomesOf(
      Array.from({ length: crowd }, (_, at) =>
        next(at)
          .asAnyone({ jar: { ...jar } })
          .checkout.placeOrder(order),
      ),
    );
    expect(refusals).toEqual([]);
    expect(placed).toHaveLength(crowd);
    expect(new Set(placed.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await h.db.$count(h.db.tables.orders)).toBe(1);
    expect(await h.db.$count(h.db.tables.outbox)).toBe(1);
    expect((await sellableVariants(h.db, [shop.variantId], "EUR")).get(shop.variantId)?.stock).toBe(0);
  });

  it(
    "makes one order of a cart that is sent fifty times at once with keys of their own",
    { timeout: 60_000 },
    async () => {
      const { h, next } = await givenServers(name);
      const shop = await givenShop(h, { variants: [{ stock: 40 }] });
      const discount = { code: "ONCE", perCustomerLimit: 1 };
      const discountId = await givenDiscount(h.db, h.services.newId, discount);
      const shopper = await givenCustomer(h);
      const browser = h.as(shopper.id);
      await browser.cart.addLine({ variantId: shop.variantId });
      await browser.cart.applyCode({ code: "ONCE" });
      await prepare(browser, shop);
      const asked = await orderOf(browser);
      const { placed, refusals } = await outcomesOf(
        Array.from({ length: 50 }, (_, at) =>
          next(at)
            .as(shopper.id)
            .checkout.placeOrder({ ...asked, idempotencyKey: `key-of-call-${at}` }),
        ),
      );
      expect(placed).toHaveLength(1);
      // The first look may fall between: the code is used already, and its cart not yet seen to be ordered.
      for (const code of refusals) expect(["cart.empty", "order.price_changed"]).toContain(code);
      const uses = (await discountUses(h.db, await discountTermsByIds(h.db, [discountId]), shopper.id)).get(discountId);
      expect(uses?.byCustomer).toBe(1);
      expect(await h.db.$count(h.db.tables.discountUses)).toBe(1);
    },
  );
});
