import { absorbCustomer } from "@clientele/db/customers/absorb";
import { membershipsOf } from "@clientele/db/groups/memberships";
import { undoMinutes } from "@clientele/domain/groups/group";
import { later, minutes } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import { givenGroup } from "../../test/givenGroup.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

eachDatabase((_, open) => {
  describe("removing members", () => {
    test("ends memberships, tells what it was not, and can be undone just as it was", async () => {
      const { db, manager, groupId, ids, clock, services, staffId } = await givenGroup(await open(), 5);
      const [one = "", two = "", three = "", four = ""] = ids;
      await manager.groups.addMembers({ groupId, customerIds: [one], until: "2026-12-31", reason: "Contract" });
      clock.forward(minutes(1));
      await manager.groups.addMembers({ groupId, customerIds: [two], from: "2026-06-01" });
      await manager.groups.addMembers({ groupId, customerIds: [three] });
      const before = [await membershipsOf(db, one), await membershipsOf(db, two)];
      clock.forward(minutes(5));
      const unknown = services.newId("customer");
      const answers: { removalId: string | null; undoUntil: Date | null }[] = [];
      const events = await eventsDuring(db, async () => {
        answers.push(await manager.groups.removeMembers({ groupId, customerIds: [one, two, four, unknown] }));
      });
      expect(answers).toEqual([
        {
          removed: 2,
          notMembers: 1,
          notFound: [unknown],
          removalId: events[0]?.id,
          undoUntil: later(clock.now(), minutes(undoMinutes)),
        },
      ]);
      expect(events).toMatchObject([{ type: "group.members_removed", customerCount: 2, data: { first: [one, two] } }]);
      expect((await manager.groups.members({ groupId })).items.map(({ customer }) => customer.id)).toEqual([three]);
      const removalId = events[0]?.id ?? "";
      const undone = await eventsDuring(db, async () => {
        expect(await manager.groups.undoRemoval({ removalId })).toEqual({ restored: 2, alreadyMembers: 0 });
      });
      expect(undone).toMatchObject([
        { type: "group.removal_undone", customerCount: 2, actorId: await staffId("manager"), data: { removalId } },
      ]);
      expect([await membershipsOf(db, one), await membershipsOf(db, two)]).toEqual(before);
      const stays = await stored(db);
      expect(await manager.groups.undoRemoval({ removalId })).toEqual({ restored: 0, alreadyMembers: 2 });
      expect(await stored(db)).toBe(stays);
    });

    test("of two who became one customer meanwhile is undone once", async () => {
      const { db, manager, groupId, ids, clock } = await givenGroup(await open(), 2);
      const [one = "", two = ""] = ids;
      await manager.groups.addMembers({ groupId, customerIds: ids });
      const { removalId } = await manager.groups.removeMembers({ groupId, customerIds: ids });
      await db.transaction((tx) => absorbCustomer(tx, one, two, clock.now()));
      expect(await manager.groups.undoRemoval({ removalId: removalId ?? "" })).toEqual({
        restored: 1,
        alreadyMembers: 1,
      });
      expect((await manager.groups.members({ groupId })).items.map(({ customer }) => customer.id)).toEqual([one]);
    });

    test("twice, or nobody, changes nothing", async () => {
      const { db, manager, groupId, ids } = await givenGroup(await open(), 2);
      await manager.groups.addMembers({ groupId, customerIds: ids });
      await manager.groups.removeMembers({ groupId, customerIds: ids });
      const before = await stored(db);
      expect(await manager.groups.removeMembers({ groupId, customerIds: ids })).toEqual({
        removed: 0,
        notMembers: 2,
        notFound: [],
        removalId: null,
        undoUntil: null,
      });
      expect(await stored(db)).toBe(before);
    });

    test("cannot be undone when its time is over, nor what was no removal", async () => {
      const { db, manager, groupId, ids, clock, services } = await givenGroup(await open(), 2);
      await manager.groups.addMembers({ groupId, customerIds: ids });
      const { removalId } = await manager.groups.removeMembers({ groupId, customerIds: ids });
      const [added] = (await manager.groups.activity({ groupId })).items.filter(
        ({ type }) => type === "group.members_added",
      );
      const before = await stored(db);
      await expect(manager.groups.undoRemoval({ removalId: services.newId("event") })).rejects.toThrow(
        "group.removal_not_found",
      );
      await expect(manager.groups.undoRemoval({ removalId: added?.id ?? "" })).rejects.toThrow(
        "group.removal_not_found",
      );
      clock.forward(minutes(undoMinutes));
      await expect(manager.groups.undoRemoval({ removalId: removalId ?? "" })).rejects.toThrow("group.undo_too_late");
      expect(await stored(db)).toBe(before);
    });

    test("leaves alone who joined anew before it was undone", async () => {
      const { db, manager, groupId, ids, clock } = await givenGroup(await open(), 2);
      const [one = "", two = ""] = ids;
      await manager.groups.addMembers({ groupId, customerIds: ids, reason: "first" });
      const { removalId } = await manager.groups.removeMembers({ groupId, customerIds: ids });
      clock.forward(1000);
      await manager.groups.addMembers({ groupId, customerIds: [one], reason: "anew" });
      expect(await manager.groups.undoRemoval({ removalId: removalId ?? "" })).toEqual({
        restored: 1,
        alreadyMembers: 1,
      });
      const members = (await manager.groups.members({ groupId })).items;
      expect(new Map(members.map(({ customer, reason }) => [customer.id, reason]))).toEqual(
        new Map([
          [one, "anew"],
          [two, "first"],
        ]),
      );
      expect(await membershipsOf(db, one)).toHaveLength(2);
    });
  });
});
