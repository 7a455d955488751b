import { productStatuses } from "@clientele/domain/catalogue/product";
import type { Category } from "@clientele/domain/catalogue/shopCatalogue";
import { nameKey } from "@clientele/domain/text";
import { and, asc, count, eq, inArray, min, ne, sql } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";
import { saveProductWords } from "./productIndexes.ts";
import { variantsOf } from "./variants.ts";

/** The products of a category, whatever case and blanks it is written with. */
const inCategory = ({ tables: { products: t } }: Reader, name: string) =>
  // Each status is named, because the index begins with it.
  and(inArray(t.status, [...productStatuses]), eq(t.categoryKey, nameKey(name)));

/** The categories of all products, drafts too, by name, with how many products each has. */
export const listCategories = async (db: Reader): Promise<Category[]> => {
  const { products: t } = db.tables;
  return db
    .select({ name: min(t.category).mapWith(String), products: count() })
    .from(t)
    .where(ne(t.categoryKey, ""))
    .groupBy(t.categoryKey)
    .orderBy(asc(t.categoryKey));
};

/** How other products than this one write the category; null when it has none but this one. */
export const findCategory = async (db: Reader, name: string, exceptId: string): Promise<string | null> => {
  const { products: t } = db.tables;
  const [found] = await db
    .select({ name: t.category })
    .from(t)
    .where(and(inCategory(db, name), ne(t.id, exceptId)))
    .limit(1);
  return found?.name ?? null;
};

/** Writes another category into every product of one, with the words it is found by; answers how many there were. */
export const renameCategory = async (tx: Tx, name: string, to: string, now: Date): Promise<number> => {
  const { products: t } = tx.tables;
  const renamed = await tx
    .update(t)
    .set({ category: to, categoryKey: nameKey(to), updatedAt: now, version: sql`${t.version} + 1` })
    .where(and(inCategory(tx, name), ne(t.category, to)))
    .returning({ id: t.id, title: t.title, category: t.category });
  for (const some of chunked(renamed)) {
    const ids = some.map(({ id }) => id);
    const variants = await variantsOf(tx, ids);
    await saveProductWords(
      tx,
      some.map((product) => ({ ...product, variants: variants.get(product.id) ?? [] })),
    );
  }
  return renamed.length;
};
