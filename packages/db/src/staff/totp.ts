import { and, count, eq, isNull, lt } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";

/** Keeps an encrypted seed that waits for its first code. */
export const saveTotpSeed = async (tx: Tx, staffId: string, seed: string): Promise<void> => {
  const { staff } = tx.tables;
  await tx.update(staff).set({ totpSeed: seed, totpEnabledAt: null }).where(eq(staff.id, staffId));
};

/** Counts the kept seed as the second factor from now on. */
export const turnTotpOn = async (tx: Tx, staffId: string, at: Date): Promise<void> => {
  const { staff } = tx.tables;
  await tx.update(staff).set({ totpEnabledAt: at }).where(eq(staff.id, staffId));
};

/** Forgets the seed and the recovery codes; the last step stays, so that no old code is ever taken again. */
export const turnTotpOff = async (tx: Tx, staffId: string): Promise<void> => {
  const { staff, recoveryCodes } = tx.tables;
  await tx.update(staff).set({ totpSeed: null, totpEnabledAt: null }).where(eq(staff.id, staffId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId));
};

/** Takes a time step's code once: false when that step, or a later one, was taken already. */
export const takeTotpStep = async (tx: Tx, staffId: string, step: number): Promise<boolean> => {
  const { staff } = tx.tables;
  const taken = await tx
    .update(staff)
    .set({ totpLastStep: step })
    .where(and(eq(staff.id, staffId), lt(staff.totpLastStep, step)))
    .returning({ id: staff.id });
  return taken.length === 1;
};

/** Puts new recovery codes, as hashes, in the place of all older ones. */
export const replaceRecoveryCodes = async (tx: Tx, staffId: string, hashes: readonly string[]): Promise<void> => {
  const { recoveryCodes } = tx.tables;
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId));
  await tx.insert(recoveryCodes).values(hashes.map((hash) => ({ hash, staffId })));
};

/** Takes a recovery code's one use; false when it is none of the staff member's, or was used. */
export const takeRecoveryCode = async (tx: Tx, staffId: string, hash: string, at: Date): Promise<boolean> => {
  const { recoveryCodes: t } = tx.tables;
  const taken = await tx
    .update(t)
    .set({ usedAt: at })
    .where(and(eq(t.hash, hash), eq(t.staffId, staffId), isNull(t.usedAt)))
    .returning({ hash: t.hash });
  return taken.length === 1;
};

/** How many recovery codes were not used yet. */
export const countRecoveryCodes = async (db: Reader, staffId: string): Promise<number> => {
  const { recoveryCodes: t } = db.tables;
  const [found] = await db
    .select({ rows: count() })
    .from(t)
    .where(and(eq(t.staffId, staffId), isNull(t.usedAt)));
  return found?.rows ?? 0;
};
