import { stateOf } from "@clientele/domain/groups/membership";
import type { ListMembers } from "@clientele/domain/groups/group";
import { clockAt } from "@clientele/testing/clock";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { buildGroup } from "@clientele/testing/groups";
import { testIds } from "@clientele/testing/ids";
import { recordStatements } from "@clientele/testing/statements";
import { hours } from "@clientele/domain/time";
import { expect, test } from "vitest";
import { explained } from "../../test/explain.ts";
import { insertCustomers } from "../customers/customers.ts";
import type { Database } from "../database.ts";
import { insertGroup } from "./groups.ts";
import { listMembers } from "./members.ts";
import {
  closeEnded,
  existingCustomerIds,
  getOpenMembership,
  insertMemberships,
  membersAmong,
  membershipsOf,
  memberStateAt,
  removedBy,
  removeMemberships,
  restoreMemberships,
} from "./memberships.ts";

const clock = clockAt();
const newId = testIds(clock.now);
const now = clock.now();
const after = (milliseconds: number): Date => new Date(now.getTime() + milliseconds);

const given = async (db: Database, size: number) => {
  const group = buildGroup(newId);
  const people = Array.from({ length: size }, (_, number) => buildCustomer(newId, { firstName: `Person${number}` }));
  await db.transaction(async (tx) => {
    await insertGroup(tx, group);
    await insertCustomers(tx, people);
  });
  return { group, ids: people.map(({ id }) => id) };
};

const terms = (groupId: string, span: { from?: Date; until?: Date | null } = {}) => ({
  groupId,
  from: span.from ?? now,
  until: span.until ?? null,
  source: "staff" as const,
  reason: "Signed the “frame” contract; it's 2 years",
  addedBy: newId("staff"),
  addedAt: now,
});
const pairs = (ids: readonly string[]) => ids.map((customerId) => ({ customerId, membershipId: newId("membership") }));
const list = (groupId: string, more: Partial<ListMembers> = {}): ListMembers => ({
  groupId,
  state: "effective",
  sort: "-addedAt",
  limit: 20,
  ...more,
});

eachDatabase((_, open) => {
  test("a membership is read back as it was begun", async () => {
    const db = await open();
    const { group, ids } = await given(db, 1);
    const wanted = terms(group.id, { until: after(hours(5)) });
    const people = pairs(ids);
    expect(await db.transaction((tx) => insertMemberships(tx, wanted, people))).toEqual(ids);
    const [membership] = await membershipsOf(db, ids[0] ?? "");
    expect(membership).toEqual({
      ...wanted,
      id: people[0]?.membershipId,
      customerId: ids[0],
      removedAt: null,
    });
  });

  test("whoever is a member already is passed over, and the others begin", async () => {
    const db = await open();
    const { group, ids } = await given(db, 5);
    await db.transaction((tx) => insertMemberships(tx, terms(group.id), pairs(ids.slice(0, 2))));
    const added = await db.transaction((tx) => insertMemberships(tx, terms(group.id), pairs(ids)));
    expect(added.toSorted()).toEqual(ids.slice(2).toSorted());
    expect(await db.transaction((tx) => insertMemberships(tx, terms(group.id), pairs(ids)))).toEqual([]);
    expect((await membersAmong(db, group.id, ids, now)).toSorted()).toEqual(ids.toSorted());
  });

  test("ten thousand begin in one statement", async () => {
    const db = await open();
    const { group, ids } = await given(db, 10_000);
    const recorded = recordStatements();
    const sent = await recorded.during(() =>
      db.transaction((tx) => insertMemberships(tx, terms(group.id), pairs(ids))),
    );
    expect(sent.filter(({ text }) => text.startsWith("insert"))).toHaveLength(1);
    expect((await listMembers(db, list(group.id), now)).total).toEqual({ count: 10_000, capped: false });
  });

  test("a membership that ended gives way to a new one and stays as history", async () => {
    const db = await open();
    const { group, ids } = await given(db, 2);
    await db.transaction((tx) => insertMemberships(tx, terms(group.id, { until: after(1000) }), pairs(ids)));
    const later = after(1000);
    await db.transaction(async (tx) => {
      await closeEnded(tx, group.id, ids.slice(0, 1), later);
      expect(await insertMemberships(tx, terms(group.id, { from: later }), pairs(ids))).toEqual(ids.slice(0, 1));
    });
    const history = await membershipsOf(db, ids[0] ?? "");
    expect(history.map((membership) => stateOf(membership, later)).toSorted()).toEqual(["effective", "ended"]);
  });

  test("what was removed is restored just as it was", async () => {
    const db = await open();
    const { group, ids } = await given(db, 3);
    await db.transaction((tx) => insertMemberships(tx, terms(group.id, { until: after(hours(9)) }), pairs(ids)));
    const before = await membershipsOf(db, ids[1] ?? "");
    const removal = { at: after(500), by: newId("staff"), id: newId("event") };
    await db.transaction((tx) => removeMemberships(tx, group.id, ids.slice(1), removal));
    expect(await membersAmong(db, group.id, ids, after(500))).toEqual(ids.slice(0, 1));
    expect(await membershipsOf(db, ids[1] ?? "")).toEqual([{ ...before[0], removedAt: removal.at }]);
    const removed = await removedBy(db, removal.id);
    expect(removed.map(({ customerId }) => customerId).toSorted()).toEqual(ids.slice(1).toSorted());
    const restored = before[0]?.id ?? "";
    await expect(getOpenMembership(db, restored, after(500))).rejects.toThrow("membership.not_found");
    await db.transaction((tx) =>
      restoreMemberships(
        tx,
        removed.map(({ id }) => id),
      ),
    );
    expect(await membershipsOf(db, ids[1] ?? "")).toEqual(before);
    expect(await removedBy(db, removal.id)).toEqual([]);
    expect(await getOpenMembership(db, restored, after(500))).toEqual(before[0]);
  });

  test("an erased row and a made-up id are no customers", async () => {
    const db = await open();
    const { ids } = await given(db, 1);
    const erased = buildCustomer(newId, { status: "erased", email: null });
    await db.transaction((tx) => insertCustomers(tx, [erased]));
    expect(await existingCustomerIds(db, [...ids, erased.id, newId("customer")])).toEqual(new Set(ids));
  });

  test("SQL and the domain agree on every state at every instant", async () => {
    const db = await open();
    const { group, ids } = await given(db, 8);
    const spans = [
      { from: after(-500), until: after(500) },
      { from: after(-500), until: null },
      { from: after(500), until: after(1000) },
      { from: after(500), until: null },
    ];
    await db.transaction(async (tx) => {
      for (const [place, id] of ids.entries()) {
        await insertMemberships(tx, terms(group.id, spans[place % 4]), pairs([id]));
      }
      const removal = { at: now, by: null, id: newId("event") };
      await removeMemberships(tx, group.id, ids.slice(4), removal);
    });
    const { memberships: t } = db.tables;
    const all = await db.select().from(t);
    for (const step of [-501, -500, 0, 499, 500, 999, 1000, 1001]) {
      const at = after(step);
      for (const state of ["effective", "coming", "ended"] as const) {
        const rows = await db
          .select({ id: t.id })
          .from(t)
          .where(memberStateAt(db, state, at));
        const expected = all.filter((row) => stateOf(row, at) === state).map(({ id }) => id);
        expect(rows.map(({ id }) => id).toSorted(), `${state} at ${step}`).toEqual(expected.toSorted());
      }
    }
  });

  test("members are paged in both directions, in the order they came, and found by a word's beginning", async () => {
    const db = await open();
    const { group, ids } = await given(db, 25);
    for (const [place, id] of ids.entries()) {
      await db.transaction((tx) =>
        insertMemberships(tx, { ...terms(group.id), addedAt: after(Math.floor(place / 3)) }, pairs([id])),
      );
    }
    const read = (more: Partial<ListMembers>) => listMembers(db, list(group.id, more), after(100));
    const first = await read({ limit: 10 });
    const second = await read({ limit: 10, cursor: first.nextCursor ?? "" });
    const third = await read({ limit: 10, cursor: second.nextCursor ?? "" });
    const seen = [first, second, third].flatMap(({ items }) => items.map(({ customer }) => customer.id));
    expect(seen).toHaveLength(25);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(third.nextCursor).toBeNull();
    expect((await read({ limit: 10, cursor: third.prevCursor ?? "" })).items).toEqual(second.items);
    const rising = await read({ limit: 100, sort: "addedAt" });
    expect(rising.items.map(({ customer }) => customer.id)).toEqual(seen.toReversed());
    expect(first.total).toEqual({ count: 25, capped: false });
    const found = await read({ search: "person2 ex" });
    expect(found.items.map(({ customer }) => customer.firstName).toSorted()).toEqual(
      ["Person2", "Person20", "Person21", "Person22", "Person23", "Person24"].toSorted(),
    );
    expect((await read({ search: "erson" })).items).toEqual([]);
    await expect(read({ cursor: "bm9uc2Vuc2U" })).rejects.toThrow("input.invalid");
  });

  test("a page of members reads the index of their order and sorts nothing", async () => {
    const db = await open();
    const { group, ids } = await given(db, 60);
    await db.transaction((tx) => insertMemberships(tx, terms(group.id), pairs(ids)));
    const recorded = recordStatements();
    const first = await listMembers(db, list(group.id), now);
    const sent = await recorded.during(() => listMembers(db, list(group.id, { cursor: first.nextCursor ?? "" }), now));
    expect(sent.length).toBeLessThanOrEqual(3);
    const [page] = sent;
    if (page === undefined) throw new Error("no statement was sent");
    const steps = (await explained(db, page, { sorting: false })).join("\n");
    expect(steps).toContain("memberships_group_added");
    expect(steps).not.toMatch(/TEMP B-TREE|Sort|Seq Scan|SCAN memberships/);
  });
});
