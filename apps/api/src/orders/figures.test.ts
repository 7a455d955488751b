import type { Database } from "@clientele/db";
import { findOrder } from "@clientele/db/orders/orders";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { givenOrder } from "@clientele/testing/orders";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harness } from "../../test/caller.ts";
import { givenCustomer } from "../../test/people.ts";
import { rebuildAllFigures } from "./rebuildFigures.ts";

const check = async (db: Database, most?: number): Promise<string[]> => {
  const told: string[] = [];
  const size = most === undefined ? {} : { most };
  await rebuildAllFigures(db, { correct: false, tell: (line) => told.push(line), ...size });
  return told;
};

const place = fc.record({
  kind: fc.constant("place" as const),
  customer: fc.nat(3),
  currency: fc.constantFrom("EUR", "USD"),
  total: fc.nat(50_000),
  /** How far the clock has moved on; two orders may share an instant. */
  minutes: fc.nat(2),
});
const step = fc.record({
  kind: fc.constantFrom("capture" as const, "refund" as const, "cancel" as const, "fulfil" as const),
  order: fc.nat(20),
  part: fc.integer({ min: 1, max: 4 }),
});
const sequences = fc.array(fc.oneof({ weight: 2, arbitrary: place }, { weight: 3, arbitrary: step }), {
  minLength: 4,
  maxLength: 16,
});

eachDatabase((_name, open) => {
  describe("the figures of customers", () => {
    test("are what their orders add up to after whatever happened to those", async () => {
      const h = await harness(await open());
      const { db, services, clock } = h;
      const support = h.asStaff("support");
      await fc.assert(
        fc.asyncProperty(sequences, async (events) => {
          const people = [];
          for (let at = 0; at < 4; at += 1) people.push(await givenCustomer(services));
          const placed: string[] = [];
          for (const event of events) {
            if (event.kind === "place") {
              clock.forward(event.minutes * 60_000);
              const customerId = people[event.customer]?.id ?? "";
              const { currency, total } = event;
              placed.push((await givenOrder(services, { customerId, currency, lines: [{ unit: total }] })).id);
              continue;
            }
            const order = await findOrder(db, placed[event.order % Math.max(1, placed.length)] ?? "");
            if (order === null) continue;
            const { id, version } = order;
            const amount = Math.max(1, Math.floor(order.captured / event.part));
            const calls = {
              capture: () => support.orders.capture({ id, version }),
              refund: () => support.orders.refund({ id, version, amount }),
              cancel: () => support.orders.cancel({ id, version }),
              fulfil: () => support.orders.fulfil({ id, version }),
            };
            // What the order's state forbids is refused and changes nothing, figures least of all.
            await calls[event.kind]().catch(() => null);
          }
          expect(await check(db, 3)).toEqual([]);
        }),
        { numRuns: 12 },
      );
    }, 60_000);

    test("stand by currency, the store's own first, with average, first and last order", async () => {
      const h = await harness(await open());
      const ann = await givenCustomer(h.services);
      const order = (currency: string, unit: number) =>
        givenOrder(h.services, { customerId: ann.id, currency, lines: [{ unit }] });
      const first = await order("USD", 1000);
      h.clock.forward(60_000);
      await order("EUR", 1001);
      h.clock.forward(60_000);
      const last = await order("EUR", 1000);
      const figures = await h.asStaff("viewer").customers.figures({ id: ann.id });
      expect(figures.map(({ currency, orders, average }) => [currency, orders, average.amount])).toEqual([
        ["EUR", 2, 1000],
        ["USD", 1, 1000],
      ]);
      expect(figures[0]?.lastOrderAt).toEqual(last.placedAt);
      expect(figures[1]?.firstOrderAt).toEqual(first.placedAt);
      const [listed] = (await h.asStaff("viewer").customers.list({ ordersFrom: 3 })).items;
      expect(listed).toMatchObject({ orders: 3, lastOrderAt: last.placedAt, netSpent: { amount: 2001 } });
    });

    test("that were bent are named one by one, and put right by the command", async () => {
      const h = await harness(await open());
      const { db } = h;
      const people = [];
      for (let at = 0; at < 5; at += 1) people.push(await givenCustomer(h.services));
      for (const { id: customerId } of people) await givenOrder(h.services, { customerId, lines: [{ unit: 700 }] });
      const [ann, bob] = people;
      await db.transaction(async (tx) => {
        await tx.update(tx.tables.customerFigures).set({ gross: 701 });
        await tx.update(tx.tables.customers).set({ orderCount: 0 });
      });
      const told = await check(db, 2);
      expect(told).toHaveLength(10);
      expect(told).toContain(`${ann?.id} EUR: gross 701 instead of 700`);
      expect(told).toContain(`${bob?.id} in all: orderCount 0 instead of 1`);
      expect(await rebuildAllFigures(db, { correct: true })).toEqual({ customers: 5, differences: 10 });
      expect(await check(db)).toEqual([]);
    });
  });
});
