import { productTerms } from "@clientele/domain/catalogue/productWords";
import { nameKey } from "@clientele/domain/text";
import { and, eq, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "../database.ts";
import { countUpTo } from "../page.ts";

/** How many matches are counted before a part is simply a large one. */
const mostCounted = 10_001;

// The greatest character there is: whatever begins with the text stands before the text and this.
const last = "\u{10ffff}";

/** The condition that a column's text begins with this one, as a range that an index answers on both databases. */
export const beginsWith = (column: PgColumn, text: string): SQL | undefined =>
  and(gte(column, text), lt(column, `${text}${last}`));

/** The columns of a product that a search asks; of the table or of a subquery over it. */
export interface SearchedRow {
  id: PgColumn;
  status: PgColumn | SQL;
  categoryKey: PgColumn | SQL;
}

/** A text column that no index is looked up by: where another index is walked, a look-up would end in a sort. */
export const unindexed = (column: PgColumn): SQL => sql`${column} || ''`;

/** One thing a list asks of its products: how to find those that meet it, and how to ask one of them. */
interface Part {
  /** A query of one column, `id`. */
  readonly source: SQL;
  readonly size: number;
  readonly holds: (row: SearchedRow) => SQL | undefined;
}

const wordPart = async (db: Reader, term: string): Promise<Part> => {
  const { productWords: t } = db.tables;
  const begun = beginsWith(t.word, term);
  const matching = db.selectDistinct({ id: t.productId }).from(t).where(begun);
  const { count } = await countUpTo(db, matching.$dynamic(), mostCounted);
  return {
    source: sql`select distinct ${t.productId} as id from ${t} where ${begun}`,
    size: count,
    holds: ({ id }) => sql`exists (select 1 from ${t} where ${and(eq(t.productId, id), begun)})`,
  };
};

const categoryPart = async (db: Reader, category: string): Promise<Part> => {
  const { products: t } = db.tables;
  const key = nameKey(category);
  // Each status is named, because the index begins with it.
  const meant = and(inArray(t.status, ["draft", "published"]), eq(t.categoryKey, key));
  const { count } = await countUpTo(db, db.select({ id: t.id }).from(t).where(meant).$dynamic(), mostCounted);
  return {
    source: sql`select ${t.id} as id from ${t} where ${meant}`,
    size: count,
    holds: (row) => sql`${row.categoryKey} = ${key}`,
  };
};

/** What a list asks of its products, with how many meet its narrowest part. */
export interface ProductSearch {
  readonly holds: (row: SearchedRow) => SQL | undefined;
  /** Null when nothing but the status is asked for. */
  readonly narrowest: Pick<Part, "source" | "size"> | null;
}

/**
 * Looks how many products meet each part of a search, one statement a part, so that a list can begin with the narrowest.
 * Every word asked for begins a word of the product; a search of no word finds nothing.
 */
export const readySearch = async (
  db: Reader,
  wanted: { search?: string | undefined; category?: string | undefined; status?: "draft" | "published" | undefined },
): Promise<ProductSearch> => {
  const terms = wanted.search === undefined ? [] : productTerms(wanted.search);
  const parts: Part[] = [];
  for (const term of terms) parts.push(await wordPart(db, term));
  if (wanted.category !== undefined) parts.push(await categoryPart(db, wanted.category));
  if (wanted.search !== undefined && wanted.search !== "" && terms.length === 0) parts.push(nothing(db));
  const [narrowest = null] = parts.toSorted((one, other) => one.size - other.size);
  return {
    holds: (row) =>
      and(
        wanted.status === undefined ? undefined : sql`${row.status} = ${wanted.status}`,
        ...parts.map((part) => part.holds(row)),
      ),
    narrowest,
  };
};

const nothing = (db: Reader): Part => ({
  source: sql`select ${db.tables.products.id} as id from ${db.tables.products} where 1 = 0`,
  size: 0,
  holds: () => sql`1 = 0`,
});
