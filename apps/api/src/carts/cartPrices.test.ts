import { hours, later } from "@clientele/domain/time";
import { givenProduct } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { anyOf, givenDiscount, givenPriceList } from "@clientele/testing/pricing";
import { recordStatements } from "@clientele/testing/statements";
import { expect, it } from "vitest";
import { givenCustomer, refusalOf } from "../../test/accounts.ts";
import { type Harness, harness } from "../../test/caller.ts";
import { givenShop, orderOf, prepare } from "../../test/shopping.ts";

const euros = (amount: number) => ({ amount, currency: "EUR" });

/** A shopper in a group that pays 8.00 for the chair, also until an instant. */
const givenMember = async (h: Harness, variantId: string, until?: Date) => {
  const shopper = await givenCustomer(h);
  const owner = h.asStaff("owner");
  const group = await owner.groups.create({ name: "Wholesale" });
  const terms = until === undefined ? {} : { until: until.toISOString() };
  await owner.groups.addMembers({ groupId: group.id, customerIds: [shopper.id], ...terms });
  const listId = await givenPriceList(h.db, h.services.newId, {
    name: "Dealers 2026",
    benefit: "Wholesale price",
    audience: anyOf(group.id),
    entries: {
      [variantId]: [
        { min: 1, max: 9, amount: 800 },
        { min: 10, max: null, amount: 700 },
      ],
    },
  });
  return { shopper, owner, groupId: group.id, listId };
};

eachDatabase((_name, open) => {
  it("shows a member the group's price and its steps, and others nothing of it", async () => {
    const h = await harness(await open());
    const { variantId } = await givenShop(h);
    const { shopper, groupId, listId } = await givenMember(h, variantId);
    const { lines } = await h.as(shopper.id).cart.addLine({ variantId, quantity: 2 });
    expect(lines[0]).toMatchObject({
      unit: { amount: euros(800), original: euros(800), benefit: "Wholesale price" },
      amount: euros(1600),
      steps: [
        { from: 1, amount: euros(800) },
        { from: 10, amount: euros(700) },
      ],
    });
    const stranger = await h.asAnyone().cart.addLine({ variantId, quantity: 2 });
    expect(stranger.lines[0]).toMatchObject({ unit: { amount: euros(1000), benefit: null }, amount: euros(2000) });
    expect(stranger.lines[0]?.steps).toEqual([{ from: 1, amount: euros(1000), original: euros(1000) }]);
    const told = JSON.stringify([lines, stranger]);
    for (const secret of [groupId, listId, "Dealers 2026"]) expect(told).not.toContain(secret);
  });

  it("tells of a new price until it was seen, and not of one the shopper made by another quantity", async () => {
    const h = await harness(await open());
    const { variantId } = await givenShop(h);
    const { shopper, owner, groupId } = await givenMember(h, variantId);
    const browser = h.as(shopper.id);
    const { lines } = await browser.cart.addLine({ variantId, quantity: 2 });
    const lineId = lines[0]?.id ?? "";
    const more = await browser.cart.setQuantity({ lineId, quantity: 10 });
    expect(more.lines[0]?.unit?.amount).toEqual(euros(700));
    expect(more.changes).toEqual([]);
    await browser.cart.setQuantity({ lineId, quantity: 2 });
    await owner.groups.removeMembers({ groupId, customerIds: [shopper.id] });
    const change = { kind: "price", title: "Oak chair", from: euros(800), to: euros(1000), quantity: null };
    expect((await browser.cart.get()).changes).toEqual([change]);
    expect((await browser.cart.setQuantity({ lineId, quantity: 3 })).changes).toEqual([change]);
    expect((await browser.cart.seen()).changes).toEqual([]);
    expect((await browser.cart.get()).changes).toEqual([]);
  });

  it("gives an open cart and its checkout the public price once the group is left (AUZ-10)", async () => {
    const h = await harness(await open());
    const shop = await givenShop(h);
    const { shopper, owner, groupId } = await givenMember(h, shop.variantId);
    const browser = h.as(shopper.id);
    await browser.cart.addLine({ variantId: shop.variantId });
    await prepare(browser, shop);
    const order = await orderOf(browser);
    expect(order.seen).toEqual({ currency: "EUR", total: 1290 });
    await owner.groups.removeMembers({ groupId, customerIds: [shopper.id] });
    expect(await refusalOf(browser.checkout.placeOrder(order))).toMatchObject({
      code: "order.price_changed",
      params: { currency: "EUR", seen: 1290, total: 1490 },
    });
    expect((await browser.cart.get()).totals.total).toEqual(euros(1490));
  });

  it("does so too when a membership ends by the clock alone", async () => {
    const h = await harness(await open());
    const shop = await givenShop(h);
    const { shopper } = await givenMember(h, shop.variantId, later(h.clock.now(), hours(5)));
    const browser = h.as(shopper.id);
    await browser.cart.addLine({ variantId: shop.variantId });
    await prepare(browser, shop);
    const order = await orderOf(browser);
    h.clock.forward(hours(5) - 1);
    expect((await browser.cart.get()).totals.total).toEqual(euros(1290));
    h.clock.forward(1);
    expect((await browser.cart.get()).lines[0]?.unit?.amount).toEqual(euros(1000));
    expect(await refusalOf(browser.checkout.placeOrder(order))).toMatchObject({
      code: "order.price_changed",
      params: { total: 1490 },
    });
    const { order: placed } = await browser.checkout.placeOrder(await orderOf(browser));
    expect(placed.total).toEqual(euros(1490));
  });

  it("says what is gone or no longer enough, and keeps the line", async () => {
    const h = await harness(await open());
    const { variantId } = await givenShop(h, { variants: [{ stock: 5 }] });
    const browser = h.asAnyone();
    await browser.cart.addLine({ variantId, quantity: 4 });
    const { variants, products } = h.db.tables;
    await h.db.transaction(async (tx) => {
      await tx.update(variants).set({ stock: 3 });
    });
    const few = await browser.cart.get();
    expect(few.lines[0]).toMatchObject({ problem: "too_many", most: 3, quantity: 4 });
    expect(few.changes).toEqual([{ kind: "stock", title: "Oak chair", from: null, to: null, quantity: 3 }]);
    await h.db.transaction(async (tx) => {
      await tx.update(variants).set({ stock: 0 });
    });
    expect((await browser.cart.get()).lines[0]?.problem).toBe("out_of_stock");
    await h.db.transaction(async (tx) => {
      await tx.update(products).set({ status: "draft" });
    });
    const gone = await browser.cart.get();
    expect(gone).toMatchObject({ lines: [{ problem: "not_for_sale", unit: null }], totals: { total: euros(0) } });
    expect(gone.changes).toEqual([{ kind: "gone", title: "Oak chair", from: null, to: null, quantity: null }]);
  });

  it("reads a cart of a hundred lines with as many statements as one of one line", async () => {
    const h = await harness(await open());
    const shop = await givenShop(h);
    const { variantIds } = await givenProduct(h.db, h.services.newId, {
      variants: Array.from({ length: 99 }, (_, at) => ({ sku: `MANY-${at}` })),
    });
    const { shopper } = await givenMember(h, shop.variantId);
    await givenDiscount(h.db, h.services.newId);
    await givenDiscount(h.db, h.services.newId, { code: "FEW", basisPoints: 500 });
    const browser = h.as(shopper.id);
    await browser.cart.addLine({ variantId: shop.variantId });
    await browser.cart.applyCode({ code: "FEW" });
    await prepare(browser, shop);
    const statements = recordStatements();
    const withOne = await statements.during(() => browser.cart.get());
    const seenOne = await statements.during(() => browser.cart.seen());
    for (const variantId of variantIds) await browser.cart.addLine({ variantId });
    const withMany = await statements.during(() => browser.cart.get());
    const seenMany = await statements.during(() => browser.cart.seen());
    expect((await browser.cart.get()).lines).toHaveLength(100);
    expect(withMany.length).toBe(withOne.length);
    expect(seenMany.length).toBe(seenOne.length);
    expect(withOne.length).toBeLessThanOrEqual(15);
  }, 60_000);
});
