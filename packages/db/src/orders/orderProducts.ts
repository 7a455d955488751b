import { and, eq, inArray } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader } from "../database.ts";

/** The addresses of products that are still shown in the shop, by product. */
export const handlesOfProducts = async (db: Reader, productIds: readonly string[]): Promise<Map<string, string>> => {
  const { products: t } = db.tables;
  const handles = new Map<string, string>();
  for (const some of chunked([...new Set(productIds)])) {
    const rows = await db
      .select({ id: t.id, handle: t.handle })
      .from(t)
      .where(and(inArray(t.id, some), eq(t.status, "published")));
    for (const { id, handle } of rows) handles.set(id, handle);
  }
  return handles;
};
