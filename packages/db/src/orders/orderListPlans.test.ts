import { ListOrders, orderSorts } from "@clientele/domain/orders/order";
import { clockAt } from "@clientele/testing/clock";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import { buildOrder } from "@clientele/testing/orders";
import { recordStatements } from "@clientele/testing/statements";
import { beforeAll, expect, test } from "vitest";
import { analyse, explained } from "../../test/explain.ts";
import { chunked } from "../chunked.ts";
import { insertCustomers } from "../customers/customers.ts";
import type { Database } from "../database.ts";
import { listOrders, listOwnOrders } from "./orderList.ts";
import type { StoredOrder } from "./orders.ts";

const newId = testIds();
const at = clockAt().now();
const hoursAgo = (count: number): Date => new Date(at.getTime() - count * 3_600_000);
const size = 12_000;

/** Most orders are done long since; a few are open, paid back, or of one customer. */
const givenOrders = async (db: Database) => {
  const people = Array.from({ length: 300 }, (_, number) =>
    buildCustomer(newId, {
      firstName: number % 100 === 3 ? "Rare" : "Ann",
      lastName: `Person${number}`,
      email: `person${number}@example.com`,
    }),
  );
  const orders = Array.from({ length: size }, (_, number): StoredOrder => {
    const few = number % 400 === 7;
    return buildOrder(newId, {
      number: 1001 + number,
      customerId: people[number % people.length]?.id ?? "",
      email: `person${number % people.length}@example.com`,
      total: 1000 + ((number * 7919) % 9973),
      status: few ? "pending" : "completed",
      payment: few ? "refunded" : "captured",
      fulfilment: few ? "not_fulfilled" : "delivered",
      captured: 1000,
      placedAt: hoursAgo((number * 31) % size),
    }).order;
  });
  await db.transaction(async (tx) => {
    await insertCustomers(tx, people);
    for (const rows of chunked(orders, 40)) await tx.insert(tx.tables.orders).values(rows);
  });
  await analyse(db);
  return { people, orders };
};

eachDatabase((name, open) => {
  let db: Database;
  let store: Awaited<ReturnType<typeof givenOrders>>;
  beforeAll(async () => {
    db = await open();
    store = await givenOrders(db);
  }, 60_000);

  const growing = "(orders|order_lines|customers|customer_search)\\b";
  const scan =
    name === "postgres" ? new RegExp(`Seq Scan on ${growing}`) : new RegExp(`^SCAN ${growing}(?! USING| VIRTUAL)`);
  const sort = name === "postgres" ? /Sort/ : /USE TEMP B-TREE FOR ORDER BY/;

  const few = (): object[] => [
    { search: "#1500" },
    { search: "person7@example.com" },
    { search: "rare" },
    { customerId: store.people[5]?.id },
    { status: ["pending"] },
    { payment: ["refunded", "voided"] },
    { fulfilment: ["not_fulfilled"], status: ["pending"], search: "ann" },
    { from: hoursAgo(20).toISOString(), until: hoursAgo(2).toISOString() },
  ];
  const many: object[] = [
    {},
    { status: ["completed"] },
    { payment: ["captured"], fulfilment: ["delivered"] },
    { search: "ann" },
    { until: hoursAgo(10).toISOString() },
  ];

  test("a filter that few orders meet reads by indexes alone, in every order", async () => {
    const { during } = recordStatements();
    for (const filter of few()) {
      for (const order of orderSorts) {
        const input = ListOrders.parse({ ...filter, sort: order });
        for (const statement of await during(() => listOrders(db, input))) {
          const steps = await explained(db, statement);
          expect(steps.filter((step) => scan.test(step))).toEqual([]);
        }
      }
    }
  }, 60_000);

  test("a filter that many meet walks the order's index and sorts nothing", async () => {
    const { during } = recordStatements();
    for (const filter of many) {
      for (const order of orderSorts) {
        const input = ListOrders.parse({ ...filter, sort: order });
        const { nextCursor } = await listOrders(db, input);
        for (const cursor of [undefined, nextCursor ?? undefined]) {
          for (const statement of await during(() => listOrders(db, { ...input, cursor }))) {
            const steps = await explained(db, statement, { sorting: false });
            expect(steps.filter((step) => scan.test(step) || sort.test(step))).toEqual([]);
          }
        }
      }
    }
  }, 60_000);

  test("a customer's own orders are one range of an index", async () => {
    const { during } = recordStatements();
    const customerId = store.people[5]?.id ?? "";
    const { nextCursor } = await listOwnOrders(db, { customerId, limit: 5 });
    for (const cursor of [undefined, nextCursor ?? undefined]) {
      const asked = { customerId, limit: 5, cursor, status: ["completed" as const], from: hoursAgo(size) };
      for (const statement of await during(() => listOwnOrders(db, asked))) {
        const steps = await explained(db, statement, { sorting: false });
        expect(steps.filter((step) => scan.test(step) || sort.test(step))).toEqual([]);
      }
    }
  });

  test("every page is the orders that are meant, in their order", async () => {
    const ids = (orders: StoredOrder[]): string[] => orders.map(({ id }) => id);
    const byTotal = store.orders.toSorted((one, other) => one.total - other.total || (one.id < other.id ? -1 : 1));
    const cheapest = await listOrders(db, ListOrders.parse({ sort: "total", limit: 50 }));
    expect(ids(byTotal).slice(0, 50)).toEqual(cheapest.items.map(({ id }) => id));
    const open = byTotal.filter(({ status }) => status === "pending").toReversed();
    const listed = await listOrders(db, ListOrders.parse({ sort: "-total", status: ["pending"], limit: 100 }));
    expect(listed.items.map(({ id }) => id)).toEqual(ids(open));
    expect(listed.total).toEqual({ count: open.length, capped: false });
    const oldest = store.orders.toSorted((one, other) => one.placedAt.getTime() - other.placedAt.getTime());
    const early = ListOrders.parse({ sort: "placedAt", until: hoursAgo(10).toISOString(), status: ["completed"] });
    const page = await listOrders(db, early);
    const meant = oldest.filter(({ status, placedAt }) => status === "completed" && placedAt < hoursAgo(10));
    expect(page.items.map(({ id }) => id)).toEqual(ids(meant).slice(0, 20));
    expect(page.total).toEqual({ count: 10_000, capped: true });
  });
});
