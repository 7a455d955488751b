import { sealEvent } from "@clientele/db/events/events";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { pino } from "pino";
import { expect, it } from "vitest";
import { givenCustomer } from "../test/people.ts";
import { testServices } from "../test/services.ts";
import type { StaffActor } from "./context.ts";
import { recordEvent } from "./events.ts";
import { brokenSeal, sealEvents } from "./seal.ts";

const caller = { requestId: "req-1", address: "203.0.113.7", place: "203.0.113.0/24", device: "Chrome on Linux" };
const actor: StaffActor = { realm: "staff", staffId: "stf_1", name: "Sam", role: "owner", permissions: [] };

eachDatabase((_name, open) => {
  it("says who, from where, and stands in the timeline of whom it concerns", async () => {
    const db = await open();
    const ctx = testServices(db);
    const [ann, bob] = [await givenCustomer(ctx), await givenCustomer(ctx)];
    const staffCtx = { ...ctx, caller, realm: "staff" as const, actor };
    const one = await db.transaction((tx) =>
      recordEvent(tx, staffCtx, { type: "customer.updated", customerId: ann.id, data: { fields: ["phone"] } }),
    );
    const many = await db.transaction((tx) =>
      recordEvent(tx, staffCtx, {
        type: "group.members_added",
        groupId: "grp_1",
        customerIds: [ann.id, bob.id, ann.id],
      }),
    );
    const anonymous = await db.transaction((tx) =>
      recordEvent(tx, { ...ctx, caller, realm: "shop" }, { type: "customer.sign_in_failed" }),
    );
    const system = await db.transaction((tx) => recordEvent(tx, ctx, { type: "staff.rescue_started" }));
    const rows = new Map((await db.select().from(db.tables.events)).map((row) => [row.id, row]));
    expect(rows.get(one)).toMatchObject({
      actorRealm: "staff",
      actorId: "stf_1",
      customerId: ann.id,
      customerCount: 1,
      address: "203.0.113.7",
      device: "Chrome on Linux",
      requestId: "req-1",
      data: { fields: ["phone"] },
    });
    expect(rows.get(many)).toMatchObject({ customerId: null, groupId: "grp_1", customerCount: 2 });
    expect(rows.get(anonymous)).toMatchObject({ actorRealm: "shop", actorId: null });
    expect(rows.get(system)).toMatchObject({ actorRealm: "system", actorId: null, address: null });
    const timeline = await db.select().from(db.tables.eventCustomers);
    expect(
      timeline
        .filter(({ customerId }) => customerId === ann.id)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(["groups", "profile"]);
  });

  it("logs a security event after its commit, by ids alone, and nothing of a rolled-back one", async () => {
    const db = await open();
    const lines: string[] = [];
    const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
    const ctx = { ...testServices(db, { log }), caller, realm: "shop" as const };
    await db.transaction((tx) =>
      recordEvent(tx, ctx, { type: "customer.signed_in", actor: { realm: "shop", id: "cus_1" } }),
    );
    const failing = db.transaction(async (tx) => {
      await recordEvent(tx, ctx, { type: "customer.signed_in" });
      throw new Error("not after all");
    });
    await expect(failing).rejects.toThrow();
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { event: "customer.signed_in", actor: "cus_1", requestId: "req-1" },
    ]);
  });

  it("seals what was written into one chain, in which a change shows", async () => {
    const db = await open();
    const ctx = testServices(db);
    const write = (count: number) =>
      db.transaction(async (tx) => {
        for (let at = 0; at < count; at += 1) {
          await recordEvent(tx, ctx, { type: "group.created", groupId: "grp_1", data: { z: at, a: "x", list: ["b"] } });
        }
      });
    await write(230);
    expect(await sealEvents(db)).toBe(230);
    expect(await sealEvents(db)).toBe(0);
    await write(3);
    expect(await sealEvents(db)).toBe(3);
    expect(await brokenSeal(db)).toBeNull();
    const { events } = db.tables;
    const rows = (await db.select().from(events)).toSorted(
      (one, other) => (one.sealNumber ?? 0) - (other.sealNumber ?? 0),
    );
    expect(rows.map(({ sealNumber }) => sealNumber)).toEqual(Array.from({ length: 233 }, (_, at) => at + 1));

    // What an erasure takes away is not under the seal; what was done is.
    await db.transaction(async (tx) => {
      await tx.update(events).set({ address: null, device: null });
    });
    expect(await brokenSeal(db)).toBeNull();
    const forged = { number: 100, hash: "forged" };
    await db.transaction((tx) => sealEvent(tx, rows[99]?.id ?? "", forged));
    expect(await brokenSeal(db)).toBe(100);
    await db.transaction(async (tx) => {
      await tx.update(events).set({ actorId: "stf_9" });
    });
    expect(await brokenSeal(db)).toBe(1);
  });
});
