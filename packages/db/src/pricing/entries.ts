import type { EntryInput } from "@clientele/domain/pricing/priceListEntry";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";
import { inJsonList } from "../jsonList.ts";

interface Row {
  variantId: string;
  min: number;
  max: number | null;
  amount: number | null;
  excluded: boolean;
}

const rowColumns = ({ tables: { priceListEntries: e } }: Reader) => ({
  variantId: e.variantId,
  min: e.min,
  max: e.max,
  amount: e.amount,
  excluded: e.excluded,
});

/** Rows as what the list says of each variant. */
const entriesOfRows = (rows: readonly Row[]): Map<string, EntryInput> => {
  const found = new Map<string, EntryInput>();
  for (const { variantId, min, max, amount, excluded } of rows) {
    const entry = found.get(variantId) ?? { variantId, excluded: false, ranges: [] };
    found.set(variantId, entry);
    if (excluded) entry.excluded = true;
    else if (amount !== null) entry.ranges.push({ min, max, amount });
  }
  return found;
};

const list = (ids: readonly string[]): string => JSON.stringify(ids);

/** What the list says of these variants, by variant; of the others it says nothing. One statement. */
export const entriesOf = async (
  db: Reader,
  priceListId: string,
  variantIds: readonly string[],
): Promise<Map<string, EntryInput>> => {
  if (variantIds.length === 0) return new Map();
  const { priceListEntries: e } = db.tables;
  const rows = await db
    .select(rowColumns(db))
    .from(e)
    .where(and(eq(e.priceListId, priceListId), inJsonList(db, e.variantId, sql`${list(variantIds)}`)))
    .orderBy(asc(e.variantId), asc(e.min));
  return entriesOfRows(rows);
};

/** All that the list says. */
export const allEntriesOf = async (db: Reader, priceListId: string): Promise<Map<string, EntryInput>> => {
  const { priceListEntries: e } = db.tables;
  const rows = await db
    .select(rowColumns(db))
    .from(e)
    .where(eq(e.priceListId, priceListId))
    .orderBy(asc(e.variantId), asc(e.min));
  return entriesOfRows(rows);
};

/** What the lists say of these variants, or of all, by list; one statement. */
export const entriesOfLists = async (
  db: Reader,
  listIds: readonly string[],
): Promise<Map<string, Map<string, EntryInput>>> => {
  const { priceListEntries: e } = db.tables;
  const rows = await db
    .select({ ...rowColumns(db), listId: e.priceListId })
    .from(e)
    .where(inArray(e.priceListId, [...listIds]))
    .orderBy(asc(e.variantId), asc(e.min));
  const byList = new Map<string, Row[]>(listIds.map((id) => [id, []]));
  for (const { listId, ...row } of rows) byList.get(listId)?.push(row);
  return new Map([...byList].map(([id, own]) => [id, entriesOfRows(own)]));
};

/** Removes what the list says of the variants. */
const deleteEntries = async (tx: Tx, priceListId: string, variantIds: readonly string[]): Promise<void> => {
  const { priceListEntries: e } = tx.tables;
  if (variantIds.length === 0) return;
  await tx.delete(e).where(and(eq(e.priceListId, priceListId), inJsonList(tx, e.variantId, sql`${list(variantIds)}`)));
};

/** Makes these entries what the list says of their variants; one that says nothing removes what was said. */
export const replaceEntries = async (tx: Tx, priceListId: string, entries: readonly EntryInput[]): Promise<void> => {
  await deleteEntries(
    tx,
    priceListId,
    entries.map(({ variantId }) => variantId),
  );
  const rows = entries.flatMap(({ variantId, excluded, ranges }): (Row & { priceListId: string })[] =>
    excluded
      ? [{ priceListId, variantId, min: 1, max: null, amount: null, excluded: true }]
      : ranges.map((range) => ({ priceListId, variantId, ...range, excluded: false })),
  );
  for (const some of chunked(rows, 6)) await tx.insert(tx.tables.priceListEntries).values(some);
};

/** Copies all that a list says to another. */
export const copyEntries = async (tx: Tx, fromId: string, toId: string): Promise<void> => {
  await replaceEntries(tx, toId, [...(await allEntriesOf(tx, fromId)).values()]);
};
