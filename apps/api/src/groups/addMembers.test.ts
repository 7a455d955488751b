import { insertCustomers } from "@clientele/db/customers/customers";
import { membershipsOf } from "@clientele/db/groups/memberships";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { recordStatements } from "@clientele/testing/statements";
import { describe, expect, test } from "vitest";
import { givenGroup } from "../../test/givenGroup.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

eachDatabase((_, open) => {
  describe("adding members", () => {
    test("adds, names those who were members and those who do not exist, and tells every timeline", async () => {
      const { db, manager, groupId, ids, services } = await givenGroup(await open(), 5);
      await manager.groups.addMembers({ groupId, customerIds: ids.slice(0, 2), reason: " signed up " });
      const unknown = [services.newId("customer"), services.newId("customer")];
      const events = await eventsDuring(db, async () => {
        const answer = await manager.groups.addMembers({ groupId, customerIds: [...ids, ...unknown] });
        expect(answer).toEqual({ added: 3, alreadyMembers: 2, notFound: unknown });
      });
      expect(events).toMatchObject([
        { type: "group.members_added", groupId, customerCount: 3, data: { count: 3, first: ids.slice(2) } },
      ]);
      const { eventCustomers } = db.tables;
      const told = (await db.select().from(eventCustomers)).filter(({ eventId }) => eventId === events[0]?.id);
      expect(told.map(({ customerId }) => customerId).toSorted()).toEqual(ids.slice(2).toSorted());
      const members = await manager.groups.members({ groupId });
      expect(members.items.find(({ customer }) => customer.id === ids[0])).toMatchObject({
        state: "effective",
        source: "staff",
        reason: "signed up",
        until: null,
        addedBy: { name: "The manager" },
      });
    });

    test("twice changes nothing", async () => {
      const { db, manager, groupId, ids } = await givenGroup(await open(), 4);
      await manager.groups.addMembers({ groupId, customerIds: ids });
      const before = await stored(db);
      const again = { groupId, customerIds: ids, until: "2027-01-01", reason: "another" };
      expect(await manager.groups.addMembers(again)).toEqual({ added: 0, alreadyMembers: 4, notFound: [] });
      expect(await stored(db)).toBe(before);
    });

    test("by all or nothing names every unknown id and adds nobody", async () => {
      const { db, manager, groupId, ids, services } = await givenGroup(await open(), 3);
      const unknown = [services.newId("customer"), services.newId("customer")];
      const before = await stored(db);
      const call = manager.groups.addMembers({ groupId, customerIds: [...ids, ...unknown], mode: "all-or-nothing" });
      await expect(call).rejects.toMatchObject({
        message: "group.unknown_customers",
        cause: { problem: { params: { customerIds: unknown } } },
      });
      expect(await stored(db)).toBe(before);
      const all = { groupId, customerIds: ids, mode: "all-or-nothing" as const };
      expect(await manager.groups.addMembers(all)).toEqual({ added: 3, alreadyMembers: 0, notFound: [] });
    });

    test("takes as many statements for 500 as for 5", async () => {
      const { manager, groupId, ids } = await givenGroup(await open(), 505);
      await manager.groups.list({});
      const recorded = recordStatements();
      const few = await recorded.during(() => manager.groups.addMembers({ groupId, customerIds: ids.slice(0, 5) }));
      const many = await recorded.during(() => manager.groups.addMembers({ groupId, customerIds: ids.slice(5) }));
      expect(many).toHaveLength(few.length);
      expect((await manager.groups.get({ id: groupId })).members.effective.count).toBe(505);
    });

    test("by a filter takes everyone it means, up to 10,000", async () => {
      const { db, manager, groupId, ids, services } = await givenGroup(await open(), 40);
      const added = await manager.groups.addMembers({ groupId, filter: { search: "odd" } });
      expect(added).toEqual({ added: 20, alreadyMembers: 0, notFound: [] });
      const inGroup = await manager.groups.addMembers({ groupId, filter: { groupIds: [groupId] } });
      expect(inGroup).toEqual({ added: 0, alreadyMembers: 20, notFound: [] });

      const others = Array.from({ length: 9_960 }, () => buildCustomer(services.newId));
      await db.transaction((tx) => insertCustomers(tx, others));
      const everyone = await eventsDuring(db, async () => {
        expect(await manager.groups.addMembers({ groupId, filter: {} })).toEqual({
          added: 9_980,
          alreadyMembers: 20,
          notFound: [],
        });
      });
      expect(everyone).toMatchObject([{ customerCount: 9_980 }]);
      expect((await manager.groups.get({ id: groupId })).members.effective).toEqual({ count: 10_000, capped: false });
      await db.transaction((tx) => insertCustomers(tx, [buildCustomer(services.newId)]));
      const tooMany = manager.groups.addMembers({ groupId, filter: {} });
      await expect(tooMany).rejects.toMatchObject({
        cause: { problem: { code: "input.invalid", fields: { filter: { code: "field.too_many" } } } },
      });
      expect(ids).toHaveLength(40);
    });

    test("takes ids or a filter, not both and not neither, and at most a thousand ids", async () => {
      const { manager, groupId, ids, services } = await givenGroup(await open(), 1);
      const calls = [
        { groupId },
        { groupId, customerIds: ids, filter: {} },
        { groupId, customerIds: [] },
        { groupId, customerIds: ["cus_1"] },
        { groupId, customerIds: Array.from({ length: 1001 }, () => services.newId("customer")) },
      ];
      for (const call of calls) await expect(manager.groups.addMembers(call)).rejects.toThrow("input.invalid");
    });

    test("of the same people at once gives each one membership", async () => {
      const { db, manager, groupId, ids } = await givenGroup(await open(), 20);
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => manager.groups.addMembers({ groupId, customerIds: ids })),
      );
      expect(answers.reduce((sum, { added }) => sum + added, 0)).toBe(20);
      expect(answers.reduce((sum, { alreadyMembers }) => sum + alreadyMembers, 0)).toBe(80);
      for (const id of ids) expect(await membershipsOf(db, id)).toHaveLength(1);
    });

    test("a day without a time begins and ends in the store's time zone", async () => {
      const { db, manager, groupId, ids } = await givenGroup(await open(), 2);
      const [one = "", other = ""] = ids;
      await manager.groups.addMembers({ groupId, customerIds: [one], from: "2026-07-01", until: "2026-07-31" });
      // Berlin is two hours ahead of UTC in summer, and one in winter.
      expect(await membershipsOf(db, one)).toMatchObject([
        { from: new Date("2026-06-30T22:00:00.000Z"), until: new Date("2026-07-31T22:00:00.000Z") },
      ]);
      await manager.groups.addMembers({ groupId, customerIds: [other], until: "2026-12-31" });
      expect(await membershipsOf(db, other)).toMatchObject([{ until: new Date("2026-12-31T23:00:00.000Z") }]);
      const [membership] = await membershipsOf(db, other);
      await manager.groups.setMembership({ membershipId: membership?.id ?? "", until: "2026-08-15T12:00:00+02:00" });
      expect(await membershipsOf(db, other)).toMatchObject([{ until: new Date("2026-08-15T10:00:00.000Z") }]);
    });

    test("an end before the beginning, or one that has passed, is refused at its field", async () => {
      const { db, manager, groupId, ids } = await givenGroup(await open(), 1);
      const before = await stored(db);
      for (const span of [
        { from: "2026-08-02", until: "2026-08-01" },
        { until: "2026-01-01" },
        { from: "2026-01-01", until: "2026-02-01" },
      ]) {
        await expect(manager.groups.addMembers({ groupId, customerIds: ids, ...span })).rejects.toMatchObject({
          cause: { problem: { code: "membership.until_before_from", fields: { until: {} } } },
        });
      }
      await expect(manager.groups.addMembers({ groupId, customerIds: ids, until: "tomorrow" })).rejects.toThrow(
        "input.invalid",
      );
      expect(await stored(db)).toBe(before);
    });
  });
});
