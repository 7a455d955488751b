import type { Database } from "@clientele/db";
import { findOrder } from "@clientele/db/orders/orders";
import type { OrderDetail } from "@clientele/domain/orders/order";
import { getDiscount } from "@clientele/db/pricing/discounts";
import { takeUse } from "@clientele/db/pricing/uses";
import { givenProduct } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { givenOrder } from "@clientele/testing/orders";
import { givenDiscount } from "@clientele/testing/pricing";
import { recordStatements } from "@clientele/testing/statements";
import { describe, expect, test } from "vitest";
import { harness } from "../../test/caller.ts";
import { givenCustomer } from "../../test/people.ts";
import { eventsDuring } from "../../test/recorded.ts";

const given = async (db: Database) => {
  const h = await harness(db);
  const ann = await givenCustomer(h.services, { firstName: "Ann", lastName: "Archer" });
  const support = h.asStaff("support");
  const place = (order: Partial<Parameters<typeof givenOrder>[1]> = {}) =>
    givenOrder(h.services, { customerId: ann.id, email: ann.email, ...order });
  return { ...h, ann, support, place };
};

const seen = ({ id, version }: Pick<OrderDetail, "id" | "version">) => ({ id, version });

eachDatabase((_name, open) => {
  describe("an order on its way", () => {
    test("is sent in parts, delivered by shipment, paid, and then completed by itself", async () => {
      const { db, support, place } = await given(await open());
      const order = await place({ lines: [{ quantity: 3 }, { quantity: 1, unit: 500 }] });
      const [chairs, table] = order.lines;
      let present = await support.orders.get({ id: order.id });
      expect(present.may).toEqual({ capture: true, fulfil: true, cancel: true, refund: false });

      const step = async (work: () => Promise<OrderDetail>, type: string): Promise<void> => {
        const events = await eventsDuring(db, async () => {
          present = await work();
        });
        expect(events.map((event) => event.type)).toEqual([type]);
        expect(events[0]).toMatchObject({ orderId: order.id, customerId: order.customerId });
      };
      const lines = [{ lineId: chairs?.id ?? "", quantity: 2 }];
      await step(
        () => support.orders.fulfil({ ...seen(present), lines, carrier: "DHL", tracking: "JD01" }),
        "order.fulfilled",
      );
      expect(present).toMatchObject({ fulfilment: "partially_fulfilled", may: { cancel: false, fulfil: true } });
      expect(present.shipments).toMatchObject([{ carrier: "DHL", tracking: "JD01", lines: [{ quantity: 2 }] }]);
      await step(() => support.orders.fulfil(seen(present)), "order.fulfilled");
      expect(present.fulfilment).toBe("fulfilled");
      expect(
        present.shipments[1]?.lines.toSorted((one, other) => one.lineId.localeCompare(other.lineId)),
      ).toMatchObject([
        { lineId: chairs?.id, quantity: 1 },
        { lineId: table?.id, quantity: 1 },
      ]);
      const [first = "", second = ""] = present.shipments.map(({ id }) => id);
      await step(() => support.orders.deliver({ ...seen(present), shipmentId: first }), "order.delivered");
      expect(present).toMatchObject({ fulfilment: "fulfilled", status: "pending" });
      await step(() => support.orders.deliver({ ...seen(present), shipmentId: second }), "order.delivered");
      expect(present).toMatchObject({ fulfilment: "delivered", status: "pending" });
      await step(() => support.orders.capture(seen(present)), "order.captured");
      expect(present).toMatchObject({ status: "completed", payment: "captured", captured: { amount: 3500 } });
      const timeline = await support.orders.timeline({ orderId: order.id });
      expect(timeline.items.map(({ type }) => type)).toEqual([
        "order.captured",
        "order.delivered",
        "order.delivered",
        "order.fulfilled",
        "order.fulfilled",
      ]);
      const own = await support.customers.timeline({ customerId: order.customerId, kinds: ["orders"] });
      expect(own.items[0]).toMatchObject({ type: "order.captured", order: { id: order.id, number: order.number } });
      const audit = await (await given(db)).asStaff("owner").audit.list({ types: ["order.captured"] });
      expect(audit.items).toMatchObject([{ orderId: order.id, subject: `#${order.number}` }]);
    });

    test("refuses what its state does not allow, a stale version, and pieces that are not there", async () => {
      const { db, support, place } = await given(await open());
      const order = await place({ lines: [{ quantity: 2 }] });
      const line = order.lines[0]?.id ?? "";
      const refused = async (work: Promise<unknown>, problem: object): Promise<void> => {
        await expect(work).rejects.toMatchObject({ cause: { problem } });
      };
      const events = await eventsDuring(db, async () => {
        await refused(support.orders.refund({ ...seen(order), amount: 1 }), { code: "order.not_possible" });
        await refused(support.orders.capture({ id: order.id, version: 2 }), {
          code: "order.changed_meanwhile",
          params: { version: 1 },
        });
        const tooMany = support.orders.fulfil({ ...seen(order), lines: [{ lineId: line, quantity: 3 }] });
        await refused(tooMany, { code: "order.too_many_pieces", params: { most: 2 } });
        const twice = [
          { lineId: line, quantity: 1 },
          { lineId: line, quantity: 2 },
        ];
        await refused(support.orders.fulfil({ ...seen(order), lines: twice }), {
          fields: { "lines.1.quantity": { code: "order.too_many_pieces", params: { most: 1 } } },
        });
        await refused(support.orders.fulfil({ ...seen(order), lines: [] }), { code: "input.invalid" });
        const foreign = (await place()).lines[0]?.id ?? "";
        await refused(support.orders.fulfil({ ...seen(order), lines: [{ lineId: foreign, quantity: 1 }] }), {
          code: "input.invalid",
        });
        await refused(support.orders.deliver({ ...seen(order), shipmentId: line.replace("line_", "shp_") }), {
          code: "order.shipment_not_found",
        });
      });
      expect(events).toEqual([]);
      expect(await findOrder(db, order.id)).toMatchObject({ version: 1, fulfilment: "not_fulfilled" });
    });

    test("is refunded in parts up to what was paid, and once for each key", async () => {
      const { support, place, ann } = await given(await open());
      const order = await place({ lines: [{ unit: 3000 }] });
      let present = await support.orders.capture(seen(order));
      const asked = { ...seen(present), amount: 1000, reason: "Scratched", idempotencyKey: "refund-one" };
      present = await support.orders.refund(asked);
      expect(present).toMatchObject({ payment: "partially_refunded", refundable: { amount: 2000 } });
      expect(await support.orders.refund(asked)).toEqual(present);
      await expect(support.orders.refund({ ...asked, amount: 999 })).rejects.toMatchObject({
        cause: { problem: { code: "request.key_reused" } },
      });
      await expect(support.orders.refund({ ...seen(present), amount: 2001 })).rejects.toMatchObject({
        cause: { problem: { code: "order.refund_too_much", params: { most: 2000 } } },
      });
      present = await support.orders.refund({ ...seen(present), amount: 2000 });
      expect(present).toMatchObject({ payment: "refunded", may: { refund: false }, refunded: { amount: 3000 } });
      expect(present.payments.map(({ kind, amount, reason }) => [kind, amount.amount, reason])).toEqual([
        ["captured", 3000, null],
        ["refunded", 1000, "Scratched"],
        ["refunded", 2000, null],
      ]);
      expect(await support.customers.figures({ id: ann.id })).toMatchObject([
        { currency: "EUR", orders: 1, gross: { amount: 3000 }, refunded: { amount: 3000 }, net: { amount: 0 } },
      ]);
    });

    test("is canceled before anything was sent, and then out of the figures", async () => {
      const { support, place, ann, clock } = await given(await open());
      const first = await place();
      clock.forward(60_000);
      const paid = await place({ lines: [{ unit: 2000 }] });
      const captured = await support.orders.capture(seen(paid));
      const canceled = await support.orders.cancel({ ...seen(captured), reason: "Changed their mind" });
      expect(canceled).toMatchObject({ status: "canceled", payment: "refunded", refunded: { amount: 2000 } });
      expect(canceled.canceledAt).toEqual(clock.now());
      expect(await support.orders.cancel(seen(first))).toMatchObject({ payment: "voided", refunded: { amount: 0 } });
      expect(await support.customers.figures({ id: ann.id })).toEqual([]);
      const [listed] = (await support.customers.list({ search: ann.email ?? "" })).items;
      expect(listed).toMatchObject({ orders: 0, lastOrderAt: null, netSpent: { amount: 0 } });
      const { version } = await support.customers.get({ id: ann.id });
      expect(version).toBe(ann.version);
    });

    test("that is canceled gives pieces back to a counted stock, and uses to its discounts", async () => {
      const { db, support, place, ann, services } = await given(await open());
      const { newId } = services;
      const { variantIds } = await givenProduct(db, newId, {
        variants: [
          { sku: "A", price: 1000, stock: 5 },
          { sku: "B", price: 1000 },
        ],
      });
      const [counted = "", free = ""] = variantIds;
      const discount = { id: await givenDiscount(db, newId, { code: "SPRING" }), name: "Spring", code: "SPRING" };
      const order = await place({
        lines: [
          { variantId: counted, quantity: 2, counted: true },
          { variantId: free, quantity: 3, counted: false },
        ],
        discounts: [{ ...discount, amount: 100 }],
      });
      const use = { discountId: discount.id, customerId: ann.id, orderId: order.id, perCustomerLimit: 1 };
      await db.transaction((tx) => takeUse(tx, use));
      const state = async () => {
        const { variants, discountUses } = db.tables;
        const stocks = new Map((await db.select().from(variants)).map(({ id, stock }) => [id, stock]));
        const { uses } = await getDiscount(db, discount.id);
        const numbered = (await db.select().from(discountUses)).length;
        return { stock: variantIds.map((id) => stocks.get(id)), uses, numbered };
      };
      expect(await state()).toEqual({ stock: [5, null], uses: 1, numbered: 1 });
      await support.orders.cancel(seen(order));
      expect(await state()).toEqual({ stock: [7, null], uses: 0, numbered: 0 });
      await expect(support.orders.cancel({ id: order.id, version: 2 })).rejects.toThrow("order.not_possible");
      expect((await state()).stock).toEqual([7, null]);
    });

    test("is moved by one of many at once: money never twice, and no sending of what is canceled (R13)", async () => {
      const { db, asStaff, place } = await given(await open({ patience: 15_000 }));
      const order = await place({ lines: [{ unit: 3000 }] });
      const staff = asStaff("support");
      const paid = await staff.orders.capture(seen(order));
      const refunds = await Promise.allSettled(
        Array.from({ length: 6 }, () => staff.orders.refund({ ...seen(paid), amount: 3000 })),
      );
      expect(refunds.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await findOrder(db, order.id)).toMatchObject({ refunded: 3000, payment: "refunded", version: 3 });

      const other = await place();
      const moves = await Promise.allSettled([staff.orders.cancel(seen(other)), staff.orders.fulfil(seen(other))]);
      expect(moves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const after = await staff.orders.get({ id: other.id });
      expect([after.status === "canceled", after.shipments.length]).toEqual(
        moves[0].status === "fulfilled" ? [true, 0] : [false, 1],
      );
    });

    test("keeps notes of staff, which its shopper never sees", async () => {
      const { support, place, as, ann } = await given(await open());
      const order = await place();
      const note = { orderId: order.id, text: "Rings twice.", idempotencyKey: "note-one" };
      await support.orders.addNote(note);
      const detail = await support.orders.addNote(note);
      expect(detail).toMatchObject({ version: 1, notes: [{ text: "Rings twice.", author: "The support" }] });
      const own = await as(ann.id).orders.get({ id: order.id });
      expect(JSON.stringify(own)).not.toContain("Rings twice");
      expect(Object.keys(own)).not.toContain("notes");
    });
  });

  describe("the list of orders", () => {
    test("is found by number, address and words, narrowed, sorted and paged both ways", async () => {
      const { support, place, services, clock } = await given(await open());
      const bob = await givenCustomer(services, { firstName: "Bob", lastName: "Burr", email: "bob@example.com" });
      const orders = [];
      for (let at = 0; at < 7; at += 1) {
        clock.forward(60_000);
        const mine = at % 2 === 0 ? {} : { customerId: bob.id, email: at === 1 ? "old@example.com" : bob.email };
        orders.push(await place({ ...mine, lines: [{ unit: 1000 * (1 + ((at * 3) % 7)) }] }));
      }
      const [first, second] = orders;
      const numbers = async (input: Parameters<typeof support.orders.list>[0]): Promise<number[]> =>
        (await support.orders.list(input)).items.map(({ number }) => number - (first?.number ?? 0));
      expect(await numbers({})).toEqual([6, 5, 4, 3, 2, 1, 0]);
      expect(await numbers({ sort: "total" })).toEqual([0, 5, 3, 1, 6, 4, 2]);
      expect(await numbers({ search: `#${second?.number ?? 0}` })).toEqual([1]);
      expect(await numbers({ search: "OLD@example.com" })).toEqual([1]);
      expect(await numbers({ search: "bob@example.com" })).toEqual([5, 3, 1]);
      expect(await numbers({ search: "burr bo" })).toEqual([5, 3, 1]);
      expect(await numbers({ search: "nobody" })).toEqual([]);
      expect(await numbers({ customerId: bob.id, sort: "placedAt" })).toEqual([1, 3, 5]);
      expect(await numbers({ from: second?.placedAt.toISOString(), until: clock.now().toISOString() })).toEqual([
        5, 4, 3, 2, 1,
      ]);
      await support.orders.capture(seen(orders[2] ?? { id: "", version: 1 }));
      await support.orders.cancel(seen(orders[3] ?? { id: "", version: 1 }));
      expect(await numbers({ payment: ["captured"] })).toEqual([2]);
      expect(await numbers({ status: ["canceled"], payment: ["captured"] })).toEqual([]);
      expect(await numbers({ status: ["pending", "canceled"], search: "burr", sort: "-total" })).toEqual([1, 3, 5]);
      const page = await support.orders.list({ limit: 3, search: "ann" });
      expect(page.total).toEqual({ count: 4, capped: false });
      const next = await support.orders.list({ limit: 3, search: "ann", cursor: page.nextCursor ?? "" });
      expect(next.items.map(({ id }) => id)).toEqual([first?.id]);
      const back = await support.orders.list({ limit: 3, search: "ann", cursor: next.prevCursor ?? "" });
      expect(back.items).toEqual(page.items);
      expect(page.items[0]?.customer).toMatchObject({ firstName: "Ann", lastName: "Archer" });
    });

    test("and one order cost as many statements for many lines as for one", async () => {
      const { support, place, as, ann } = await given(await open());
      const one = await place();
      const many = await place({ lines: Array.from({ length: 60 }, () => ({})) });
      const { during } = recordStatements();
      const shopper = as(ann.id);
      const costs = async (call: () => Promise<unknown>): Promise<number> => (await during(call)).length;
      await support.orders.get({ id: one.id });
      await shopper.orders.get({ id: one.id });
      expect(await costs(() => support.orders.get({ id: many.id }))).toBe(
        await costs(() => support.orders.get({ id: one.id })),
      );
      expect(await costs(() => shopper.orders.get({ id: many.id }))).toBe(
        await costs(() => shopper.orders.get({ id: one.id })),
      );
      expect(await costs(() => shopper.orders.list({ limit: 2 }))).toBe(
        await costs(() => shopper.orders.list({ limit: 1 })),
      );
    });
  });
});
