import { eq, lt, sql } from "drizzle-orm";
import type { Database, Tx } from "../database.ts";
import { alone } from "../dialect.ts";

export interface Hits {
  count: number;
  windowEndsAt: Date;
}

/**
 * Counts one try in the key's window, which begins with its first try, in one statement of its own: every request may
 * write the same row, and none may see a count that another has already used (RAT-1). A window that lies further ahead
 * than its length was written by a clock that ran ahead, so it begins anew.
 */
export const countHit = (database: Database, key: string, now: Date, windowLength: number): Promise<Hits> =>
  alone(database, async (tx) => {
    const { throttles } = tx.tables;
    const end = new Date(now.getTime() + windowLength);
    const at = (time: Date) => sql.param(time, throttles.windowEndsAt);
    const over = sql`(${throttles.windowEndsAt} <= ${at(now)} or ${throttles.windowEndsAt} > ${at(end)})`;
    const [hits] = await tx
      .insert(throttles)
      .values({ key, count: 1, windowEndsAt: end })
      .onConflictDoUpdate({
        target: throttles.key,
        set: {
          count: sql`case when ${over} then 1 else ${throttles.count} + 1 end`,
          windowEndsAt: sql`case when ${over} then ${at(end)} else ${throttles.windowEndsAt} end`,
        },
      })
      .returning({ count: throttles.count, windowEndsAt: throttles.windowEndsAt });
    if (hits === undefined) throw new Error("a counted try answered no row");
    return hits;
  });

/** Forgets the tries of a key. */
export const clearHits = (database: Database, key: string): Promise<void> =>
  alone(database, async (tx) => {
    const { throttles } = tx.tables;
    await tx.delete(throttles).where(eq(throttles.key, key));
  });

/** Forgets the windows that are over. */
export const removeEndedThrottles = async (tx: Tx, now: Date): Promise<number> => {
  const { throttles } = tx.tables;
  const removed = await tx.delete(throttles).where(lt(throttles.windowEndsAt, now)).returning({ key: throttles.key });
  return removed.length;
};
