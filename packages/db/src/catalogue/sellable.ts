import { and, eq, inArray } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader } from "../database.ts";

/** A variant as a cart needs it; `base` is null where it is not sold in the currency. */
export interface SellableVariant {
  variantId: string;
  productId: string;
  handle: string;
  /** The product's title. */
  title: string;
  variantTitle: string;
  sku: string;
  picture: string | null;
  published: boolean;
  /** Null when it is not counted. */
  stock: number | null;
  base: number | null;
}

/** The variants that exist, by id, with what they cost in the currency before any list. */
export const sellableVariants = async (
  db: Reader,
  variantIds: readonly string[],
  currency: string,
): Promise<Map<string, SellableVariant>> => {
  const { variants, products, variantPrices } = db.tables;
  const found = new Map<string, SellableVariant>();
  for (const some of chunked([...new Set(variantIds)])) {
    const rows = await db
      .select({
        variantId: variants.id,
        productId: products.id,
        handle: products.handle,
        title: products.title,
        variantTitle: variants.title,
        sku: variants.sku,
        picture: products.picture,
        status: products.status,
        stock: variants.stock,
        base: variantPrices.amount,
      })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .leftJoin(variantPrices, and(eq(variantPrices.variantId, variants.id), eq(variantPrices.currency, currency)))
      .where(inArray(variants.id, some));
    for (const { status, ...row } of rows) found.set(row.variantId, { ...row, published: status === "published" });
  }
  return found;
};
