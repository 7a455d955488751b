import type { GroupUsage } from "@clientele/domain/groups/group";
import { and, asc, countDistinct, eq, ne, or, sql, type SQL } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { isNotOver } from "../pricing/span.ts";

/** The lists that count as naming a group. */
const listsInUse = ({ tables: { priceLists: t } }: Reader): SQL | undefined => ne(t.status, "archived");

/** The discounts that count as naming a group. */
const discountsInUse = ({ tables: { discounts: t } }: Reader, now: Date): SQL | undefined =>
  or(eq(t.used, false), and(ne(t.status, "archived"), isNotOver(t, sql`${sql.param(now, t.endsAt)}`)));

/**
 * What names the group and would change its meaning if the group went. A table that comes to name groups is read here,
 * and nowhere else, so that no deletion can miss it. Archived lists, and discounts that were used and are archived or
 * over, do not count: they keep the group's name as text and cannot come back (`domain` 2).
 */
export const usageOfGroup = async (db: Reader, groupId: string, now: Date): Promise<GroupUsage> => {
  const { priceLists: l, priceListGroups, discounts: d, discountGroups } = db.tables;
  const priceLists = await db
    .selectDistinct({ id: l.id, name: l.name, nameKey: l.nameKey })
    .from(priceListGroups)
    .innerJoin(l, eq(l.id, priceListGroups.priceListId))
    .where(and(eq(priceListGroups.groupId, groupId), listsInUse(db)))
    .orderBy(asc(l.nameKey), asc(l.id));
  const discounts = await db
    .selectDistinct({ id: d.id, name: d.name, nameKey: d.nameKey })
    .from(discountGroups)
    .innerJoin(d, eq(d.id, discountGroups.discountId))
    .where(and(eq(discountGroups.groupId, groupId), discountsInUse(db, now)))
    .orderBy(asc(d.nameKey), asc(d.id));
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return { priceLists: priceLists.map(named), discounts: discounts.map(named) };
};

/** How many lists and discounts `usageOfGroup` would answer, counted within the statement that reads the groups. */
export const usageCounts = (db: Reader, now: Date) => {
  const { customerGroups: g, priceLists: l, priceListGroups, discounts: d, discountGroups } = db.tables;
  const lists = db
    .select({ count: countDistinct(l.id) })
    .from(priceListGroups)
    .innerJoin(l, eq(l.id, priceListGroups.priceListId))
    .where(and(eq(priceListGroups.groupId, g.id), listsInUse(db)));
  const discounts = db
    .select({ count: countDistinct(d.id) })
    .from(discountGroups)
    .innerJoin(d, eq(d.id, discountGroups.discountId))
    .where(and(eq(discountGroups.groupId, g.id), discountsInUse(db, now)));
  return {
    priceLists: sql<number>`${lists}`.mapWith(Number),
    discounts: sql<number>`${discounts}`.mapWith(Number),
  };
};
