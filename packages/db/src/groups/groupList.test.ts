import { groupSorts, type ListGroups } from "@clientele/domain/groups/group";
import { hours } from "@clientele/domain/time";
import { clockAt } from "@clientele/testing/clock";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { buildGroup } from "@clientele/testing/groups";
import { testIds } from "@clientele/testing/ids";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import { insertCustomers } from "../customers/customers.ts";
import type { Database } from "../database.ts";
import { violationOf } from "../failures.ts";
import { listGroups, withMemberCounts } from "./groupList.ts";
import { deleteGroup, findGroupByName, getGroup, groupNames, insertGroup, saveGroup } from "./groups.ts";
import { insertMemberships, membershipsOf } from "./memberships.ts";

const clock = clockAt();
const newId = testIds(clock.now);
const now = clock.now();
const after = (milliseconds: number): Date => new Date(now.getTime() + milliseconds);
const input = (given: Partial<ListGroups> = {}): ListGroups => ({ sort: "name", limit: 20, ...given });

const names = ["Wholesale", "VIP", "Friends & Family", "Très bien", "B2B/Händler", "100% cotton_club", "wholesale new"];

const givenGroups = async (db: Database) => {
  const groups = names.map((name, place) =>
    buildGroup(newId, { name, createdAt: after(-place * 1000), updatedAt: after(((place * 3) % 7) * 1000) }),
  );
  const people = Array.from({ length: 12 }, () => buildCustomer(newId));
  await db.transaction(async (tx) => {
    await insertCustomers(tx, people);
    for (const group of groups) await insertGroup(tx, group);
    for (const [place, { id: groupId }] of groups.entries()) {
      const join = (from: Date, until: Date | null, customers: typeof people) =>
        insertMemberships(
          tx,
          { groupId, from, until, source: "staff", reason: null, addedBy: null, addedAt: now },
          customers.map(({ id }) => ({ customerId: id, membershipId: newId("membership") })),
        );
      await join(now, null, people.slice(0, place));
      await join(now, after(hours(1)), people.slice(place, place + 2));
      await join(after(hours(1)), null, people.slice(place + 2, place + 3));
    }
  });
  return { groups, people };
};

eachDatabase((_, open) => {
  test("each group is listed with its effective members, and the clock alone changes their number", async () => {
    const db = await open();
    await givenGroups(db);
    const counts = async (at: Date) =>
      new Map((await listGroups(db, input(), at)).items.map(({ name, members }) => [name, members.count]));
    expect(await counts(now)).toEqual(new Map(names.map((name, place) => [name, place + 2])));
    expect(await counts(after(hours(1) - 1))).toEqual(new Map(names.map((name, place) => [name, place + 2])));
    expect(await counts(after(hours(1)))).toEqual(new Map(names.map((name, place) => [name, place + 1])));
  });

  test("the page and its counts are two statements, however many groups there are", async () => {
    const db = await open();
    await givenGroups(db);
    const recorded = recordStatements();
    expect(await recorded.during(() => listGroups(db, input(), now))).toHaveLength(2);
    expect(await recorded.during(() => listGroups(db, input({ limit: 1 }), now))).toHaveLength(2);
  });

  test.each(groupSorts)("sorted by %s, pages lead on and back without a gap", async (sort) => {
    const db = await open();
    const { groups } = await givenGroups(db);
    const key = sort.replace("-", "") as "name" | "createdAt" | "updatedAt";
    const valueOf = (group: (typeof groups)[number]): string | number =>
      key === "name" ? group.name.toLowerCase() : group[key].getTime();
    const rising = groups.toSorted((one, other) => (valueOf(one) < valueOf(other) ? -1 : 1)).map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | undefined;
    let before: string | null = null;
    do {
      const page = await listGroups(db, input({ sort, limit: 2, ...(cursor === undefined ? {} : { cursor }) }), now);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      before = page.prevCursor;
      expect(page.total).toEqual({ count: names.length, capped: false });
    } while (cursor !== undefined);
    expect(seen).toEqual(sort.startsWith("-") ? rising.toReversed() : rising);
    const back = await listGroups(db, input({ sort, limit: 2, cursor: before ?? "" }), now);
    expect(back.items.map(({ id }) => id)).toEqual(seen.slice(-3, -1));
  });

  test.each([
    ["whole", ["Wholesale", "wholesale new"]],
    ["NEW whole", ["wholesale new"]],
    ["fam", ["Friends & Family"]],
    ["händ", ["B2B/Händler"]],
    ["HANDLER", ["B2B/Händler"]],
    ["très", ["Très bien"]],
    ["bien tres", ["Très bien"]],
    ["sale", []],
    ["%", []],
    ["_", []],
    ["cotton_", ["100% cotton_club"]],
    ["\\", []],
    ["'; drop table customer_groups; --", []],
  ])("a search for %j finds words by their beginning, and no sign of it is a pattern", async (search, found) => {
    const db = await open();
    await givenGroups(db);
    const page = await listGroups(db, input({ search }), now);
    expect(page.items.map(({ name }) => name)).toEqual(found);
    expect(page.total.count).toBe(found.length);
  });

  test("a group's own page counts present, coming and ended members", async () => {
    const db = await open();
    const { groups } = await givenGroups(db);
    const group = await getGroup(db, groups[2]?.id ?? "");
    const exact = (count: number) => ({ count, capped: false });
    expect((await withMemberCounts(db, group, now)).members).toEqual({
      effective: exact(4),
      coming: exact(1),
      ended: exact(0),
    });
    expect((await withMemberCounts(db, group, after(hours(1)))).members).toEqual({
      effective: exact(3),
      coming: exact(0),
      ended: exact(2),
    });
  });

  test("a name is taken without regard to case, by the rule and by the constraint behind it", async () => {
    const db = await open();
    const { groups } = await givenGroups(db);
    expect((await findGroupByName(db, "  whoLESALE "))?.id).toBe(groups[0]?.id);
    expect(await findGroupByName(db, "Nobody")).toBeNull();
    const twin = db.transaction((tx) => insertGroup(tx, buildGroup(newId, { name: "WHOLESALE" })));
    await expect(twin.catch((error: unknown) => violationOf(error)?.constraint)).resolves.toBe(
      "customer_groups_name_key",
    );
  });

  test("a version that has moved on is neither overwritten nor deleted", async () => {
    const db = await open();
    const group = buildGroup(newId);
    await db.transaction((tx) => insertGroup(tx, group));
    const renamed = { ...group, name: "Renamed", version: 2 };
    await db.transaction((tx) => saveGroup(tx, renamed, 1));
    await expect(
      db.transaction((tx) => saveGroup(tx, { ...group, name: "Other", version: 2 }, 1)),
    ).rejects.toMatchObject({
      code: "group.changed_meanwhile",
      params: { version: 2 },
    });
    await expect(db.transaction((tx) => deleteGroup(tx, group.id, 1))).rejects.toThrow("group.changed_meanwhile");
    expect(await getGroup(db, group.id)).toEqual(renamed);
  });

  test("deleting a group takes its memberships and leaves its members", async () => {
    const db = await open();
    const { groups, people } = await givenGroups(db);
    const group = groups[1];
    await db.transaction((tx) => deleteGroup(tx, group?.id ?? "", 1));
    await expect(getGroup(db, group?.id ?? "")).rejects.toThrow("group.not_found");
    expect(
      (
        await groupNames(
          db,
          groups.map(({ id }) => id),
        )
      ).size,
    ).toBe(names.length - 1);
    const left = await membershipsOf(db, people[0]?.id ?? "");
    expect(left.some(({ groupId }) => groupId === group?.id)).toBe(false);
    expect(left.length).toBeGreaterThan(0);
  });
});
