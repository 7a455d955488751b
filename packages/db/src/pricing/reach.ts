import type { AudienceShape } from "@clientele/domain/pricing/audienceMatch";
import type { Page } from "@clientele/domain/page";
import { and, eq, exists, inArray, not, sql, type SQL } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { effectiveAt } from "../groups/memberships.ts";
import { countUpTo } from "../page.ts";

/**
 * How many customers with an active account belong to the audience at the instant, counted to the cap. Where the audience
 * wants a group, its members are walked; else the accounts are.
 */
export const countReached = async (db: Reader, audience: AudienceShape, now: Date): Promise<Page<never>["total"]> => {
  const { customers: c, memberships: m } = db.tables;
  const isActive = eq(c.status, "active");
  if (audience.kind === "everyone") return countUpTo(db, db.select({ id: c.id }).from(c).where(isActive));
  const { anyOf, allOf, noneOf } = audience;
  const [first, ...others] = allOf;
  const isIn = (groupIds: readonly string[], customerId: SQL): SQL =>
    exists(
      db
        .select({ one: sql`1` })
        .from(m)
        .where(and(inArray(m.groupId, [...groupIds]), sql`${m.customerId} = ${customerId}`, effectiveAt(db, now))),
    );
  const rest = (customerId: SQL): SQL | undefined =>
    and(
      ...others.map((groupId) => isIn([groupId], customerId)),
      first === undefined || anyOf.length === 0 ? undefined : isIn(anyOf, customerId),
      noneOf.length === 0 ? undefined : not(isIn(noneOf, customerId)),
    );
  const walked = first === undefined ? anyOf : [first];
  if (walked.length === 0) {
    return countUpTo(
      db,
      db
        .select({ id: c.id })
        .from(c)
        .where(and(isActive, rest(sql`${c.id}`))),
    );
  }
  return countUpTo(
    db,
    db
      .selectDistinct({ id: c.id })
      .from(m)
      .innerJoin(c, and(eq(c.id, m.customerId), isActive))
      .where(and(inArray(m.groupId, [...walked]), effectiveAt(db, now), rest(sql`${c.id}`))),
  );
};
