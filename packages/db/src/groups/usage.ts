import type { GroupUsage } from "@clientele/domain/groups/group";
import { and, asc, eq, ne, or, sql } from "drizzle-orm";
import type { Reader } from "../database.ts";

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
    .where(and(eq(priceListGroups.groupId, groupId), ne(l.status, "archived")))
    .orderBy(asc(l.nameKey), asc(l.id));
  const isOpen = and(ne(d.status, "archived"), sql`(${d.endsAt} is null or ${d.endsAt} > ${sql.param(now, d.endsAt)})`);
  const discounts = await db
    .selectDistinct({ id: d.id, name: d.name, nameKey: d.nameKey })
    .from(discountGroups)
    .innerJoin(d, eq(d.id, discountGroups.discountId))
    .where(and(eq(discountGroups.groupId, groupId), or(eq(d.used, false), isOpen)))
    .orderBy(asc(d.nameKey), asc(d.id));
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return { priceLists: priceLists.map(named), discounts: discounts.map(named) };
};
