import { ListAudit } from "@clientele/domain/events";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import { analyse, explained } from "../../test/explain.ts";
import { chunked } from "../chunked.ts";
import type { Database } from "../database.ts";
import { listAudit, listGroupEvents } from "./audit.ts";

const newId = testIds();
const at = new Date("2026-03-02T09:00:00.000Z");

const givenEvents = async (db: Database) => {
  const groups = Array.from({ length: 20 }, () => newId("group"));
  const staff = Array.from({ length: 10 }, () => newId("staff"));
  const customers = Array.from({ length: 50 }, () => newId("customer"));
  const rows = Array.from({ length: 2_000 }, (_, number) => ({
    id: newId("event"),
    type: number % 50 === 0 ? ("staff.signed_in" as const) : ("group.updated" as const),
    at: new Date(at.getTime() + number * 60_000),
    actorRealm: "staff" as const,
    actorId: staff[number % staff.length] ?? null,
    customerId: customers[number % customers.length] ?? null,
    groupId: groups[number % groups.length] ?? null,
    data: {},
    customerCount: 0,
  }));
  await db.transaction(async (tx) => {
    for (const some of chunked(rows, 16)) await tx.insert(tx.tables.events).values(some);
  });
  await analyse(db);
  return { group: groups[3] ?? "", staffId: staff[3] ?? "", customerId: customers[3] ?? "" };
};

eachDatabase((name, open) => {
  test("every filter of the log, and a group's activity, reads an index in its order", async () => {
    const db = await open();
    const { group, staffId, customerId } = await givenEvents(db);
    const recorded = recordStatements();
    const filters = [{}, { groupId: group }, { staffId }, { customerId }, { types: ["staff.signed_in" as const] }];
    for (const filter of filters) {
      const first = await listAudit(db, ListAudit.parse(filter));
      expect(first.items).toHaveLength(20);
      const cursor = first.nextCursor ?? undefined;
      for (const input of [filter, { ...filter, cursor }]) {
        const [page] = await recorded.during(() => listAudit(db, ListAudit.parse(input)));
        if (page === undefined) throw new Error("no statement was sent");
        const steps = (await explained(db, page, { sorting: false })).join("\n");
        expect(steps).not.toMatch(/TEMP B-TREE|Sort|Seq Scan|SCAN events$/m);
      }
    }
    const [activity] = await recorded.during(() => listGroupEvents(db, group, { limit: 20 }));
    if (activity === undefined) throw new Error("no statement was sent");
    const steps = (await explained(db, activity, { sorting: false })).join("\n");
    // PostgreSQL may as well walk the ids of so small a table.
    expect(steps).toContain(name === "sqlite" ? "events_group" : "Index Scan");
  });
});
