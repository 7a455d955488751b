import { getDiscount } from "@clientele/db/pricing/discounts";
import { mostAmount } from "@clientele/domain/money";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { givenDiscount } from "@clientele/testing/pricing";
import { recordStatements } from "@clientele/testing/statements";
import { expect, it } from "vitest";
import { roomyLimits } from "../../test/accounts.ts";
import { harness } from "../../test/caller.ts";
import { givenReadyCarts, givenShop, orderOf, prepare } from "../../test/shopping.ts";

eachDatabase((_name, open) => {
  it("an order took one statement more for each line, and wrote the row of what is not counted", async () => {
    const h = await harness(await open());
    const { variants, orders } = h.db.tables;
    const counted = Array.from({ length: 6 }, () => ({ stock: 9 }));
    const shop = await givenShop(h, { variants: [...counted, { stock: null }] });
    const stocks = async () => new Map((await h.db.select().from(variants)).map(({ id, stock }) => [id, stock]));
    const [free = ""] = [...(await stocks())].flatMap(([id, stock]) => (stock === null ? [id] : []));
    const counts = [...(await stocks()).keys()].filter((id) => id !== free);
    const { during } = recordStatements();
    const sentFor = async (email: string, variantIds: readonly string[]) => {
      const browser = h.asAnyone();
      for (const variantId of variantIds) await browser.cart.addLine({ variantId, quantity: 2 });
      await prepare(browser, shop, { email });
      const asked = await orderOf(browser);
      return during(() => browser.checkout.placeOrder(asked));
    };
    const one = await sentFor("one@example.com", counts.slice(0, 1));
    const many = await sentFor("many@example.com", [...counts, free]);
    expect(many.map(({ text }) => text.slice(0, 24))).toEqual(one.map(({ text }) => text.slice(0, 24)));
    const taken = many.filter(({ text }) => text.startsWith('update "variants"'));
    expect(taken).toHaveLength(1);
    expect(taken[0]?.parameters).not.toContain(free);
    const left = await stocks();
    expect(counts.map((id) => left.get(id))).toEqual([5, 7, 7, 7, 7, 7]);
    expect(left.get(free)).toBeNull();
    expect(await h.db.$count(orders)).toBe(2);
  });

  it(
    "of forty orders at once that want nothing scarce, many were refused as too busy",
    { timeout: 60_000 },
    async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const shop = await givenShop(h);
      const discountId = await givenDiscount(h.db, h.services.newId, {});
      const jars = await givenReadyCarts(
        h,
        shop,
        Array.from({ length: 40 }, () => ({})),
      );
      const order = {
        idempotencyKey: "key-12345",
        payment: "invoice",
        seen: { currency: "EUR", total: 1390 },
      } as const;
      const placed = await Promise.all(jars.map((jar) => h.asAnyone({ jar }).checkout.placeOrder(order)));
      expect(new Set(placed.map((one) => one.order.number)).size).toBe(40);
      expect((await getDiscount(h.db, discountId)).uses).toBe(40);
    },
  );

  it("an order of more than one can come to is refused in words, whatever total was seen (INP-3)", async () => {
    const h = await harness(await open());
    const shop = await givenShop(h, { variants: [{ price: mostAmount }] });
    const browser = h.asAnyone();
    await browser.cart.addLine({ variantId: shop.variantId });
    await prepare(browser, shop, { email: "rich@example.com" });
    await expect(browser.checkout.placeOrder(await orderOf(browser))).rejects.toThrow("order.too_dear");
    expect(await h.db.$count(h.db.tables.orders)).toBe(0);
  });
});
