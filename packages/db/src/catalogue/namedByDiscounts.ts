import { and, count, eq, ne } from "drizzle-orm";
import type { Reader } from "../database.ts";

/**
 * How many discounts that may still apply are bound to a region. Taking it away could leave one bound to none, which is
 * a discount for everywhere.
 */
export const discountsBoundToRegion = async (db: Reader, regionId: string): Promise<number> => {
  const { discounts, discountRegions: t } = db.tables;
  const [found] = await db
    .select({ rows: count() })
    .from(t)
    .innerJoin(discounts, eq(discounts.id, t.discountId))
    .where(and(eq(t.regionId, regionId), ne(discounts.status, "archived")));
  return found?.rows ?? 0;
};

/** How many discounts that may still apply are bound to a product; without it one could be for every product. */
export const discountsBoundToProduct = async (db: Reader, productId: string): Promise<number> => {
  const { discounts, discountProducts: t } = db.tables;
  const [found] = await db
    .select({ rows: count() })
    .from(t)
    .innerJoin(discounts, eq(discounts.id, t.discountId))
    .where(and(eq(t.productId, productId), eq(t.part, "in"), ne(discounts.status, "archived")));
  return found?.rows ?? 0;
};
