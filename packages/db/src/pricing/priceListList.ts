import type { ListPriceLists } from "@clientele/domain/pricing/priceList";
import type { Page } from "@clientele/domain/page";
import { and, eq, exists, sql } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { countUpTo, keyset, pageOf, placeIn, sortedBy } from "../page.ts";
import { nameBegins } from "./nameSearch.ts";
import { priceListColumns, type StoredPriceList, withAudiences } from "./priceLists.ts";

const { columnOf, orderOf } = sortedBy("price lists", {
  name: "nameKey",
  createdAt: "createdAt",
  updatedAt: "updatedAt",
});

/** A page of price lists with their audiences: the page, its groups and the total, in three statements. */
export const listPriceLists = async (db: Reader, input: ListPriceLists): Promise<Page<StoredPriceList>> => {
  const { priceLists: t, priceListGroups: g } = db.tables;
  const column = columnOf(input.sort);
  const order = orderOf(t, input.sort);
  const cursor = placeIn(order, input.cursor);
  const page = keyset(order, cursor);
  const ofGroup = (groupId: string) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(g)
        .where(and(eq(g.priceListId, t.id), eq(g.groupId, groupId))),
    );
  const wanted = and(
    input.search === undefined ? undefined : nameBegins(t.nameKey, input.search),
    input.status === undefined ? undefined : eq(t.status, input.status),
    input.type === undefined ? undefined : eq(t.type, input.type),
    input.groupId === undefined ? undefined : ofGroup(input.groupId),
  );
  const rows = await db
    .select({ ...priceListColumns(db), nameKey: t.nameKey })
    .from(t)
    .where(and(wanted, page.where))
    .orderBy(...page.orderBy)
    .limit(input.limit + 1);
  const found = pageOf(rows, input.limit, order, cursor, (row) => ({ value: row[column], id: row.id }));
  const items = await withAudiences(
    db,
    found.items.map(({ nameKey: _key, ...row }) => row),
  );
  return { ...found, items, total: await countUpTo(db, db.select({ id: t.id }).from(t).where(wanted)) };
};
