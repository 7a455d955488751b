import { searchTerms, searchWords, sortKey, type Customer } from "@clientele/domain/customers/customer";
import { customerSorts, ListCustomers } from "@clientele/domain/customers/customerList";
import { clockAt } from "@clientele/testing/clock";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import { recordStatements } from "@clientele/testing/statements";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { analyse, explained } from "../../test/explain.ts";
import type { Database } from "../database.ts";
import { chunked } from "../chunked.ts";
import { countCustomers, customerIdsOf, listCustomers } from "./customerList.ts";
import { insertCustomers } from "./customers.ts";

const clock = clockAt();
const newId = testIds();
const at = clock.now();

/** A store in which the tag `Many` and the group `many` have more customers than a total counts, `Few` and `few` a few. */
const givenStore = async (db: Database, size: number) => {
  const tag = (name: string) => ({ id: newId("tag"), name, nameKey: name.toLowerCase(), colour: "slate" as const });
  const many = tag("Many");
  const few = tag("Few");
  const dates = { createdAt: at, updatedAt: at, version: 1 };
  const group = (name: string) => ({
    id: newId("group"),
    name,
    nameKey: name,
    description: "",
    colour: "blue" as const,
  });
  const groups = [group("many"), group("few")];
  const people = Array.from({ length: size }, (_, number): Customer => {
    const created = new Date(at.getTime() - ((number * 7919) % size) * 60_000);
    return buildCustomer(newId, {
      firstName: number % 97 === 0 ? "" : (["Ann", "Bob", "Émile", "zoe", ""][number % 5] ?? ""),
      lastName: number % 97 === 0 ? "" : number % 50 === 0 ? "Rare" : (["Müller", "Example", "Zola"][number % 3] ?? ""),
      email: number % 97 === 0 ? null : `customer${number}@example.com`,
      status: number % 97 === 0 ? "erased" : number % 90 === 1 ? "disabled" : "active",
      createdAt: created,
      updatedAt: new Date(created.getTime() + ((number * 31) % 500) * 1000),
    });
  });
  const isFew = (number: number): boolean => number % 120 === 3 && number % 97 !== 0;
  // Who is erased has lost tags and memberships.
  const isMany = (number: number): boolean => number % 40 !== 0 && number % 97 !== 0;
  const membership = (customer: Customer, groupId: string, until: Date | null) => ({
    id: newId("membership"),
    ...{ groupId, customerId: customer.id, from: at, until, source: "staff" as const, reason: null },
    ...{ addedBy: null, addedAt: at, open: true, removedAt: null, removedBy: null, removalId: null },
  });
  const tomorrow = new Date(at.getTime() + 86_400_000);
  const [manyGroup = group(""), fewGroup = group("")] = groups;
  const tagRows = people.flatMap(({ id: customerId }, number) => [
    ...(isMany(number) ? [{ customerId, tagId: many.id }] : []),
    ...(isFew(number) ? [{ customerId, tagId: few.id }] : []),
  ]);
  const members = people.flatMap((customer, number) => [
    ...(isMany(number) ? [membership(customer, manyGroup.id, null)] : []),
    ...(isFew(number) ? [membership(customer, fewGroup.id, tomorrow)] : []),
  ]);
  await db.transaction(async (tx) => {
    await insertCustomers(tx, people);
    await tx.insert(tx.tables.tags).values([many, few].map((row) => ({ ...row, ...dates })));
    await tx
      .insert(tx.tables.customerGroups)
      .values(groups.map((row) => ({ ...row, ...dates, kind: "manual" as const, metadata: {} })));
    for (const rows of chunked(tagRows, 2)) await tx.insert(tx.tables.customerTags).values(rows);
    for (const rows of chunked(members, 13)) await tx.insert(tx.tables.memberships).values(rows);
  });
  await analyse(db);
  const groupsOf = (number: number, now: Date): string[] => [
    ...(isMany(number) ? [manyGroup.id] : []),
    ...(isFew(number) && now < tomorrow ? [fewGroup.id] : []),
  ];
  const tagsOf = (number: number): string[] => [...(isMany(number) ? ["many"] : []), ...(isFew(number) ? ["few"] : [])];
  const meant = (input: ListCustomers, now: Date): Customer[] => {
    const terms = input.search === undefined ? [] : searchTerms(input.search);
    return people.filter(
      (person, number) =>
        (input.status === undefined ? person.status !== "erased" : input.status.includes(person.status)) &&
        (input.groupIds === undefined || input.groupIds.some((id) => groupsOf(number, now).includes(id))) &&
        (input.tags ?? []).every((name) => tagsOf(number).includes(name.toLowerCase())) &&
        (input.search === person.email || terms.every((term) => searchWords(person).includes(` ${term}`))),
    );
  };
  return { people, groupIds: groups.map(({ id }) => id), meant, tomorrow };
};

const keyOf = (customer: Customer, sort: string): string | number => {
  if (sort.endsWith("name")) return sortKey(customer);
  if (sort.endsWith("email")) return customer.email ?? "";
  return (sort.endsWith("createdAt") ? customer.createdAt : customer.updatedAt).getTime();
};

const sorted = (customers: Customer[], sort: string): string[] => {
  const bytes = (one: string | number, other: string | number): number =>
    typeof one === "number" || typeof other === "number"
      ? Number(one) - Number(other)
      : Buffer.compare(Buffer.from(one), Buffer.from(other));
  const rising = customers.toSorted(
    (one, other) => bytes(keyOf(one, sort), keyOf(other, sort)) || (one.id < other.id ? -1 : 1),
  );
  return (sort.startsWith("-") ? rising.toReversed() : rising).map(({ id }) => id);
};

eachDatabase((name, open) => {
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

  describe("in a store of thousands", () => {
    let db: Database;
    let store: Awaited<ReturnType<typeof givenStore>>;
    beforeAll(async () => {
      db = await open();
      store = await givenStore(db, 12_000);
    });

    const filtersBySize = (): { few: object[]; many: object[] } => {
      const [many = "", few = ""] = store.groupIds;
      const narrow = [
        { search: "rare an" },
        { search: "customer77@example.com" },
        { search: store.people[5]?.id ?? "" },
        { tags: ["few"] },
        { groupIds: [few] },
        { status: ["disabled"] },
      ];
      const wide = [{ search: "ex" }, { tags: ["many"] }, { groupIds: [many] }, { status: ["active"] }];
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

  test("who all stand at the far end of a long list are found there", async () => {
    const db = await open();
    const people = Array.from({ length: 20_400 }, (_, number) =>
      buildCustomer(newId, {
        status: number < 10_200 ? "active" : "guest",
        createdAt: new Date(at.getTime() + number * 1000),
      }),
    );
    await db.transaction((tx) => insertCustomers(tx, people));
    await analyse(db);
    const oldest = people.slice(0, 10_200).toReversed();
    const input = ListCustomers.parse({ status: "active", limit: 100 });
    const first = await listCustomers(db, input, at);
    expect(first.items.map(({ id }) => id)).toEqual(oldest.slice(0, 100).map(({ id }) => id));
    const second = await listCustomers(db, { ...input, cursor: first.nextCursor ?? undefined }, at);
    expect(second.items.map(({ id }) => id)).toEqual(oldest.slice(100, 200).map(({ id }) => id));
  });
});
