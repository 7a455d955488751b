import { and, desc, eq, gt, lt, lte, ne, or } from "drizzle-orm";
import type { Realm } from "@clientele/domain/sessions/token";
import type { Reader, Tx } from "../database.ts";

/** A session as it is stored; the handle is public, of the secret only a hash is kept. */
export interface SessionRow {
  handle: string;
  secretHash: Uint8Array;
  ownerId: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  absoluteExpiresAt: Date;
  authenticatedAt: Date;
  device: string | null;
  place: string | null;
  remembered: boolean;
}

// Two tables of the same columns: a row of one realm can never be found at the other's door (AUZ-3).
const sessionsOf = (db: Reader, realm: Realm) =>
  realm === "shop" ? db.tables.customerSessions : db.tables.staffSessions;

export const insertSession = async (tx: Tx, realm: Realm, session: SessionRow): Promise<void> => {
  await tx.insert(sessionsOf(tx, realm)).values({ ...session, secretHash: Buffer.from(session.secretHash) });
};

/** The session of an active owner; of any other owner there is none. */
export const findSession = async (db: Reader, realm: Realm, handle: string): Promise<SessionRow | null> => {
  const sessions = sessionsOf(db, realm);
  const owners = realm === "shop" ? db.tables.customers : db.tables.staff;
  const [row] = await db
    .select(columns(db, realm))
    .from(sessions)
    .innerJoin(owners, and(eq(owners.id, sessions.ownerId), eq(owners.status, "active")))
    .where(eq(sessions.handle, handle));
  return row ?? null;
};

const columns = (db: Reader, realm: Realm) => {
  const t = sessionsOf(db, realm);
  return {
    handle: t.handle,
    secretHash: t.secretHash,
    ownerId: t.ownerId,
    createdAt: t.createdAt,
    lastUsedAt: t.lastUsedAt,
    expiresAt: t.expiresAt,
    absoluteExpiresAt: t.absoluteExpiresAt,
    authenticatedAt: t.authenticatedAt,
    device: t.device,
    place: t.place,
    remembered: t.remembered,
  };
};

/** The owner's sessions that have not ended, the one used last first. */
export const listSessions = (db: Reader, realm: Realm, ownerId: string, now: Date): Promise<SessionRow[]> => {
  const t = sessionsOf(db, realm);
  return db
    .select(columns(db, realm))
    .from(t)
    .where(and(eq(t.ownerId, ownerId), gt(t.expiresAt, now), gt(t.absoluteExpiresAt, now)))
    .orderBy(desc(t.lastUsedAt), desc(t.handle));
};

/** Moves the idle end; an update and never an upsert, so that a late one cannot revive a session that was ended. */
export const slideSession = async (
  tx: Tx,
  realm: Realm,
  handle: string,
  { expiresAt, lastUsedAt }: { expiresAt: Date; lastUsedAt: Date },
): Promise<void> => {
  const t = sessionsOf(tx, realm);
  await tx.update(t).set({ expiresAt, lastUsedAt }).where(eq(t.handle, handle));
};

/** Removes a session and answers whether there was one. */
export const removeSession = async (tx: Tx, realm: Realm, handle: string): Promise<boolean> => {
  const t = sessionsOf(tx, realm);
  return (await tx.delete(t).where(eq(t.handle, handle)).returning({ handle: t.handle })).length === 1;
};

/** Removes the owner's sessions, all or all but one, and answers how many. */
export const removeSessionsOf = async (tx: Tx, realm: Realm, ownerId: string, keep: string | null): Promise<number> => {
  const t = sessionsOf(tx, realm);
  const removed = await tx
    .delete(t)
    .where(and(eq(t.ownerId, ownerId), keep === null ? undefined : ne(t.handle, keep)))
    .returning({ handle: t.handle });
  return removed.length;
};

/** Forgets the sessions that have ended. */
export const removeEndedSessions = async (tx: Tx, realm: Realm, now: Date): Promise<number> => {
  const t = sessionsOf(tx, realm);
  const removed = await tx
    .delete(t)
    .where(or(lte(t.expiresAt, now), lt(t.absoluteExpiresAt, now)))
    .returning({ handle: t.handle });
  return removed.length;
};
