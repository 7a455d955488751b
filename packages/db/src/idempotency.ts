import { eq, lt } from "drizzle-orm";
import type { Reader, Tx } from "./database.ts";

export interface KeyedCall {
  /** SHA-256 of the caller, the procedure and the key. */
  key: string;
  inputHash: string;
  /** The id of what the call made. */
  resultId: string;
  createdAt: Date;
}

export const findKeyedCall = async (db: Reader, key: string): Promise<KeyedCall | null> => {
  const { idempotencyKeys } = db.tables;
  const [row] = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key));
  return row ?? null;
};

export const insertKeyedCall = async (tx: Tx, call: KeyedCall): Promise<void> => {
  await tx.insert(tx.tables.idempotencyKeys).values(call);
};

/** Forgets the calls before an instant; answers how many there were. */
export const removeKeyedCalls = async (tx: Tx, before: Date): Promise<number> => {
  const { idempotencyKeys } = tx.tables;
  const removed = await tx
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, before))
    .returning({ key: idempotencyKeys.key });
  return removed.length;
};
