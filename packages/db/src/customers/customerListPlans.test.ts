import { customerSorts, ListCustomers } from "@clientele/domain/customers/customerList";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { recordStatements } from "@clientele/testing/statements";
import { beforeAll, expect, test } from "vitest";
import { at, givenStore } from "../../test/customerStore.ts";
import { explained } from "../../test/explain.ts";
import type { Database } from "../database.ts";
import { listCustomers } from "./customerList.ts";

eachDatabase((name, open) => {
  let db: Database;
  let store: Awaited<ReturnType<typeof givenStore>>;
  beforeAll(async () => {
    db = await open();
    store = await givenStore(db, 12_000);
  });

  const filtersBySize = (): { few: object[]; many: object[] } => {
    const [many = "", few = ""] = store.groupIds;
    const daysAgo = (count: number): string => new Date(at.getTime() - count * 86_400_000).toISOString();
    const narrow = [
      { search: "rare an" },
      { search: "customer77@example.com" },
      { search: store.people[5]?.id ?? "" },
      { tags: ["few"] },
      { groupIds: [few] },
      { status: ["disabled"] },
      { ordersFrom: 10 },
      { netSpentFrom: 6000, netSpentTo: 60_000 },
      { lastOrderFrom: daysAgo(5), lastOrderUntil: daysAgo(0) },
    ];
    const wide = [
      { search: "ex" },
      { tags: ["many"] },
      { groupIds: [many] },
      { status: ["active"] },
      { ordersTo: 3 },
      { netSpentTo: 4500 },
    ];
    const all = { search: "ex", tags: ["many"], groupIds: [many], status: ["active"] };
    return { few: [...narrow, ...narrow.map((one) => ({ ...all, ...one }))], many: [{}, ...wide, all] };
  };

  const growing = "(customers|customer_search|customer_tags|memberships)\\b";
  const scan =
    name === "postgres" ? new RegExp(`Seq Scan on ${growing}`) : new RegExp(`^SCAN ${growing}(?! USING| VIRTUAL)`);
  const sort = name === "postgres" ? /Sort/ : /USE TEMP B-TREE FOR ORDER BY/;

  test("a filter that few meet reads by indexes alone, in every order", async () => {
    const { during } = recordStatements();
    for (const filter of filtersBySize().few) {
      for (const order of customerSorts) {
        const input = ListCustomers.parse({ ...filter, sort: order });
        for (const statement of await during(() => listCustomers(db, input, at))) {
          const steps = await explained(db, statement);
          expect(steps.filter((step) => scan.test(step))).toEqual([]);
        }
      }
    }
  }, 60_000);

  test("a filter that many meet walks the order's index and sorts nothing", async () => {
    const { during } = recordStatements();
    for (const filter of filtersBySize().many) {
      for (const order of customerSorts) {
        const input = ListCustomers.parse({ ...filter, sort: order });
        const { nextCursor } = await listCustomers(db, input, at);
        for (const cursor of [undefined, nextCursor ?? undefined]) {
          for (const statement of await during(() => listCustomers(db, { ...input, cursor }, at))) {
            const steps = await explained(db, statement, { sorting: false });
            expect(steps.filter((step) => scan.test(step) || sort.test(step))).toEqual([]);
          }
        }
      }
    }
  }, 60_000);

  test("a page costs as many statements with a hundred rows as with one", async () => {
    const { during } = recordStatements();
    for (const filter of [...filtersBySize().few, ...filtersBySize().many]) {
      const counts = new Set<number>();
      for (const limit of [1, 100]) {
        counts.add((await during(() => listCustomers(db, ListCustomers.parse({ ...filter, limit }), at))).length);
      }
      expect(counts.size).toBe(1);
      expect(Math.max(...counts)).toBeLessThanOrEqual(8);
    }
  });

  test("totals stop at the cap", async () => {
    const { many } = filtersBySize();
    for (const filter of many.filter((one) => !("search" in one) || !("status" in one))) {
      const { total } = await listCustomers(db, ListCustomers.parse({ ...filter, limit: 1 }), at);
      expect(total).toEqual({ count: 10_000, capped: true });
    }
  });
});
