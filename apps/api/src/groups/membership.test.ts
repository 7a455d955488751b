import { days, later, minutes } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import { harness } from "../../test/caller.ts";
import { givenGroup } from "../../test/givenGroup.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

eachDatabase((_, open) => {
  test("an end that passes takes effect by the clock alone: no write, no job, no restart", async () => {
    const { db, manager, groupId, ids, clock, asStaff } = await givenGroup(await open(), 3);
    const [one = "", two = "", three = ""] = ids;
    const end = later(clock.now(), minutes(20));
    await manager.groups.addMembers({ groupId, customerIds: [one], until: end.toISOString() });
    await manager.groups.addMembers({ groupId, customerIds: [two], from: end.toISOString() });
    await manager.groups.addMembers({ groupId, customerIds: [three] });
    const viewer = asStaff("viewer");
    const seen = async () => {
      const names = async (state: "effective" | "coming" | "ended") =>
        (await viewer.groups.members({ groupId, state })).items.map(({ customer }) => customer.id).toSorted();
      const { members } = await viewer.groups.get({ id: groupId });
      const details = [];
      for (const id of ids) {
        details.push((await viewer.customers.get({ id })).memberships.map(({ effective }) => effective));
      }
      return {
        effective: await names("effective"),
        coming: await names("coming"),
        ended: await names("ended"),
        counts: [members.effective.count, members.coming.count, members.ended.count],
        inList: (await viewer.groups.list({})).items[0]?.members.count,
        filtered: (await viewer.customers.list({ groupIds: [groupId] })).items.map(({ id }) => id).toSorted(),
        counted: (await viewer.customers.count({ groupIds: [groupId] })).count,
        details,
      };
    };
    const before = {
      effective: [one, three].toSorted(),
      coming: [two],
      ended: [],
      counts: [2, 1, 0],
      inList: 2,
      filtered: [one, three].toSorted(),
      counted: 2,
      details: [[true], [false], [true]],
    };
    expect(await seen()).toEqual(before);
    const kept = await stored(db);
    clock.set(later(end, -1));
    expect(await seen()).toEqual(before);
    clock.set(end);
    expect(await seen()).toEqual({
      effective: [two, three].toSorted(),
      coming: [],
      ended: [one],
      counts: [2, 0, 1],
      inList: 2,
      filtered: [two, three].toSorted(),
      counted: 2,
      details: [[], [true], [true]],
    });
    expect(await stored(db)).toBe(kept);
  });

  test("a membership's end and reason are changed, with one event, and only while it is no history", async () => {
    const { db, manager, groupId, ids, clock } = await givenGroup(await open(), 1);
    await manager.groups.addMembers({ groupId, customerIds: ids, until: "2026-12-31" });
    const [member] = (await manager.groups.members({ groupId })).items;
    const membershipId = member?.membershipId ?? "";
    const events = await eventsDuring(db, () =>
      manager.groups.setMembership({ membershipId, until: null, reason: "For life" }),
    );
    expect(events).toMatchObject([
      {
        type: "group.membership_set",
        customerId: ids[0],
        groupId,
        data: { membershipId, fields: ["until", "reason"] },
      },
    ]);
    const before = await stored(db);
    await manager.groups.setMembership({ membershipId, until: null });
    await manager.groups.setMembership({ membershipId, reason: "For life" });
    expect(await stored(db)).toBe(before);
    await expect(manager.groups.setMembership({ membershipId, until: "2020-01-01" })).rejects.toThrow(
      "membership.until_before_from",
    );
    await manager.groups.setMembership({ membershipId, until: later(clock.now(), days(1)).toISOString() });
    clock.forward(days(1));
    const nextDay = (await harness(db, { clock })).asStaff({ staffId: member?.addedBy?.id ?? "" });
    await expect(nextDay.groups.setMembership({ membershipId, until: null })).rejects.toThrow("membership.not_found");
    const anew = await nextDay.groups.addMembers({ groupId, customerIds: ids });
    expect(anew).toEqual({ added: 1, alreadyMembers: 0, notFound: [] });
    expect((await nextDay.groups.members({ groupId, state: "ended" })).items).toHaveLength(1);
  });

  test("a group that a rule fills takes nobody by hand", async () => {
    const { db, manager, groupId, ids } = await givenGroup(await open(), 1);
    await manager.groups.addMembers({ groupId, customerIds: ids });
    const [member] = (await manager.groups.members({ groupId })).items;
    const { customerGroups } = db.tables;
    await db.transaction(async (tx) => void (await tx.update(customerGroups).set({ kind: "rule" })));
    const before = await stored(db);
    for (const call of [
      () => manager.groups.addMembers({ groupId, customerIds: ids }),
      () => manager.groups.removeMembers({ groupId, customerIds: ids }),
      () => manager.groups.setMembership({ membershipId: member?.membershipId ?? "", reason: "x" }),
      () => manager.groups.matchEmails({ groupId, text: "a@example.com" }),
      () => manager.groups.addEmails({ groupId, emails: [{ email: "a@example.com" }] }),
    ]) {
      await expect(call()).rejects.toThrow("group.is_rule");
    }
    expect(await stored(db)).toBe(before);
  });

  test("the activity tells who did what, with the first few names and how many there were", async () => {
    const { manager, groupId, ids, staffId } = await givenGroup(await open(), 5);
    await manager.groups.addMembers({ groupId, customerIds: ids });
    await manager.groups.removeMembers({ groupId, customerIds: ids.slice(0, 1) });
    const recorded = recordStatements();
    const sent = await recorded.during(() => manager.groups.activity({ groupId }));
    expect(sent.length).toBeLessThanOrEqual(8);
    const { items, total } = await manager.groups.activity({ groupId, limit: 2 });
    expect(total.count).toBe(3);
    expect(items).toMatchObject([
      { type: "group.members_removed", customers: { count: 1, first: [{ id: ids[0], name: "Person0 Even" }] } },
      { type: "group.members_added", actor: { realm: "staff", id: await staffId("manager"), name: "The manager" } },
    ]);
    expect(items[1]?.customers.count).toBe(5);
    expect(items[1]?.customers.first).toHaveLength(3);
    expect(items[1]?.group).toEqual({ id: groupId, name: "VIP" });
  });
});
