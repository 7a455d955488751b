import type { CustomerStatus } from "@clientele/domain/customers/customerStatus";
import { and, eq, sql } from "drizzle-orm";
import type { Membership } from "@clientele/domain/groups/membership";
import type { Reader } from "../database.ts";
import { hot } from "../hot.ts";

/** Whoever asks for a price, as `benefitGroups` of the domain judges them. */
export interface ShopperRow {
  status: CustomerStatus;
  memberships: Pick<Membership, "groupId" | "from" | "until" | "removedAt">[];
}

const shopper = hot("shopper", (db) => {
  const { customers: c, memberships: m } = db.tables;
  return db
    .select({ status: c.status, groupId: m.groupId, from: m.from, until: m.until, removedAt: m.removedAt })
    .from(c)
    .leftJoin(m, and(eq(m.customerId, c.id), sql`${m.open}`))
    .where(eq(c.id, sql.placeholder("customerId")));
});

/** The customer's status with the present and coming memberships, in one statement. */
export const findShopper = async (db: Reader, customerId: string): Promise<ShopperRow | null> => {
  const rows = await shopper(db).execute({ customerId });
  const [first] = rows;
  if (first === undefined) return null;
  return {
    status: first.status,
    memberships: rows.flatMap(({ groupId, from, until, removedAt }) =>
      groupId === null || from === null ? [] : [{ groupId, from, until, removedAt }],
    ),
  };
};
