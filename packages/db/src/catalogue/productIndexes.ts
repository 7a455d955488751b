import type { ProductDetail, Variant } from "@clientele/domain/catalogue/product";
import { productWords } from "@clientele/domain/catalogue/productWords";
import { eq, inArray } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Tx } from "../database.ts";

type Indexed = Pick<ProductDetail, "id" | "title" | "category" | "variants">;

/** The words new products are found by. */
export const insertProductWords = async (tx: Tx, products: readonly Indexed[]): Promise<void> => {
  const rows = products.flatMap(({ id, variants, ...product }) =>
    productWords(product, variants).map((word) => ({ word, productId: id })),
  );
  for (const some of chunked(rows, 2)) await tx.insert(tx.tables.productWords).values(some);
};

const lowestOf = (variants: readonly Variant[]): Map<string, number> => {
  const lowest = new Map<string, number>();
  for (const { amount, currency } of variants.flatMap(({ prices }) => prices)) {
    lowest.set(currency, Math.min(amount, lowest.get(currency) ?? amount));
  }
  return lowest;
};

/** The lowest base price of new products in each currency they are sold in. */
export const insertLowestPrices = async (
  tx: Tx,
  products: readonly Pick<ProductDetail, "id" | "variants">[],
): Promise<void> => {
  const rows = products.flatMap(({ id, variants }) =>
    [...lowestOf(variants)].map(([currency, lowest]) => ({ productId: id, currency, lowest })),
  );
  for (const some of chunked(rows, 3)) await tx.insert(tx.tables.productPrices).values(some);
};

/** Brings the words products are found by in step with them. */
export const saveProductWords = async (tx: Tx, products: readonly Indexed[]): Promise<void> => {
  const { productWords: t } = tx.tables;
  for (const some of chunked(products)) {
    const ids = some.map(({ id }) => id);
    await tx.delete(t).where(inArray(t.productId, ids));
  }
  await insertProductWords(tx, products);
};

/** Brings what a product is sorted by in step with its variants' prices. */
export const saveLowestPrices = async (tx: Tx, product: Pick<ProductDetail, "id" | "variants">): Promise<void> => {
  const { productPrices: t } = tx.tables;
  await tx.delete(t).where(eq(t.productId, product.id));
  await insertLowestPrices(tx, [product]);
};
