import type { Category, catalogueSorts, ListCatalogue } from "@clientele/domain/catalogue/shopCatalogue";
import type { Page } from "@clientele/domain/page";
import { and, asc, count, eq, inArray, min, ne, sql } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { everyRow, mostGathered } from "../narrowed.ts";
import { type Cursor, countUpTo, keyset, pageOf, placeIn, sortedBy } from "../page.ts";
import { type ProductSearch, readySearch, unindexed } from "./productSearch.ts";

type CatalogueSort = (typeof catalogueSorts)[number];
const { columnOf, orderOf } = sortedBy("catalogue", { createdAt: "createdAt", title: "titleKey", price: "lowest" });

const shopColumns = ({ products: t, productPrices }: Reader["tables"]) => ({
  id: t.id,
  title: t.title,
  titleKey: t.titleKey,
  handle: t.handle,
  category: t.category,
  picture: t.picture,
  createdAt: t.createdAt,
  lowest: productPrices.lowest,
});

interface Question {
  readonly sort: CatalogueSort;
  readonly limit: number;
  readonly cursor: Cursor | null;
  readonly currency: string;
  readonly search: ProductSearch;
}

/** Walks along the order's index: that of the products, or that of their lowest base prices. */
const walk = (db: Reader, { sort, limit, cursor, currency, search }: Question) => {
  const { products: t, productPrices } = db.tables;
  const byPrice = columnOf(sort) === "lowest";
  const id = byPrice ? productPrices.productId : t.id;
  const row = { id, createdAt: t.createdAt, titleKey: t.titleKey, lowest: productPrices.lowest };
  const page = keyset(orderOf(row, sort), cursor);
  // Only the index of the creation begins with the category; looked up by it, another order would end in a sort.
  const categoryKey = columnOf(sort) === "createdAt" ? t.categoryKey : unindexed(t.categoryKey);
  const asked = search.holds({ id: t.id, status: t.status, categoryKey });
  const columns = db.select(shopColumns(db.tables));
  // On SQLite a cross join keeps the order it is written in, so that the ordered index is the one that is walked.
  const joined = byPrice ? columns.from(productPrices).crossJoin(t) : columns.from(t).crossJoin(productPrices);
  return joined
    .where(and(eq(productPrices.productId, t.id), eq(productPrices.currency, currency), page.where, asked))
    .orderBy(...page.orderBy)
    .limit(limit + 1);
};

/** What is sold in the currency and meets the search, beginning with the search's narrowest part. */
const matching = (db: Reader, { currency, search }: Pick<Question, "currency" | "search">) => {
  const { products: t, productPrices } = db.tables;
  const columns = db.select(shopColumns(db.tables));
  const sold = and(eq(productPrices.productId, t.id), eq(productPrices.currency, currency), search.holds(t));
  const { narrowest } = search;
  if (narrowest === null) return columns.from(t).crossJoin(productPrices).where(sold).$dynamic();
  return columns
    .from(sql`(${narrowest.source}) as met`)
    .crossJoin(t)
    .crossJoin(productPrices)
    .where(and(eq(t.id, sql`met.id`), sold))
    .$dynamic();
};

const gather = (db: Reader, { sort, limit, cursor, ...wanted }: Question) => {
  const found = matching(db, wanted).limit(everyRow).as("found");
  const page = keyset(orderOf(found, sort), cursor);
  return db
    .select()
    .from(found)
    .where(page.where)
    .orderBy(...page.orderBy)
    .limit(limit + 1);
};

/** A product as the catalogue lists it, before anybody's prices. */
export type ListedProduct = Omit<Awaited<ReturnType<typeof walk>>[number], "titleKey" | "lowest" | "createdAt">;

/**
 * A page of what is published and sold in the currency. Sorted by price it goes by base prices, so that a page's place
 * does not depend on who looks.
 */
export const listShopProducts = async (
  db: Reader,
  input: ListCatalogue,
  currency: string,
): Promise<Page<ListedProduct>> => {
  const order = orderOf(shopColumns(db.tables), input.sort);
  const cursor = placeIn(order, input.cursor);
  const { search: words, category } = input;
  const search = await readySearch(db, { search: words, category, status: "published" });
  const question = { sort: input.sort, limit: input.limit, cursor, currency, search };
  const narrow = search.narrowest !== null && search.narrowest.size <= mostGathered;
  const rows = narrow ? await gather(db, question) : await walk(db, question);
  const column = columnOf(input.sort);
  const page = pageOf(rows, input.limit, order, cursor, (row) => ({ value: row[column], id: row.id }));
  const items = page.items.map(({ titleKey: _title, lowest: _lowest, createdAt: _createdAt, ...product }) => product);
  return { ...page, items, total: await countUpTo(db, matching(db, question)) };
};

/** The categories of what is published and sold in the currency, by name, with how many products each has. */
export const listShopCategories = async (db: Reader, currency: string): Promise<Category[]> => {
  const { products: t, productPrices } = db.tables;
  return db
    .select({ name: min(t.category).mapWith(String), products: count() })
    .from(t)
    .innerJoin(productPrices, and(eq(productPrices.productId, t.id), eq(productPrices.currency, currency)))
    .where(and(eq(t.status, "published"), ne(t.categoryKey, "")))
    .groupBy(t.categoryKey)
    .orderBy(asc(t.categoryKey));
};

/** A variant as the shop sells it; `base` is null where it is not sold in the currency. */
export interface OfferedVariant {
  id: string;
  productId: string;
  title: string;
  sku: string;
  stock: number | null;
  base: number | null;
}

/** The variants of products in their order, with their base prices in the currency; one statement. */
export const offeredVariants = async (
  db: Reader,
  productIds: readonly string[],
  currency: string,
): Promise<OfferedVariant[]> => {
  const { variants: t, variantPrices } = db.tables;
  return db
    .select({
      id: t.id,
      productId: t.productId,
      title: t.title,
      sku: t.sku,
      stock: t.stock,
      base: variantPrices.amount,
    })
    .from(t)
    .leftJoin(variantPrices, and(eq(variantPrices.variantId, t.id), eq(variantPrices.currency, currency)))
    .where(inArray(t.productId, [...productIds]))
    .orderBy(asc(t.productId), asc(t.position), asc(t.id));
};
