import { and, count, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Reader } from "../database.ts";

/** An invitation that still opens an account. */
export const findInvitation = async (
  db: Reader,
  customerId: string,
  now: Date,
): Promise<{ sentAt: Date; expiresAt: Date } | null> => {
  const { tokens: t } = db.tables;
  const usable = and(isNull(t.usedAt), isNull(t.voidedAt), gt(t.expiresAt, now));
  const [invitation] = await db
    .select({ sentAt: t.createdAt, expiresAt: t.expiresAt })
    .from(t)
    .where(and(eq(t.customerId, customerId), eq(t.purpose, "invitation"), usable))
    .orderBy(desc(t.id))
    .limit(1);
  return invitation ?? null;
};

/** How many browsers the customer is signed in with. */
export const countLiveSessions = async (db: Reader, customerId: string, now: Date): Promise<number> => {
  const { customerSessions: t } = db.tables;
  const live = and(eq(t.ownerId, customerId), gt(t.expiresAt, now), gt(t.absoluteExpiresAt, now));
  const [found] = await db.select({ rows: count() }).from(t).where(live);
  return found?.rows ?? 0;
};

/** When the customer last came in; opening the account was a sign-in too. */
export const findLastSignIn = async (db: Reader, customerId: string): Promise<Date | null> => {
  const { events, eventCustomers: t } = db.tables;
  const [last] = await db
    .select({ at: events.at })
    .from(t)
    .innerJoin(events, eq(events.id, t.eventId))
    .where(
      and(
        eq(t.customerId, customerId),
        inArray(t.kind, ["security", "account"]),
        inArray(events.type, ["customer.signed_in", "customer.signed_up"]),
      ),
    )
    .orderBy(desc(t.eventId))
    .limit(1);
  return last?.at ?? null;
};
