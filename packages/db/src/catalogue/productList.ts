import type { ListProducts, ProductInList } from "@clientele/domain/catalogue/product";
import type { Page } from "@clientele/domain/page";
import { and, count, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "../database.ts";
import { everyRow, mostGathered } from "../narrowed.ts";
import { type Cursor, countUpTo, keyset, pageOf, placeIn, sortedBy } from "../page.ts";
import { type ProductSearch, readySearch, type SearchedRow, unindexed } from "./productSearch.ts";

const { columnOf, orderOf } = sortedBy("products", {
  createdAt: "createdAt",
  updatedAt: "updatedAt",
  title: "titleKey",
});

type PageWanted = Pick<ListProducts, "sort" | "limit">;

const listColumns = ({ products: t }: Reader["tables"]) => ({
  id: t.id,
  title: t.title,
  titleKey: t.titleKey,
  handle: t.handle,
  category: t.category,
  status: t.status,
  picture: t.picture,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  version: t.version,
});

/** What the indexes that are walked in an order do not begin with is asked of each row. */
const walked = (
  { id, status, categoryKey }: Record<keyof SearchedRow, PgColumn>,
  column: ReturnType<typeof columnOf>,
): SearchedRow => ({
  id,
  status: column === "updatedAt" ? unindexed(status) : status,
  categoryKey: column === "createdAt" ? categoryKey : unindexed(categoryKey),
});

/** Walks along the order's index until the page is full. */
const walk = (db: Reader, { sort, limit }: PageWanted, cursor: Cursor | null, search: ProductSearch) => {
  const { products: t } = db.tables;
  const page = keyset(orderOf(t, sort), cursor);
  return db
    .select(listColumns(db.tables))
    .from(t)
    .where(and(page.where, search.holds(walked(t, columnOf(sort)))))
    .orderBy(...page.orderBy)
    .limit(limit + 1);
};

/** Takes all that meet the search's narrowest part and sorts those that meet the rest of it. */
const gather = (db: Reader, { sort, limit }: PageWanted, cursor: Cursor | null, search: ProductSearch, source: SQL) => {
  const { products: t } = db.tables;
  // On SQLite a cross join keeps the order it is written in.
  const found = db
    .select(listColumns(db.tables))
    .from(sql`(${source}) as met`)
    .crossJoin(t)
    .where(and(eq(t.id, sql`met.id`), search.holds(t)))
    .limit(everyRow)
    .as("found");
  const page = keyset(orderOf(found, sort), cursor);
  return db
    .select()
    .from(found)
    .where(page.where)
    .orderBy(...page.orderBy)
    .limit(limit + 1);
};

/** The ids of what the search means, beginning with its narrowest part. */
const matchingIds = (db: Reader, { narrowest, holds }: ProductSearch) => {
  const { products: t } = db.tables;
  const columns = db.select({ id: t.id });
  if (narrowest === null) return columns.from(t).where(holds(t)).$dynamic();
  return columns
    .from(sql`(${narrowest.source}) as met`)
    .crossJoin(t)
    .where(and(eq(t.id, sql`met.id`), holds(t)))
    .$dynamic();
};

/** The rows of a page and one more, from the narrow part of a search or along the order's index. */
export const listedProducts = async (db: Reader, input: PageWanted, cursor: Cursor | null, search: ProductSearch) => {
  const { narrowest } = search;
  return narrowest !== null && narrowest.size <= mostGathered
    ? gather(db, input, cursor, search, narrowest.source)
    : walk(db, input, cursor, search);
};

/** A page of the products a search means, each with its number of variants and the pieces in stock. */
export const listProducts = async (db: Reader, input: ListProducts): Promise<Page<ProductInList>> => {
  const order = orderOf(db.tables.products, input.sort);
  const cursor = placeIn(order, input.cursor);
  const search = await readySearch(db, input);
  const rows = await listedProducts(db, input, cursor, search);
  const column = columnOf(input.sort);
  const page = pageOf(rows, input.limit, order, cursor, (row) => ({ value: row[column], id: row.id }));
  const total = await countUpTo(db, matchingIds(db, search));
  const counts = await variantCounts(
    db,
    page.items.map(({ id }) => id),
  );
  const items = page.items.map(({ titleKey: _key, ...product }) => ({
    ...product,
    ...(counts.get(product.id) ?? { variants: 0, stock: null }),
  }));
  return { ...page, items, total };
};

const variantCounts = async (
  db: Reader,
  productIds: readonly string[],
): Promise<Map<string, { variants: number; stock: number | null }>> => {
  const { variants: t } = db.tables;
  const rows = await db
    .select({
      productId: t.productId,
      variants: count(),
      // Null when no variant is counted.
      stock: sql<number | null>`sum(${t.stock})`.mapWith(Number),
    })
    .from(t)
    .where(inArray(t.productId, [...productIds]))
    .groupBy(t.productId);
  return new Map(rows.map(({ productId, ...counts }) => [productId, counts]));
};
