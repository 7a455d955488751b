import { customerSorts, ListCustomers } from "@clientele/domain/customers/customerList";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { at, givenStore, sorted } from "../../test/customerStore.ts";
import type { Database } from "../database.ts";
import { countCustomers, customerIdsOf, listCustomers } from "./customerList.ts";
import { insertCustomers } from "./customers.ts";

const newId = testIds();

eachDatabase((_, open) => {
  describe("in a store of a few hundred", () => {
    let db: Database;
    let store: Awaited<ReturnType<typeof givenStore>>;
    beforeAll(async () => {
      db = await open();
      store = await givenStore(db, 400);
    });

    const filters = () =>
      fc.record(
        {
          search: fc.constantFrom(
            "ann",
            "m",
            "rare an",
            "customer7@example.com",
            "customer1",
            "émi",
            "example com",
            "no",
          ),
          status: fc.subarray(["active", "disabled", "erased", "guest"] as const, { minLength: 1 }),
          groupIds: fc.subarray(store.groupIds, { minLength: 1 }),
          tags: fc.subarray(["MANY", "few"], { minLength: 1 }),
          ordersFrom: fc.constantFrom(0, 2, 40),
          ordersTo: fc.constantFrom(0, 3),
          netSpentFrom: fc.constantFrom(1500, 4500),
          netSpentTo: fc.constantFrom(0, 4500),
          lastOrderFrom: fc.constantFrom("2000-01-01T00:00:00.000Z", "2025-06-01T00:00:00.000Z"),
          lastOrderUntil: fc.constantFrom("2025-12-01T00:00:00.000Z", "2030-01-01T00:00:00.000Z"),
        },
        { requiredKeys: [] },
      );

    test("every filter, order and page is what the domain's functions say, forth and back", async () => {
      const questions = fc.record({
        filter: filters(),
        sort: fc.constantFrom(...customerSorts),
        limit: fc.integer({ min: 1, max: 60 }),
      });
      await fc.assert(
        fc.asyncProperty(questions, async ({ filter, sort, limit }) => {
          const input = ListCustomers.parse({ ...filter, sort, limit });
          const wanted = sorted(store.meant(input, at), sort);
          const pages: string[][] = [];
          let page = await listCustomers(db, input, at);
          expect(page.total).toEqual({ count: wanted.length, capped: false });
          expect(page.prevCursor).toBeNull();
          pages.push(page.items.map(({ id }) => id));
          while (page.nextCursor !== null) {
            page = await listCustomers(db, { ...input, cursor: page.nextCursor }, at);
            pages.push(page.items.map(({ id }) => id));
          }
          expect(pages.flat()).toEqual(wanted);
          const back: string[][] = [page.items.map(({ id }) => id)];
          while (page.prevCursor !== null) {
            page = await listCustomers(db, { ...input, cursor: page.prevCursor }, at);
            back.unshift(page.items.map(({ id }) => id));
          }
          expect(back.flat()).toEqual(wanted);
        }),
        { numRuns: 30, seed: 5 },
      );
    }, 30_000);

    test("who is in a group is decided by the clock alone", async () => {
      const [, few = ""] = store.groupIds;
      const filter = { groupIds: [few] };
      expect((await countCustomers(db, filter, at)).count).toBeGreaterThan(0);
      expect(await countCustomers(db, filter, store.tomorrow)).toEqual({ count: 0, capped: false });
      expect(await customerIdsOf(db, filter, new Date(at.getTime() - 1), 10)).toEqual([]);
    });

    test("an unknown tag or a search without letters means nobody", async () => {
      expect(await customerIdsOf(db, { tags: ["few", "unheard of"] }, at, 10)).toEqual([]);
      expect(await customerIdsOf(db, { search: "%" }, at, 10)).toEqual([]);
      expect((await customerIdsOf(db, { search: " " }, at, 1000)).length).toBe(
        store.meant(ListCustomers.parse({}), at).length,
      );
    });

    test("a customer is found by the whole id, and stays hidden when erased", async () => {
      const erased = store.people.find(({ status }) => status === "erased");
      const known = store.people.find(({ status }) => status === "active");
      expect(await customerIdsOf(db, { search: known?.id ?? "" }, at, 10)).toEqual([known?.id]);
      expect(await customerIdsOf(db, { search: erased?.id ?? "" }, at, 10)).toEqual([]);
    });

    test("a cursor of another order is refused", async () => {
      const { nextCursor } = await listCustomers(db, ListCustomers.parse({}), at);
      const other = listCustomers(db, ListCustomers.parse({ sort: "name", cursor: nextCursor }), at);
      await expect(other).rejects.toMatchObject({ fields: { cursor: { code: "field.cursor" } } });
    });
  });

  test("who all stand at the far end of a long list are found there", async () => {
    const db = await open();
    const people = Array.from({ length: 7_500 }, (_, number) =>
      buildCustomer(newId, {
        status: number < 2_200 ? "active" : "guest",
        createdAt: new Date(at.getTime() + number * 1000),
      }),
    );
    await db.transaction((tx) => insertCustomers(tx, people));
    const oldest = people.slice(0, 2_200).toReversed();
    const input = ListCustomers.parse({ status: "active", limit: 100 });
    const first = await listCustomers(db, input, at);
    expect(first.items.map(({ id }) => id)).toEqual(oldest.slice(0, 100).map(({ id }) => id));
    const second = await listCustomers(db, { ...input, cursor: first.nextCursor ?? undefined }, at);
    expect(second.items.map(({ id }) => id)).toEqual(oldest.slice(100, 200).map(({ id }) => id));
  });
});
