import { inArray } from "drizzle-orm";
import type { Reader } from "../database.ts";

/** Which of the ids are regions. */
export const existingRegionIds = async (db: Reader, ids: readonly string[]): Promise<Set<string>> => {
  const { regions: t } = db.tables;
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({ id: t.id })
          .from(t)
          .where(inArray(t.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
};

/** Which of the ids are products. */
export const existingProductIds = async (db: Reader, ids: readonly string[]): Promise<Set<string>> => {
  const { products: t } = db.tables;
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({ id: t.id })
          .from(t)
          .where(inArray(t.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
};
