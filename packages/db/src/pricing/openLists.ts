import { and, asc, eq, ne, or, sql } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { priceListColumns, type StoredPriceList, withAudiences } from "./priceLists.ts";
import { isNotOver } from "./span.ts";

/** The active lists that are not over, and the one that is asked about unless it is archived; the earliest created first. */
export const listOpenLists = async (
  db: Reader,
  { now, also, currency, most }: { now: Date; also?: string | undefined; currency?: string | undefined; most: number },
): Promise<StoredPriceList[]> => {
  const { priceLists: t } = db.tables;
  const notOver = isNotOver(t, sql`${sql.param(now, t.endsAt)}`);
  const rows = await db
    .select(priceListColumns(db))
    .from(t)
    .where(
      and(
        ne(t.status, "archived"),
        or(and(eq(t.status, "active"), notOver), also === undefined ? undefined : eq(t.id, also)),
        currency === undefined ? undefined : eq(t.currency, currency),
      ),
    )
    .orderBy(asc(t.createdAt), asc(t.id))
    .limit(most);
  return withAudiences(db, rows);
};
