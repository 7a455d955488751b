import { and, gte, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";

/** Pieces of a variant to take or to put back. */
interface StockPieces {
  variantId: string;
  quantity: number;
}

/** The pieces by variant, some at a time, with what finds their rows and how many each has to take or get. */
function* byVariant({ tables: { variants: t } }: Reader, pieces: readonly StockPieces[]) {
  const wanted = new Map<string, number>();
  for (const { variantId, quantity } of pieces) wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity);
  // Each variant stands in the condition and twice among the cases.
  for (const some of chunked([...wanted], 5)) {
    const ids = some.map(([id]) => id);
    const cases = some.map(([id, quantity]) => sql`when ${t.id} = ${id} then cast(${quantity} as integer)`);
    const quantity: SQL = sql`case ${sql.join(cases, sql` `)} end`;
    yield { ids, quantity, counted: and(inArray(t.id, ids), isNotNull(t.stock)) };
  }
}

/**
 * Takes pieces of counted variants in one statement and answers those of which there are not enough; then the transaction
 * must not commit. The condition stands in the update, so that two buyers never take the same piece. A variant that is not
 * counted is not to be named: nothing is taken of it, and its row is not written by everybody who buys it (`house` 4.6).
 */
export const takeStock = async (tx: Tx, pieces: readonly StockPieces[]): Promise<string[]> => {
  const { variants: t } = tx.tables;
  const short: string[] = [];
  for (const { ids, quantity, counted } of byVariant(tx, pieces)) {
    const rows = await tx
      .update(t)
      .set({ stock: sql`${t.stock} - ${quantity}` })
      .where(and(counted, gte(t.stock, quantity)))
      .returning({ id: t.id });
    const taken = new Set(rows.map(({ id }) => id));
    short.push(...ids.filter((id) => !taken.has(id)));
  }
  return short;
};

/** Puts pieces back in one statement; variants that are not counted, or are gone, take none. */
export const giveStock = async (tx: Tx, pieces: readonly StockPieces[]): Promise<void> => {
  const { variants: t } = tx.tables;
  for (const { quantity, counted } of byVariant(tx, pieces)) {
    await tx
      .update(t)
      .set({ stock: sql`${t.stock} + ${quantity}` })
      .where(counted);
  }
};
