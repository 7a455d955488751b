import { and, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";

const unused = ({ tables: { tokens: t } }: Reader, customerId: string, purpose: "email_change" | "email_revert") =>
  and(eq(t.customerId, customerId), eq(t.purpose, purpose), isNull(t.usedAt), isNull(t.voidedAt));

/** The new address of a change that waits for its mailbox. */
export const findPendingEmail = async (db: Reader, customerId: string, now: Date): Promise<string | null> => {
  const { tokens: t } = db.tables;
  const [pending] = await db
    .select({ email: t.email })
    .from(t)
    .where(and(unused(db, customerId, "email_change"), gt(t.expiresAt, now)))
    .orderBy(desc(t.id))
    .limit(1);
  return pending?.email ?? null;
};

/** The asking session got a new handle. */
export const followAskingSession = async (tx: Tx, customerId: string, from: string, to: string): Promise<void> => {
  const { tokens: t } = tx.tables;
  await tx
    .update(t)
    .set({ askedBy: to })
    .where(and(unused(tx, customerId, "email_change"), eq(t.askedBy, from)));
};

/**
 * Makes the ways back worthless that came after the given one, and answers the addresses they led to. Earlier ones stay:
 * whoever took an account over and changed its address twice cannot use the second way back to block the first.
 */
export const voidLaterReverts = async (tx: Tx, customerId: string, tokenId: string, now: Date): Promise<string[]> => {
  const { tokens: t } = tx.tables;
  const later = await tx
    .update(t)
    .set({ voidedAt: now })
    .where(and(unused(tx, customerId, "email_revert"), gt(t.id, tokenId)))
    .returning({ email: t.email });
  return later.map(({ email }) => email);
};

/** Makes unused links worthless that were mailed to an address, whoever they are about. */
export const voidLinksTo = async (tx: Tx, email: string, now: Date): Promise<void> => {
  const { tokens: t } = tx.tables;
  await tx
    .update(t)
    .set({ voidedAt: now })
    .where(
      and(
        eq(t.email, email),
        inArray(t.purpose, ["sign_up", "invitation", "password_reset"]),
        isNull(t.usedAt),
        isNull(t.voidedAt),
      ),
    );
};
