import type { ListMembers, Member } from "@clientele/domain/groups/group";
import { stateOf } from "@clientele/domain/groups/membership";
import type { Page } from "@clientele/domain/page";
import { and, eq, type SQL } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { matchesSearch } from "../customers/customerSearch.ts";
import { countUpTo, keyset, type Order, pageOf, placeIn } from "../page.ts";
import { staffNames } from "../staff/staff.ts";
import { memberStateAt } from "./memberships.ts";

const orderOf = ({ tables: { memberships: t } }: Reader, sort: ListMembers["sort"]): Order => ({
  name: `members ${sort}`,
  by: t.addedAt,
  id: t.id,
  direction: sort === "addedAt" ? "asc" : "desc",
});

/** The memberships of a group in one state, in the order they were added, in three statements. */
export const listMembers = async (db: Reader, input: ListMembers, now: Date): Promise<Page<Member>> => {
  const { memberships: t, customers } = db.tables;
  const order = orderOf(db, input.sort);
  const cursor = placeIn(order, input.cursor);
  const page = keyset(order, cursor);
  const wanted: SQL | undefined = and(
    eq(t.groupId, input.groupId),
    memberStateAt(db, input.state, now),
    input.search === undefined ? undefined : matchesSearch(db, input.search, t.customerId),
  );
  const rows = await db
    .select({
      membershipId: t.id,
      customer: {
        id: customers.id,
        email: customers.email,
        firstName: customers.firstName,
        lastName: customers.lastName,
        companyName: customers.companyName,
        status: customers.status,
      },
      from: t.from,
      until: t.until,
      removedAt: t.removedAt,
      source: t.source,
      reason: t.reason,
      addedBy: t.addedBy,
      addedAt: t.addedAt,
    })
    .from(t)
    .innerJoin(customers, eq(customers.id, t.customerId))
    .where(and(wanted, page.where))
    .orderBy(...page.orderBy)
    .limit(input.limit + 1);
  const found = pageOf(rows, input.limit, order, cursor, (row) => ({ value: row.addedAt, id: row.membershipId }));
  const total = await countUpTo(db, db.select({ id: t.id }).from(t).where(wanted));
  const names = await staffNames(
    db,
    found.items.flatMap(({ addedBy }) => addedBy ?? []),
  );
  const items = found.items.map(({ removedAt, addedBy, ...member }): Member => {
    const name = addedBy === null ? undefined : names.get(addedBy);
    return {
      ...member,
      state: stateOf({ from: member.from, until: member.until, removedAt }, now),
      addedBy: addedBy === null || name === undefined ? null : { id: addedBy, name },
    };
  });
  return { ...found, items, total };
};
