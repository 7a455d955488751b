import { type FindVariants, type FoundVariant, fullTitle } from "@clientele/domain/catalogue/product";
import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { listedProducts } from "./productList.ts";
import { beginsWith, readySearch } from "./productSearch.ts";
import { skuKey } from "./variants.ts";

const variantsWhere = async (db: Reader, wanted: SQL | undefined, limit?: number) => {
  const { variants: t, products } = db.tables;
  const query = db
    .select({
      id: t.id,
      productId: t.productId,
      sku: t.sku,
      title: products.title,
      variantTitle: t.title,
      picture: products.picture,
      position: t.position,
    })
    .from(t)
    .innerJoin(products, eq(products.id, t.productId))
    .where(wanted)
    .$dynamic();
  return limit === undefined ? query : query.orderBy(asc(t.skuKey)).limit(limit);
};

/** Variants whose SKU begins with the search, then those of the newest products that bear its words. */
export const findVariants = async (db: Reader, { search, limit }: FindVariants): Promise<FoundVariant[]> => {
  const { variants: t } = db.tables;
  const bySku = search === "" ? [] : await variantsWhere(db, beginsWith(t.skuKey, skuKey(search)), limit);
  const wanted = search === "" ? {} : { search };
  const products = await listedProducts(db, { sort: "-createdAt", limit }, null, await readySearch(db, wanted));
  const places = new Map(products.map(({ id }, place) => [id, place]));
  const ids = [...places.keys()];
  const byWords = ids.length === 0 ? [] : await variantsWhere(db, and(inArray(t.productId, ids)));
  const placed = byWords.toSorted(
    (one, other) =>
      (places.get(one.productId) ?? 0) - (places.get(other.productId) ?? 0) || one.position - other.position,
  );
  const known = new Set(bySku.map(({ id }) => id));
  return [...bySku, ...placed.filter(({ id }) => !known.has(id))]
    .slice(0, limit)
    .map(({ variantTitle, position: _position, ...variant }) => ({
      ...variant,
      title: fullTitle(variant.title, variantTitle),
    }));
};
