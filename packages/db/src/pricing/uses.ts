import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
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
  const { discountUses: u } = tx.tables;
  const own = and(eq(u.discountId, discountId), eq(u.customerId, customerId));
  const taken = perCustomerLimit === null ? [] : await tx.select({ number: u.number }).from(u).where(own);
  if (perCustomerLimit !== null && taken.length >= perCustomerLimit) return false;
  if (!(await takeOfAll(tx, wanted))) return false;
  if (perCustomerLimit !== null) {
    const number = firstFree(taken.map((use) => use.number));
    await tx.insert(u).values({ discountId, customerId, number, orderId });
  }
  return true;
};

/** Takes a use of those that everybody has together; without a limit of them it is only written down, to be counted later. */
const takeOfAll = async (tx: Tx, { discountId, orderId }: WantedUse): Promise<boolean> => {
  const { discounts: t, uncountedUses } = tx.tables;
  const isActive = and(eq(t.id, discountId), eq(t.status, "active"));
  const [discount] = await tx.select({ usageLimit: t.usageLimit, used: t.used }).from(t).where(isActive);
  if (discount === undefined) return false;
  const { usageLimit, used } = discount;
  if (usageLimit !== null) {
    const counted = await tx
      .update(t)
      .set({ uses: sql`${t.uses} + 1`, used: true })
      .where(and(isActive, lt(t.uses, t.usageLimit)))
      .returning({ id: t.id });
    return counted.length > 0;
  }
  await tx.insert(uncountedUses).values({ discountId, orderId });
  // Only the first order writes the discount's row.
  if (!used) await tx.update(t).set({ used: true }).where(isActive);
  return true;
};

/**
 * Adds the uses that wait to the counts of their discounts, all of them or one discount's. It happens beside the orders, and
 * before a discount is given a limit, which must hold for what was used until then.
 */
export const countUses = async (tx: Tx, discountId?: string): Promise<number> => {
  const { discounts: t, uncountedUses: w } = tx.tables;
  const waiting = await tx
    .delete(w)
    .where(discountId === undefined ? undefined : eq(w.discountId, discountId))
    .returning({ discountId: w.discountId });
  const found = new Map<string, number>();
  for (const use of waiting) found.set(use.discountId, (found.get(use.discountId) ?? 0) + 1);
  for (const [id, uses] of found) {
    await tx
      .update(t)
      .set({ uses: sql`${t.uses} + ${uses}` })
      .where(eq(t.id, id));
  }
  return waiting.length;
};

/** The least number from 1 on that is not taken; one that came back is given again. */
function firstFree(taken: readonly number[]): number {
  const numbers = new Set(taken);
  let number = 1;
  while (numbers.has(number)) number += 1;
  return number;
}

/**
 * Gives the uses of a cancelled order back (`domain` 6), those that wait to be counted and those that are; that the
 * discounts were used once stays true.
 */
export const giveBackUses = async (tx: Tx, orderId: string, discountIds: readonly string[]): Promise<void> => {
  if (discountIds.length === 0) return;
  const { discounts: t, discountUses: u, uncountedUses: w } = tx.tables;
  const waiting = await tx.delete(w).where(eq(w.orderId, orderId)).returning({ id: w.discountId });
  const counted = discountIds.filter((id) => waiting.every((use) => use.id !== id));
  if (counted.length > 0) {
    await tx
      .update(t)
      .set({ uses: sql`${t.uses} - 1` })
      .where(and(inArray(t.id, counted), gt(t.uses, 0)));
  }
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
