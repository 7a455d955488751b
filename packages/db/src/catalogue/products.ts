import type { Product, ProductDetail } from "@clientele/domain/catalogue/product";
import { DomainError } from "@clientele/domain/errors";
import { foldText, nameKey } from "@clientele/domain/text";
import { eq } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";
import { insertLowestPrices, insertProductWords } from "./productIndexes.ts";
import { insertVariants, variantsOf } from "./variants.ts";

/** The columns of a `Product`, without the keys that only the database needs. */
const productColumns = ({ tables: { products: t } }: Reader) => ({
  id: t.id,
  title: t.title,
  handle: t.handle,
  description: t.description,
  category: t.category,
  status: t.status,
  picture: t.picture,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  version: t.version,
});

const findProduct = async (db: Reader, id: string): Promise<Product | null> => {
  const { products: t } = db.tables;
  const [product] = await db.select(productColumns(db)).from(t).where(eq(t.id, id));
  return product ?? null;
};

/** Throws `product.not_found`. */
export const getProduct = async (db: Reader, id: string): Promise<Product> => {
  const product = await findProduct(db, id);
  if (product === null) throw new DomainError("product.not_found");
  return product;
};

/** The product with its variants and their base prices. Throws `product.not_found`. */
export const getProductWithVariants = async (db: Reader, id: string): Promise<ProductDetail> => {
  const product = await getProduct(db, id);
  const variants = await variantsOf(db, [id]);
  return { ...product, variants: variants.get(id) ?? [] };
};

export const findProductByHandle = async (db: Reader, handle: string): Promise<Product | null> => {
  const { products: t } = db.tables;
  const [product] = await db.select(productColumns(db)).from(t).where(eq(t.handle, handle));
  return product ?? null;
};

const keysOf = ({ title, category }: Pick<Product, "title" | "category">) => ({
  titleKey: foldText(title),
  categoryKey: nameKey(category),
});

/** Writes new products with their variants, prices and words, in as many statements for a hundred as for one. */
export const insertProducts = async (tx: Tx, products: readonly ProductDetail[]): Promise<void> => {
  const rows = products.map(({ variants: _variants, ...row }) => ({ ...row, ...keysOf(row) }));
  for (const some of chunked(rows, 12)) await tx.insert(tx.tables.products).values(some);
  const placed = products.flatMap(({ createdAt, variants }) =>
    variants.map((variant, position) => ({ ...variant, position, createdAt })),
  );
  await insertVariants(tx, placed);
  await insertProductWords(tx, products);
  await insertLowestPrices(tx, products);
};

/** Writes the product's own fields over the version that was seen; else throws `product.changed_meanwhile`. */
export const saveProduct = async (tx: Tx, product: Product, seenVersion: number): Promise<void> => {
  const { products: t } = tx.tables;
  const { id, createdAt: _createdAt, ...fields } = product;
  const saved = await tx
    .update(t)
    .set({ ...fields, ...keysOf(product) })
    .where(asSeen(t, id, seenVersion))
    .returning({ id: t.id });
  await requireSeen(saved, "product.changed_meanwhile", () => getProduct(tx, id));
};

/** Deletes the version that was seen, with its variants. */
export const deleteProduct = async (tx: Tx, id: string, seenVersion: number): Promise<void> => {
  const { products: t } = tx.tables;
  const deleted = await tx
    .delete(t)
    .where(asSeen(t, id, seenVersion))
    .returning({ id: t.id });
  await requireSeen(deleted, "product.changed_meanwhile", () => getProduct(tx, id));
};
