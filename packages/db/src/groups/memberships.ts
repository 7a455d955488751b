import { DomainError } from "@clientele/domain/errors";
import type { Membership } from "@clientele/domain/groups/membership";
import { and, eq, gt, inArray, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";
import { dialectOf } from "../dialect.ts";

const membershipColumns = ({ tables: { memberships: t } }: Reader) => ({
  id: t.id,
  groupId: t.groupId,
  customerId: t.customerId,
  from: t.from,
  until: t.until,
  source: t.source,
  reason: t.reason,
  addedBy: t.addedBy,
  addedAt: t.addedAt,
  removedAt: t.removedAt,
});

// The bare column, not a comparison of it, lets SQLite see that the index of open memberships holds all that is asked for.
const isOpen = ({ tables: { memberships: t } }: Reader): SQL => sql`${t.open}`;

/** `isEffective` of the domain, in SQL: the membership holds at the instant. */
export const effectiveAt = (db: Reader, now: Date): SQL | undefined => {
  const { memberships: t } = db.tables;
  return and(isOpen(db), lte(t.from, now), or(isNull(t.until), gt(t.until, now)));
};

/** Present or coming at the instant: open, and its end has not passed. */
export const presentOrComingAt = (db: Reader, now: Date): SQL | undefined => {
  const { memberships: t } = db.tables;
  return and(isOpen(db), or(isNull(t.until), gt(t.until, now)));
};

/** `stateOf` of the domain, in SQL. */
export const memberStateAt = (db: Reader, state: "effective" | "coming" | "ended", now: Date): SQL | undefined => {
  const { memberships: t } = db.tables;
  const isNow = sql.param(now, t.from);
  if (state === "effective") return effectiveAt(db, now);
  if (state === "coming") return and(isOpen(db), sql`${t.from} > ${isNow}`);
  return or(sql`${t.removedAt} is not null`, sql`${t.until} <= ${isNow}`);
};

/** Which of the ids are customers; an erased row is nobody any more. */
export const existingCustomerIds = async (db: Reader, ids: readonly string[]): Promise<Set<string>> => {
  const { customers } = db.tables;
  const existing = new Set<string>();
  for (const some of chunked(ids)) {
    const rows = await db
      .select({ id: customers.id, status: customers.status })
      .from(customers)
      .where(inArray(customers.id, some));
    for (const { id, status } of rows) if (status !== "erased") existing.add(id);
  }
  return existing;
};

/** Makes history of open memberships whose end has passed, so that a new one can begin. */
export const closeEnded = async (tx: Tx, groupId: string, customerIds: readonly string[], now: Date): Promise<void> => {
  const { memberships: t } = tx.tables;
  for (const some of chunked(customerIds)) {
    await tx
      .update(t)
      .set({ open: false })
      .where(and(eq(t.groupId, groupId), inArray(t.customerId, some), isOpen(tx), lte(t.until, now)));
  }
};

/** What the memberships of one call have in common. */
export type MembershipTerms = Pick<
  Membership,
  "groupId" | "from" | "until" | "source" | "reason" | "addedBy" | "addedAt"
>;

/**
 * Begins a membership for each customer who has no open one, in one statement however many they are, and answers whose
 * began. The two databases unpack the list of ids in their own words.
 */
export const insertMemberships = async (
  tx: Tx,
  terms: MembershipTerms,
  people: readonly { membershipId: string; customerId: string }[],
): Promise<string[]> => {
  if (people.length === 0) return [];
  const { memberships: t } = tx.tables;
  const isPostgres = dialectOf(tx).name === "postgres";
  const pairs = JSON.stringify(people.map(({ membershipId, customerId }) => [membershipId, customerId]));
  const time = (at: Date | null): SQL => {
    const value = at === null ? sql`null` : sql`${sql.param(at, t.from)}`;
    return isPostgres ? sql`${value}::timestamptz` : value;
  };
  const text = (value: string | null): SQL => (isPostgres ? sql`${value}::text` : sql`${value}`);
  const source = isPostgres
    ? sql`json_array_elements(${pairs}::json) as pair(value)`
    : sql`json_each(${pairs}) as pair`;
  const rows = await tx
    .insert(t)
    .select(
      sql`select pair.value ->> 0, ${text(terms.groupId)}, pair.value ->> 1, ${time(terms.from)}, ${time(terms.until)},
        ${text(terms.source)}, ${text(terms.reason)}, ${text(terms.addedBy)}, ${time(terms.addedAt)},
        ${sql.raw(isPostgres ? "true" : "1")}, ${time(null)}, ${text(null)}, ${text(null)}
        from ${source} where true`,
    )
    .onConflictDoNothing()
    .returning({ customerId: t.customerId });
  return rows.map(({ customerId }) => customerId);
};

/** Which of the customers have a present or coming membership in the group. */
export const membersAmong = async (
  db: Reader,
  groupId: string,
  customerIds: readonly string[],
  now: Date,
): Promise<string[]> => {
  const { memberships: t } = db.tables;
  const members: string[] = [];
  for (const some of chunked(customerIds)) {
    const rows = await db
      .select({ customerId: t.customerId })
      .from(t)
      .where(and(eq(t.groupId, groupId), inArray(t.customerId, some), presentOrComingAt(db, now)));
    members.push(...rows.map(({ customerId }) => customerId));
  }
  return members;
};

/** Ends present and coming memberships before their time; `removalId` is the event that an undo names. */
export const removeMemberships = async (
  tx: Tx,
  groupId: string,
  customerIds: readonly string[],
  removal: { at: Date; by: string | null; id: string },
): Promise<void> => {
  const { memberships: t } = tx.tables;
  for (const some of chunked(customerIds)) {
    await tx
      .update(t)
      .set({ open: false, removedAt: removal.at, removedBy: removal.by, removalId: removal.id })
      .where(and(eq(t.groupId, groupId), inArray(t.customerId, some), presentOrComingAt(tx, removal.at)));
  }
};

/** The memberships that a removal ended and no undo has brought back. */
export const removedBy = async (
  db: Reader,
  removalId: string,
): Promise<Pick<Membership, "id" | "customerId" | "until">[]> => {
  const { memberships: t } = db.tables;
  return db.select({ id: t.id, customerId: t.customerId, until: t.until }).from(t).where(eq(t.removalId, removalId));
};

/** Brings removed memberships back just as they were. */
export const restoreMemberships = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  const { memberships: t } = tx.tables;
  for (const some of chunked(ids)) {
    await tx
      .update(t)
      .set({ open: true, removedAt: null, removedBy: null, removalId: null })
      .where(inArray(t.id, some));
  }
};

/** Throws `membership.not_found`, also for one that is history. */
export const getOpenMembership = async (db: Reader, id: string, now: Date): Promise<Membership> => {
  const { memberships: t } = db.tables;
  const [membership] = await db
    .select(membershipColumns(db))
    .from(t)
    .where(and(eq(t.id, id), presentOrComingAt(db, now)))
    .limit(1);
  if (membership === undefined) throw new DomainError("membership.not_found");
  return membership;
};

/** Writes the end and the reason of a membership; whose it is and when it began never change. */
export const saveMembership = async (tx: Tx, { id, until, reason }: Membership): Promise<void> => {
  const { memberships: t } = tx.tables;
  await tx.update(t).set({ until, reason }).where(eq(t.id, id));
};

/** All memberships of a customer, history included; `effectiveGroups` of the domain judges them. */
export const membershipsOf = async (db: Reader, customerId: string): Promise<Membership[]> => {
  const { memberships: t } = db.tables;
  return db.select(membershipColumns(db)).from(t).where(eq(t.customerId, customerId));
};
