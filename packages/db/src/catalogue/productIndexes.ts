import type { ProductDetail, Variant } from "@clientele/domain/catalogue/product";
import { productWords } from "@clientele/domain/catalogue/productWords";
import { eq } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Tx } from "../database.ts";

type Indexed = Pick<ProductDetail, "id" | "title" | "category" | "variants">;

/** The words new products are found by. */
export const insertProductWords = async (tx: Tx, products: readonly Indexed[]): Promise<void> => {
  const rows = products.flatMap(({ id, variants, ...product }) =>
    productWords(
      product,
      variants.map(({ sku }) => sku),
    ).map((word) => ({ word, productId: id })),
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

/** Brings what a product is found and sorted by in step with it. */
export const saveProductIndexes = async (tx: Tx, product: Indexed): Promise<void> => {
  const { productWords: words, productPrices } = tx.tables;
  await tx.delete(words).where(eq(words.productId, product.id));
  await insertProductWords(tx, [product]);
  await tx.delete(productPrices).where(eq(productPrices.productId, product.id));
  await insertLowestPrices(tx, [product]);
};
