import { and, eq, gte, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Tx } from "../database.ts";

/**
 * Takes pieces of a variant when there are so many, and says whether there were; a variant that is not counted always
 * has enough. The condition stands in the update, so that two buyers never take the same piece.
 */
export const takeStock = async (tx: Tx, variantId: string, quantity: number): Promise<boolean> => {
  const { variants: t } = tx.tables;
  const taken = await tx
    .update(t)
    .set({ stock: sql`${t.stock} - ${quantity}` })
    .where(and(eq(t.id, variantId), or(isNull(t.stock), gte(t.stock, quantity))))
    .returning({ id: t.id });
  return taken.length > 0;
};

/** Puts pieces back in one statement; variants that are not counted, or are gone, take none. */
export const giveStock = async (tx: Tx, pieces: readonly { variantId: string; quantity: number }[]): Promise<void> => {
  const { variants: t } = tx.tables;
  const given = new Map<string, number>();
  for (const { variantId, quantity } of pieces) given.set(variantId, (given.get(variantId) ?? 0) + quantity);
  for (const some of chunked([...given], 3)) {
    const cases = some.map(([id, quantity]) => sql`when ${t.id} = ${id} then cast(${quantity} as integer)`);
    await tx
      .update(t)
      .set({ stock: sql`${t.stock} + case ${sql.join(cases, sql` `)} end` })
      .where(
        and(
          inArray(
            t.id,
            some.map(([id]) => id),
          ),
          isNotNull(t.stock),
        ),
      );
  }
};
