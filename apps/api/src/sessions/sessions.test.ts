import type { Database } from "@clientele/db";
import { saveCustomer } from "@clientele/db/customers/customers";
import { findSession, insertSession } from "@clientele/db/sessions/sessions";
import { DomainError } from "@clientele/domain/errors";
import { days, hours, later, minutes } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, it } from "vitest";
import { givenCustomer, givenStaff } from "../../test/people.ts";
import { testServices } from "../../test/services.ts";
import { isFresh } from "./freshProof.ts";
import { adapterOf } from "./lucia.ts";
import { type OpenedSession, sessionsOf, shopSessions, staffSessions } from "./sessionService.ts";
import { newSessionToken, readSessionToken } from "./sessionToken.ts";

const caller = { requestId: "r", address: "203.0.113.7", place: "203.0.113.0/24", device: "Chrome on Linux" };

const start = async (db: Database) => {
  const services = testServices(db);
  const ctx = { ...services, caller };
  const customer = await givenCustomer(services);
  const open = (remember = true): Promise<OpenedSession> =>
    db.transaction((tx) => shopSessions.create(tx, ctx, customer.id, { remember }));
  const look = (token: string) => shopSessions.validate(services, token);
  return { services, ctx, customer, open, look, clock: services.clock };
};

eachDatabase((_name, openDatabase) => {
  it("opens a session whose token alone finds it, and stores only a hash of its secret", async () => {
    const db = await openDatabase();
    const { open, look, customer } = await start(db);
    const { token, session } = await open();
    expect(token).toMatch(/^c_[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{43}$/);
    expect(await look(token)).toMatchObject({ handle: session.handle, ownerId: customer.id, moved: false });
    const row = await findSession(db, "shop", session.handle);
    const secret = token.split(".")[1] ?? "";
    expect(Buffer.from(row?.secretHash ?? []).toString("base64url")).not.toBe(secret);
    expect(row?.secretHash).toHaveLength(32);
  });

  it("refuses altered, shortened, foreign and stored forms of a token", async () => {
    const db = await openDatabase();
    const { open, look, services } = await start(db);
    const { token, session } = await open();
    const row = await findSession(db, "shop", session.handle);
    const hash = Buffer.from(row?.secretHash ?? []).toString("base64url");
    const swapped = token.endsWith("A") ? `${token.slice(0, -1)}Q` : `${token.slice(0, -1)}A`;
    const wrong = [
      session.handle,
      token.slice(0, -1),
      `${token}a`,
      swapped,
      token.replace(/^c_/, "a_"),
      `c_${session.handle}.${hash}`,
      ` ${token}`,
      `${token}\n`,
      newSessionToken("shop").text,
      "",
    ];
    for (const text of wrong) expect(await look(text), text).toBeNull();
    expect(await staffSessions.validate(services, token.replace(/^c_/, "a_"))).toBeNull();
  });

  it("keeps the realms apart even when a row is copied", async () => {
    const db = await openDatabase();
    const { services, open } = await start(db);
    const staff = await givenStaff(services);
    const { token, session } = await open();
    const row = await findSession(db, "shop", session.handle);
    if (row === null) throw new Error("no session");
    await db.transaction((tx) => insertSession(tx, "staff", { ...row, ownerId: staff.id }));
    expect(await staffSessions.validate(services, token)).toBeNull();
    expect(await staffSessions.validate(services, token.replace(/^c_/, "a_"))).toBeNull();
  });

  it("ends a session that was idle too long, and one that was used too long", async () => {
    const db = await openDatabase();
    const { open, look, clock } = await start(db);
    const { token: idle } = await open();
    clock.forward(days(14));
    expect(await look(idle)).toBeNull();

    const { token: used, session } = await open();
    for (let day = 0; day < 84; day += 7) {
      clock.forward(days(7));
      expect(await look(used), `day ${day}`).not.toBeNull();
    }
    clock.set(later(session.absoluteExpiresAt, -1));
    expect((await look(used))?.expiresAt).toEqual(session.absoluteExpiresAt);
    clock.set(session.absoluteExpiresAt);
    expect(await look(used)).toBeNull();
    expect(await findSession(db, "shop", session.handle)).toBeNull();
  });

  it("ends what was not to be remembered after a day, however much it is used", async () => {
    const db = await openDatabase();
    const { open, look, clock } = await start(db);
    const { token, session } = await open(false);
    expect(session.expiresAt).toEqual(later(clock.now(), hours(24)));
    clock.forward(hours(23));
    expect(await look(token)).not.toBeNull();
    clock.forward(hours(1));
    expect(await look(token)).toBeNull();
  });

  it("ends a staff session after half an hour without use, and after twelve hours", async () => {
    const db = await openDatabase();
    const { services, ctx, clock } = await start(db);
    const staff = await givenStaff(services);
    const open = () => db.transaction((tx) => staffSessions.create(tx, ctx, staff.id, { remember: false }));
    const { token: idle } = await open();
    clock.forward(minutes(30));
    expect(await staffSessions.validate(services, idle)).toBeNull();
    const { token: used } = await open();
    for (let step = 0; step < 36; step += 1) {
      expect(await staffSessions.validate(services, used)).not.toBeNull();
      clock.forward(minutes(20));
    }
    expect(await staffSessions.validate(services, used)).toBeNull();
  });

  it("writes at most once in half an idle period", async () => {
    const db = await openDatabase();
    const { open, look, clock } = await start(db);
    const { token, session } = await open();
    clock.forward(days(6));
    expect(await look(token)).toMatchObject({ moved: false, lastUsedAt: session.lastUsedAt });
    clock.forward(days(1.5));
    expect(await look(token)).toMatchObject({ moved: true, lastUsedAt: clock.now() });
    clock.forward(hours(1));
    expect(await look(token)).toMatchObject({ moved: false });
  });

  it("gives no session to an owner who is not active", async () => {
    const db = await openDatabase();
    const { services, customer, open, look } = await start(db);
    const { token } = await open();
    await db.transaction((tx) => saveCustomer(tx, { ...customer, status: "disabled", version: 2 }, 1));
    expect(await look(token)).toBeNull();
    const staff = await givenStaff(services, { status: "disabled" });
    const opened = await db.transaction((tx) =>
      staffSessions.create(tx, { ...services, caller }, staff.id, { remember: false }),
    );
    expect(await staffSessions.validate(services, opened.token)).toBeNull();
  });

  it("rotates into a new token that keeps the proof and the absolute end, and kills the old one", async () => {
    const db = await openDatabase();
    const { open, look, ctx, clock } = await start(db);
    const first = await open();
    clock.forward(minutes(11));
    expect(isFresh(first.session, clock.now())).toBe(false);
    const second = await db.transaction((tx) => shopSessions.rotate(tx, ctx, first.session));
    expect(await look(first.token)).toBeNull();
    expect(second.session).toMatchObject({
      authenticatedAt: first.session.authenticatedAt,
      absoluteExpiresAt: first.session.absoluteExpiresAt,
      createdAt: first.session.createdAt,
      device: "Chrome on Linux",
    });
    const third = await db.transaction((tx) => shopSessions.markFresh(tx, ctx, second.session));
    expect(isFresh(third.session, clock.now())).toBe(true);
    expect(await look(second.token)).toBeNull();
    expect(await look(third.token)).toMatchObject({ handle: third.session.handle });
  });

  it("cannot revive a session that was ended meanwhile", async () => {
    const db = await openDatabase();
    const { open, ctx } = await start(db);
    const { session } = await open();
    await db.transaction((tx) => shopSessions.revoke(tx, session.handle));
    const rotating = db.transaction((tx) => shopSessions.rotate(tx, ctx, session));
    await expect(rotating).rejects.toThrow(DomainError);
    expect(await db.transaction((tx) => shopSessions.revoke(tx, session.handle))).toBe(false);
  });

  it("lists the owner's live sessions and ends the others or all", async () => {
    const db = await openDatabase();
    const { open, look, customer, services, clock } = await start(db);
    const other = await givenCustomer(services);
    const foreign = await db.transaction((tx) =>
      shopSessions.create(tx, { ...services, caller }, other.id, { remember: true }),
    );
    const old = await open(false);
    clock.forward(hours(25));
    const [mine, second, third] = [await open(), await open(), await open()];
    const listed = await shopSessions.list(db, customer.id, clock.now());
    expect(listed.map(({ handle }) => handle).toSorted()).toEqual(
      [mine, second, third].map(({ session }) => session.handle).toSorted(),
    );
    expect(listed.some((session) => "secretHash" in session)).toBe(false);
    const ended = await db.transaction((tx) => shopSessions.revokeOthers(tx, customer.id, mine.session.handle));
    expect(ended).toBe(3);
    expect(await look(second.token)).toBeNull();
    expect(await look(old.token)).toBeNull();
    expect(await look(mine.token)).not.toBeNull();
    expect(await db.transaction((tx) => shopSessions.revokeAll(tx, customer.id))).toBe(1);
    expect(await look(mine.token)).toBeNull();
    expect(await sessionsOf("shop").validate(services, foreign.token)).not.toBeNull();
  });
});

describe("the adapter that Lucia is given", () => {
  const now = new Date("2026-03-02T09:00:00.000Z");
  const token = newSessionToken("shop");
  const row = {
    handle: token.handle,
    secretHash: token.secretHash,
    ownerId: "cus_1",
    createdAt: now,
    lastUsedAt: now,
    expiresAt: later(now, days(14)),
    absoluteExpiresAt: later(now, days(90)),
    authenticatedAt: now,
    device: null,
    place: null,
    remembered: true,
  };
  const written: unknown[] = [];
  const write = async (work: unknown): Promise<boolean> => {
    written.push(work);
    return true;
  };
  const over = (changes: Partial<typeof row> | null, at = now, presented = token) =>
    adapterOf({
      realm: "shop",
      token: presented,
      row: changes === null ? null : { ...row, ...changes },
      now: at,
      write,
    });

  it("answers the presented token as the session's id, and no attribute of anyone", async () => {
    const [session, user] = await over({}).getSessionAndUser(token.text);
    expect(session).toMatchObject({ id: token.text, userId: "cus_1", attributes: {} });
    expect(user).toEqual({ id: "cus_1", attributes: {} });
  });

  it("knows no session of a missing row or of another secret", async () => {
    expect(await over(null).getSessionAndUser(token.text)).toEqual([null, null]);
    const sameHandle = { ...newSessionToken("shop"), handle: token.handle };
    expect(await over({}, now, sameHandle).getSessionAndUser(sameHandle.text)).toEqual([null, null]);
  });

  it("counts what has passed either end, or has an end that is no time, as over", async () => {
    const endOf = async (changes: Partial<typeof row>, at = now) =>
      (await over(changes, at).getSessionAndUser(token.text))[0]?.expiresAt.getTime();
    expect(await endOf({}, later(now, days(15)))).toBe(0);
    expect(await endOf({ absoluteExpiresAt: now })).toBe(0);
    expect(await endOf({ expiresAt: new Date(Number.NaN) })).toBe(0);
    expect(await endOf({ absoluteExpiresAt: new Date(Number.NaN) })).toBe(0);
    expect(await endOf({})).toBeGreaterThan(Date.now() + days(13));
  });

  it("writes nothing at the absolute end, again and again", async () => {
    written.length = 0;
    const atEnd = { expiresAt: row.absoluteExpiresAt, lastUsedAt: later(now, days(80)) };
    await over(atEnd, later(now, days(80.1))).updateSessionExpiration(token.text, new Date());
    expect(written).toEqual([]);
    await over(atEnd, later(now, days(89))).updateSessionExpiration(token.text, new Date());
    expect(written).toHaveLength(1);
  });

  it("leaves listing and ending to the store", async () => {
    await expect(over({}).getUserSessions("cus_1")).rejects.toThrow();
    await expect(over({}).deleteUserSessions("cus_1")).rejects.toThrow();
    await expect(over({}).deleteExpiredSessions()).rejects.toThrow();
  });

  it("reads only texts of exactly its realm's shape", () => {
    expect(readSessionToken("shop", token.text)).toMatchObject({ handle: token.handle });
    expect(readSessionToken("staff", token.text)).toBeNull();
    expect(readSessionToken("shop", `${token.text}\n`)).toBeNull();
  });
});
