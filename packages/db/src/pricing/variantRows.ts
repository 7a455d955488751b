import { productTerms } from "@clientele/domain/catalogue/productWords";
import { fullTitle } from "@clientele/domain/catalogue/product";
import type { Page } from "@clientele/domain/page";
import { and, asc, eq, exists, gte, inArray, isNotNull, lt, or, sql, type SQL } from "drizzle-orm";
import { skuKey } from "../catalogue/variants.ts";
import type { Reader } from "../database.ts";
import { inJsonList } from "../jsonList.ts";
import { countUpTo, keyset, type Order, pageOf, placeIn } from "../page.ts";

/** A variant as pricing shows it, with its base price in one currency. */
export interface VariantRow {
  variantId: string;
  sku: string;
  /** The product's title with the variant's own. */
  title: string;
  base: number | null;
}

const columns = ({ tables: { variants: v, products: p, variantPrices: b } }: Reader) => ({
  variantId: v.id,
  sku: v.sku,
  skuKey: v.skuKey,
  productTitle: p.title,
  variantTitle: v.title,
  base: b.amount,
});

const variantsIn = (db: Reader, currency: string, condition: SQL | undefined) => {
  const { variants: v, products: p, variantPrices: b } = db.tables;
  return db
    .select(columns(db))
    .from(v)
    .innerJoin(p, eq(p.id, v.productId))
    .leftJoin(b, and(eq(b.variantId, v.id), eq(b.currency, currency)))
    .where(condition);
};

const asRow = (row: {
  variantId: string;
  sku: string;
  productTitle: string;
  variantTitle: string;
  base: number | null;
}): VariantRow => ({
  variantId: row.variantId,
  sku: row.sku,
  title: fullTitle(row.productTitle, row.variantTitle),
  base: row.base,
});

// The last code point there is: everything that begins with a text lies before the text with it.
const beyond = (text: string): string => `${text}\u{10ffff}`;

/** The SKU begins with the search, or every word of it begins a word that the variant's product is found by. */
const found = (db: Reader, search: string): SQL | undefined => {
  if (search === "") return undefined;
  const { variants: v, productWords: w } = db.tables;
  const key = skuKey(search);
  const bySku = and(gte(v.skuKey, key), lt(v.skuKey, beyond(key)));
  const terms = productTerms(search);
  if (terms.length === 0) return bySku;
  const byWords = terms.map((term) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(w)
        .where(and(eq(w.productId, v.productId), gte(w.word, term), lt(w.word, beyond(term)))),
    ),
  );
  return or(bySku, and(...byWords));
};

export interface VariantQuestion {
  currency: string;
  search?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  /** Those that a list names; with `sold` also those that have a base price in the currency. */
  ofList?: { priceListId: string; sold: boolean };
  /** Only these. */
  variantIds?: readonly string[] | undefined;
}

/** A page of variants in the order of their SKUs, and how many there are; two statements. */
export const listVariantRows = async (db: Reader, question: VariantQuestion): Promise<Page<VariantRow>> => {
  const { variants: v, variantPrices: b, priceListEntries: e } = db.tables;
  const { currency, search, ofList, variantIds } = question;
  // The key of a SKU is unique, so it is the whole order.
  const order: Order = { name: "variants sku", by: v.skuKey, id: v.skuKey, direction: "asc" };
  const cursor = placeIn(order, question.cursor);
  const page = keyset(order, cursor);
  const one = { one: sql`1` };
  const isNamed = (priceListId: string): SQL =>
    exists(
      db
        .select(one)
        .from(e)
        .where(and(eq(e.priceListId, priceListId), eq(e.variantId, v.id))),
    );
  const isSold = exists(
    db
      .select(one)
      .from(b)
      .where(and(eq(b.variantId, v.id), eq(b.currency, currency))),
  );
  const meant =
    ofList === undefined
      ? undefined
      : ofList.sold
        ? or(isSold, isNamed(ofList.priceListId))
        : isNamed(ofList.priceListId);
  const wanted = and(
    search === undefined ? undefined : found(db, search),
    variantIds === undefined ? undefined : inArray(v.id, [...variantIds]),
    meant,
  );
  const rows = await variantsIn(db, currency, and(wanted, page.where))
    .orderBy(...page.orderBy)
    .limit(question.limit + 1);
  const kept = pageOf(rows, question.limit, order, cursor, (row) => ({ value: row.skuKey, id: row.skuKey }));
  const total = await countUpTo(db, db.select({ id: v.id }).from(v).where(wanted));
  return { ...kept, items: kept.items.map(asRow), total };
};

/** The variants of these SKUs, without regard to case, by the SKU's key; one statement. */
export const variantsBySku = async (
  db: Reader,
  skus: readonly string[],
  currency: string,
): Promise<Map<string, VariantRow>> => {
  const { variants: v } = db.tables;
  const keys = JSON.stringify([...new Set(skus.map(skuKey))]);
  const rows = await variantsIn(db, currency, inJsonList(db, v.skuKey, sql`${keys}`));
  return new Map(rows.map((row) => [row.skuKey, asRow(row)]));
};

/** Which of these variants exist, with what pricing shows of them; one statement. */
export const variantRowsByIds = async (
  db: Reader,
  ids: readonly string[],
  currency: string,
): Promise<Map<string, VariantRow>> => {
  const { variants: v } = db.tables;
  const rows = await variantsIn(db, currency, inJsonList(db, v.id, sql`${JSON.stringify(ids)}`));
  return new Map(rows.map((row) => [row.variantId, asRow(row)]));
};

/**
 * The variants that are sold in the currency and that a list may price, in the order of their SKUs: all of them, or those
 * that one of the lists names.
 */
export const soldVariants = async (
  db: Reader,
  currency: string,
  namedBy: readonly string[] | null,
): Promise<VariantRow[]> => {
  const { variants: v, variantPrices: b, priceListEntries: e } = db.tables;
  const named =
    namedBy === null
      ? undefined
      : exists(
          db
            .select({ one: sql`1` })
            .from(e)
            .where(and(eq(e.variantId, v.id), inArray(e.priceListId, [...namedBy]))),
        );
  const rows = await variantsIn(db, currency, and(isNotNull(b.amount), named)).orderBy(asc(v.skuKey));
  return rows.map(asRow);
};
