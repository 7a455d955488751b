import { inArray } from "drizzle-orm";
import type { Reader } from "../database.ts";

type Table = Reader["tables"]["regions" | "products"];

const presentIds = async (db: Reader, t: Table, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: t.id })
    .from(t)
    .where(inArray(t.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
};

/** Which of the ids are regions. */
export const existingRegionIds = (db: Reader, ids: readonly string[]): Promise<Set<string>> =>
  presentIds(db, db.tables.regions, ids);

/** Which of the ids are products. */
export const existingProductIds = (db: Reader, ids: readonly string[]): Promise<Set<string>> =>
  presentIds(db, db.tables.products, ids);
