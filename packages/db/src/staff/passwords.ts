import { eq } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";

/** The stored hash of a staff member's password; null for whoever has none yet. */
export const findStaffPassword = async (db: Reader, staffId: string): Promise<string | null> => {
  const { staffPasswords: t } = db.tables;
  const [row] = await db.select({ hash: t.hash }).from(t).where(eq(t.staffId, staffId)).limit(1);
  return row?.hash ?? null;
};

/** Sets the password's hash, the first or another one. */
export const saveStaffPassword = async (tx: Tx, staffId: string, hash: string, changedAt: Date): Promise<void> => {
  const { staffPasswords: t } = tx.tables;
  await tx
    .insert(t)
    .values({ staffId, hash, changedAt })
    .onConflictDoUpdate({ target: t.staffId, set: { hash, changedAt } });
};

/** Writes the same password's hash anew, with present parameters, unless it was changed meanwhile. */
export const upgradeStaffPassword = async (
  tx: Tx,
  staffId: string,
  { from, to }: { from: string; to: string },
): Promise<void> => {
  const { staffPasswords: t } = tx.tables;
  if ((await findStaffPassword(tx, staffId)) !== from) return;
  await tx.update(t).set({ hash: to }).where(eq(t.staffId, staffId));
};
