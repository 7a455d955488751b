import { and, eq, gt, lte } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";

/** An address that a changed account may return to until the instant; nobody else can take it before (`domain` 1). */
export interface EmailHold {
  email: string;
  customerId: string;
  until: Date;
}

/** The hold on an address that has not ended. */
export const findEmailHold = async (db: Reader, email: string, now: Date): Promise<EmailHold | null> => {
  const { emailHolds: t } = db.tables;
  const [hold] = await db
    .select({ email: t.email, customerId: t.customerId, until: t.until })
    .from(t)
    .where(and(eq(t.email, email), gt(t.until, now)));
  return hold ?? null;
};

/** Holds an address; an earlier hold on it, which has ended, gives way. */
export const holdEmail = async (tx: Tx, hold: EmailHold): Promise<void> => {
  const { customerId, until } = hold;
  await tx
    .insert(tx.tables.emailHolds)
    .values(hold)
    .onConflictDoUpdate({ target: tx.tables.emailHolds.email, set: { customerId, until } });
};

/** Lets an address of the customer go. */
export const releaseEmail = async (tx: Tx, customerId: string, email: string): Promise<void> => {
  const { emailHolds: t } = tx.tables;
  await tx.delete(t).where(and(eq(t.email, email), eq(t.customerId, customerId)));
};

/** Takes away holds that ended by the instant, and how many there were; until then few rows gather, so none needs an index. */
export const removeEndedHolds = async (tx: Tx, now: Date): Promise<number> => {
  const { emailHolds: t } = tx.tables;
  const removed = await tx.delete(t).where(lte(t.until, now)).returning({ email: t.email });
  return removed.length;
};
