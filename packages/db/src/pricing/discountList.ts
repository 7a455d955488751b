import type { ListDiscounts } from "@clientele/domain/pricing/discount";
import type { Page } from "@clientele/domain/page";
import { and, eq, exists, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { escapeLike } from "../likePattern.ts";
import { countUpTo, keyset, pageOf, placeIn, sortedBy } from "../page.ts";
import { discountColumns, type StoredDiscount, withNames } from "./discounts.ts";
import { nameBegins } from "./nameSearch.ts";

const { columnOf, orderOf } = sortedBy("discounts", {
  name: "nameKey",
  createdAt: "createdAt",
  updatedAt: "updatedAt",
});

/** A page of discounts with the names of all they name, in as many statements for one as for a hundred. */
export const listDiscounts = async (db: Reader, input: ListDiscounts): Promise<Page<StoredDiscount>> => {
  const { discounts: t, discountGroups: g } = db.tables;
  const column = columnOf(input.sort);
  const order = orderOf(t, input.sort);
  const cursor = placeIn(order, input.cursor);
  const page = keyset(order, cursor);
  const ofGroup = (groupId: string) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(g)
        .where(and(eq(g.discountId, t.id), eq(g.groupId, groupId))),
    );
  const searched = (search: string) =>
    or(nameBegins(t.nameKey, search), sql`${t.code} like ${`${escapeLike(search.toUpperCase())}%`} escape '\\'`);
  const wanted = and(
    input.search === undefined || input.search === "" ? undefined : searched(input.search),
    input.status === undefined ? undefined : eq(t.status, input.status),
    input.automatic === undefined ? undefined : input.automatic ? isNull(t.code) : isNotNull(t.code),
    input.groupId === undefined ? undefined : ofGroup(input.groupId),
  );
  const rows = await db
    .select({ ...discountColumns(db), nameKey: t.nameKey })
    .from(t)
    .where(and(wanted, page.where))
    .orderBy(...page.orderBy)
    .limit(input.limit + 1);
  const found = pageOf(rows, input.limit, order, cursor, (row) => ({ value: row[column], id: row.id }));
  const items = await withNames(
    db,
    found.items.map(({ nameKey: _key, ...row }) => row),
  );
  return { ...found, items, total: await countUpTo(db, db.select({ id: t.id }).from(t).where(wanted)) };
};
