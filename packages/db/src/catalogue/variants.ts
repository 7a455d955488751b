import type { Variant } from "@clientele/domain/catalogue/product";
import { nameKey } from "@clientele/domain/text";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";

/** A SKU as it is compared: without regard to case. */
export const skuKey = nameKey;

/** The variants of each product in their order, with their base prices; two statements for a page of products. */
export const variantsOf = async (db: Reader, productIds: readonly string[]): Promise<Map<string, Variant[]>> => {
  const { variants: t, variantPrices } = db.tables;
  const found = new Map<string, Variant[]>();
  for (const some of chunked([...new Set(productIds)])) {
    const rows = await db
      .select({ id: t.id, productId: t.productId, title: t.title, sku: t.sku, stock: t.stock })
      .from(t)
      .where(inArray(t.productId, some))
      .orderBy(asc(t.productId), asc(t.position), asc(t.id));
    const prices = await db
      .select({ variantId: t.id, amount: variantPrices.amount, currency: variantPrices.currency })
      .from(t)
      .innerJoin(variantPrices, eq(variantPrices.variantId, t.id))
      .where(inArray(t.productId, some))
      .orderBy(asc(variantPrices.currency));
    const byVariant = new Map<string, Variant["prices"]>();
    for (const { variantId, ...price } of prices)
      byVariant.set(variantId, [...(byVariant.get(variantId) ?? []), price]);
    for (const row of rows) {
      const variant = { ...row, prices: byVariant.get(row.id) ?? [] };
      found.set(row.productId, [...(found.get(row.productId) ?? []), variant]);
    }
  }
  return found;
};

/** Which of the SKUs other products bear already, without regard to case. */
export const takenSkus = async (
  db: Reader,
  skus: readonly string[],
  ownProductId: string,
): Promise<ReadonlySet<string>> => {
  const { variants: t } = db.tables;
  const taken = new Set<string>();
  for (const some of chunked([...new Set(skus.map(skuKey))])) {
    const rows = await db.select({ key: t.skuKey, productId: t.productId }).from(t).where(inArray(t.skuKey, some));
    for (const { key, productId } of rows) if (productId !== ownProductId) taken.add(key);
  }
  return taken;
};

/** A variant with its place in its product's order. */
export interface PlacedVariant extends Variant {
  position: number;
  createdAt: Date;
}

/** New variants with their base prices. */
export const insertVariants = async (tx: Tx, variants: readonly PlacedVariant[]): Promise<void> => {
  const rows = variants.map(({ prices: _prices, ...row }) => ({ ...row, skuKey: skuKey(row.sku) }));
  for (const some of chunked(rows, 8)) await tx.insert(tx.tables.variants).values(some);
  await insertVariantPrices(tx, variants);
};

const insertVariantPrices = async (tx: Tx, variants: readonly Variant[]): Promise<void> => {
  const rows = variants.flatMap(({ id, prices }) => prices.map((price) => ({ variantId: id, ...price })));
  for (const some of chunked(rows, 3)) await tx.insert(tx.tables.variantPrices).values(some);
};

/**
 * Writes title, SKU and place of variants that are there. SKUs may be handed from one to another, so those that change
 * give theirs up before any takes its new one.
 */
export const saveVariants = async (tx: Tx, variants: readonly PlacedVariant[]): Promise<void> => {
  const { variants: t } = tx.tables;
  const ids = variants.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .update(t)
    .set({ skuKey: sql`${t.id}` })
    .where(inArray(t.id, ids));
  for (const { id, title, sku, position } of variants) {
    await tx
      .update(t)
      .set({ title, sku, skuKey: skuKey(sku), position })
      .where(eq(t.id, id));
  }
};

/** Removes variants with their prices and whatever lists say of them. */
export const removeVariants = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  const { variants: t } = tx.tables;
  if (ids.length > 0) await tx.delete(t).where(inArray(t.id, [...ids]));
};

/** Sets how many pieces there are; null means that nobody counts them. */
export const saveStock = async (tx: Tx, variantId: string, stock: number | null): Promise<void> => {
  const { variants: t } = tx.tables;
  await tx.update(t).set({ stock }).where(eq(t.id, variantId));
};

/** A variant's base price in a currency; null takes it out of sale there. */
export interface PriceChange {
  variantId: string;
  currency: string;
  amount: number | null;
}

/** Writes base prices: one statement for those that are set, and one for each currency that some are taken out of. */
export const saveVariantPrices = async (tx: Tx, changes: readonly PriceChange[]): Promise<void> => {
  const { variantPrices: t } = tx.tables;
  const set = changes.flatMap(({ amount, ...price }) => (amount === null ? [] : [{ ...price, amount }]));
  for (const some of chunked(set, 3)) {
    await tx
      .insert(t)
      .values(some)
      .onConflictDoUpdate({ target: [t.variantId, t.currency], set: { amount: sql`excluded.amount` } });
  }
  const unset = changes.filter(({ amount }) => amount === null);
  for (const currency of new Set(unset.map((price) => price.currency))) {
    const ids = unset.flatMap((price) => (price.currency === currency ? [price.variantId] : []));
    await tx.delete(t).where(and(eq(t.currency, currency), inArray(t.variantId, ids)));
  }
};
