import { and, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Tx } from "../database.ts";

/** A use that an order is about to make. */
export interface WantedUse {
  discountId: string;
  customerId: string;
  orderId: string;
  perCustomerLimit: number | null;
}

/**
 * Counts a use of a discount in the transaction that places its order, and answers whether there was one left; when there
 * was none, nothing is written. The limit in all holds by one conditional update, a customer's own by the number of the
 * use, which is a key (R15). The row's `version` stays: a use is no change that people make. Uses of a customer are
 * numbered only while there is a limit of them, so one that is set later counts from then on.
 */
export const takeUse = async (tx: Tx, wanted: WantedUse): Promise<boolean> => {
  const { discountId, customerId, orderId, perCustomerLimit } = wanted;
  const { discounts: t, discountUses: u } = tx.tables;
  const own = and(eq(u.discountId, discountId), eq(u.customerId, customerId));
  const taken = perCustomerLimit === null ? [] : await tx.select({ number: u.number }).from(u).where(own);
  if (perCustomerLimit !== null && taken.length >= perCustomerLimit) return false;
  const counted = await tx
    .update(t)
    .set({ uses: sql`${t.uses} + 1`, used: true })
    .where(and(eq(t.id, discountId), eq(t.status, "active"), or(isNull(t.usageLimit), lt(t.uses, t.usageLimit))))
    .returning({ id: t.id });
  if (counted.length === 0) return false;
  if (perCustomerLimit !== null) {
    const number = firstFree(taken.map((use) => use.number));
    await tx.insert(u).values({ discountId, customerId, number, orderId });
  }
  return true;
};

/** The least number from 1 on that is not taken; one that came back is given again. */
function firstFree(taken: readonly number[]): number {
  const numbers = new Set(taken);
  let number = 1;
  while (numbers.has(number)) number += 1;
  return number;
}

/** Gives the uses of a cancelled order back (`domain` 6); that the discounts were used once stays true. */
export const giveBackUses = async (tx: Tx, orderId: string, discountIds: readonly string[]): Promise<void> => {
  if (discountIds.length === 0) return;
  const { discounts: t, discountUses: u } = tx.tables;
  await tx
    .update(t)
    .set({ uses: sql`${t.uses} - 1` })
    .where(and(inArray(t.id, [...discountIds]), gt(t.uses, 0)));
  await tx.delete(u).where(eq(u.orderId, orderId));
};

/** Notes that an order was placed at prices of these lists, which from now on are archived and never removed. */
export const markListsUsed = async (tx: Tx, listIds: readonly string[]): Promise<void> => {
  const { priceLists: t } = tx.tables;
  for (const some of chunked([...new Set(listIds)])) {
    // Only the first order writes the row: a list that sells a lot must not make orders wait for one another.
    await tx
      .update(t)
      .set({ used: true })
      .where(and(inArray(t.id, some), eq(t.used, false)));
  }
};
