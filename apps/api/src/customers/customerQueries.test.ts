import { insertCustomers } from "@clientele/db/customers/customers";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { recordStatements } from "@clientele/testing/statements";
import { describe, expect, test } from "vitest";
import { asSent, codeOf, refusalOf } from "../../test/accounts.ts";
import { harness } from "../../test/caller.ts";
import { stored } from "../../test/recorded.ts";

/** Forty customers, every second one in the group "VIP" for two days, every fourth tagged. */
const given = async (db: Parameters<typeof harness>[0]) => {
  const house = await harness(db);
  const manager = house.asStaff("manager");
  const people = Array.from({ length: 40 }, (_, number) =>
    buildCustomer(house.services.newId, { firstName: `Person${number}`, lastName: number % 2 === 0 ? "Even" : "Odd" }),
  );
  await db.transaction((tx) => insertCustomers(tx, people));
  const ids = people.map(({ id }) => id);
  const { id: groupId } = await manager.groups.create({ name: "VIP" });
  const customerIds = ids.filter((_, number) => number % 2 === 0);
  await manager.groups.addMembers({ groupId, customerIds, until: "2026-03-03" });
  for (const id of ids.filter((_, number) => number % 4 === 0))
    await manager.customers.setTags({ id, tags: ["Florist"] });
  return { ...house, manager, ids, groupId };
};

eachDatabase((_, open) => {
  describe("the list of customers", () => {
    test("shows tags and effective groups, and both change with the clock alone", async () => {
      const { clock, manager, asStaff, groupId } = await given(await open());
      const filter = { groupIds: [groupId], tags: ["FLORIST"], sort: "name" as const };
      const page = await manager.customers.list(filter);
      expect(page.total).toEqual({ count: 10, capped: false });
      expect(page.items[0]).toMatchObject({ tags: [{ name: "Florist" }], groups: [{ id: groupId, name: "VIP" }] });
      expect(await manager.customers.count({ groupIds: [groupId] })).toEqual({ count: 20, capped: false });
      // The day ends in the store's time zone, an hour before it ends in UTC.
      clock.set("2026-03-03T22:59:59.999Z");
      // Sessions of staff are shorter than that, so it is a new one.
      const nextDay = asStaff("manager").customers;
      expect(await nextDay.count({ groupIds: [groupId] })).toEqual({ count: 20, capped: false });
      clock.set("2026-03-03T23:00:00.000Z");
      expect(await nextDay.count({ groupIds: [groupId] })).toEqual({ count: 0, capped: false });
      const later = await nextDay.list({ tags: ["Florist"] });
      expect(later.items.map(({ groups }) => groups)).toEqual(Array.from({ length: 10 }, () => []));
    });

    test("costs as many statements for all as for one", async () => {
      const { manager } = await given(await open());
      const { during } = recordStatements();
      const few = await during(() => manager.customers.list({ limit: 1 }));
      const many = await during(() => manager.customers.list({ limit: 100 }));
      expect(many.length).toBe(few.length);
    });

    test("says when there is more, in both directions", async () => {
      const { manager } = await given(await open());
      const all = await manager.customers.list({ limit: 100, sort: "name" });
      expect(all).toMatchObject({ nextCursor: null, prevCursor: null, total: { count: 40, capped: false } });
      const first = await manager.customers.list({ limit: 15, sort: "name" });
      const second = await manager.customers.list({ limit: 15, sort: "name", cursor: first.nextCursor ?? "" });
      const third = await manager.customers.list({ limit: 15, sort: "name", cursor: second.nextCursor ?? "" });
      expect([...first.items, ...second.items, ...third.items]).toEqual(all.items);
      expect([first.prevCursor, third.nextCursor]).toEqual([null, null]);
      const back = await manager.customers.list({ limit: 15, sort: "name", cursor: third.prevCursor ?? "" });
      expect(back.items).toEqual(second.items);
    });

    test.each(["nonsense", "WyJ4Il0", "eyJhIjoxfQ", "'; drop table customers; --"])(
      "refuses the cursor %s at its field",
      async (cursor) => {
        const { manager } = await given(await open());
        const refused = await refusalOf(manager.customers.list({ cursor }));
        expect(refused).toMatchObject({ code: "input.invalid", fields: { cursor: { code: "field.cursor" } } });
      },
    );

    test("takes every sign for what it is, and an unknown key for a mistake", async () => {
      const { db, manager } = await given(await open());
      const before = await stored(db);
      const signs = ["%", "_", "\\", "'", '"', "*", "NEAR(", "(x+)+$", "'; drop table customers; --", "x".repeat(200)];
      for (const search of signs) expect((await manager.customers.list({ search })).items).toEqual([]);
      for (const key of ["where", "OR", "offset", "orderBy", "password", "email"]) {
        expect(await codeOf(manager.customers.list(asSent({ [key]: "x" })))).toBe("input.invalid");
        expect(await codeOf(manager.customers.count(asSent({ [key]: "x" })))).toBe("input.invalid");
      }
      expect(await stored(db)).toBe(before);
    });
  });

  test("a customer's page shows present and coming memberships, and when a confirmed one has ended", async () => {
    const { clock, manager, asStaff, ids, groupId } = await given(await open());
    const [id = ""] = ids;
    const { id: laterId } = await manager.groups.create({ name: "Spring" });
    await manager.groups.addMembers({ groupId: laterId, customerIds: [id], from: "2026-03-10", reason: "Season" });
    const group = { id: groupId, name: "VIP", kind: "manual" };
    expect((await manager.customers.get({ id })).memberships).toMatchObject([
      { group: { id: laterId, name: "Spring" }, effective: false, reason: "Season", until: null },
      { group, effective: true, source: "staff" },
    ]);
    clock.set("2026-03-10T12:00:00.000Z");
    expect((await asStaff("manager").customers.get({ id })).memberships).toMatchObject([
      { group: { id: laterId, name: "Spring" }, effective: true },
    ]);
  });
});
