import type { CustomerInList, MembershipOfCustomer } from "@clientele/domain/customers/customer";
import { isEffective } from "@clientele/domain/groups/membership";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader } from "../database.ts";
import { effectiveAt, presentOrComingAt } from "./memberships.ts";

/** The groups that many customers are effectively in, in one statement, by customer, each list by name. */
export const groupsOfCustomers = async (
  db: Reader,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, CustomerInList["groups"]>> => {
  const { memberships: t, customerGroups } = db.tables;
  const found = new Map<string, CustomerInList["groups"]>(ids.map((id) => [id, []]));
  for (const some of chunked(ids)) {
    const rows = await db
      .select({
        customerId: t.customerId,
        id: customerGroups.id,
        name: customerGroups.name,
        colour: customerGroups.colour,
      })
      .from(t)
      .innerJoin(customerGroups, eq(customerGroups.id, t.groupId))
      .where(and(inArray(t.customerId, some), effectiveAt(db, now)))
      .orderBy(asc(customerGroups.nameKey));
    for (const { customerId, ...group } of rows) found.get(customerId)?.push(group);
  }
  return found;
};

/** A customer's present and coming memberships, by the group's name. */
export const membershipsShownOf = async (
  db: Reader,
  customerId: string,
  now: Date,
): Promise<MembershipOfCustomer[]> => {
  const { memberships: t, customerGroups: g } = db.tables;
  const rows = await db
    .select({
      id: t.id,
      group: { id: g.id, name: g.name, colour: g.colour, kind: g.kind },
      from: t.from,
      until: t.until,
      removedAt: t.removedAt,
      source: t.source,
      reason: t.reason,
    })
    .from(t)
    .innerJoin(g, eq(g.id, t.groupId))
    .where(and(eq(t.customerId, customerId), presentOrComingAt(db, now)))
    .orderBy(asc(g.nameKey), sql`${t.id}`);
  return rows.map(({ removedAt, ...membership }) => ({
    ...membership,
    effective: isEffective({ ...membership, removedAt }, now),
  }));
};
