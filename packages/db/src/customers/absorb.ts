import { addressKey, mostAddresses } from "@clientele/domain/customers/address";
import { supersededConsents, supersededMemberships } from "@clientele/domain/customers/absorb";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";
import { chunked } from "../chunked.ts";
import { recountCustomer } from "../orders/figures.ts";
import { listAddresses } from "./addresses.ts";

/**
 * Moves all that hangs on one customer row to another and removes the emptied row, in the order that no unique rule is
 * ever broken on the way (`domain` 1). Sessions, password and links of the removed row go with it.
 */
export const absorbCustomer = async (tx: Tx, intoId: string, absorbedId: string, now: Date): Promise<void> => {
  await moveMemberships(tx, intoId, absorbedId, now);
  await moveConsents(tx, intoId, absorbedId);
  await moveTags(tx, intoId, absorbedId);
  await moveAddresses(tx, intoId, absorbedId);
  await tx.update(tx.tables.notes).set({ customerId: intoId }).where(eq(tx.tables.notes.customerId, absorbedId));
  await moveTimeline(tx, intoId, absorbedId);
  await moveOrders(tx, intoId, absorbedId);
  await tx.delete(tx.tables.customers).where(eq(tx.tables.customers.id, absorbedId));
};

const openMemberships = (db: Reader, customerId: string) => {
  const { memberships: t } = db.tables;
  return db
    .select({ id: t.id, groupId: t.groupId, from: t.from, until: t.until })
    .from(t)
    .where(and(eq(t.customerId, customerId), sql`${t.open}`));
};

const moveMemberships = async (tx: Tx, intoId: string, absorbedId: string, now: Date): Promise<void> => {
  const { memberships: t } = tx.tables;
  const ended = supersededMemberships(await openMemberships(tx, intoId), await openMemberships(tx, absorbedId));
  for (const some of chunked(ended)) {
    await tx.update(t).set({ open: false, removedAt: now }).where(inArray(t.id, some));
  }
  await tx.update(t).set({ customerId: intoId }).where(eq(t.customerId, absorbedId));
};

const presentConsents = (db: Reader, customerId: string) => {
  const { consents: t } = db.tables;
  return db
    .select({ id: t.id, channel: t.channel, state: t.state, at: t.at })
    .from(t)
    .where(and(eq(t.customerId, customerId), sql`${t.present}`));
};

const moveConsents = async (tx: Tx, intoId: string, absorbedId: string): Promise<void> => {
  const { consents: t } = tx.tables;
  const past = supersededConsents(await presentConsents(tx, intoId), await presentConsents(tx, absorbedId));
  if (past.length > 0) await tx.update(t).set({ present: false }).where(inArray(t.id, past));
  await tx.update(t).set({ customerId: intoId }).where(eq(t.customerId, absorbedId));
};

const moveTags = async (tx: Tx, intoId: string, absorbedId: string): Promise<void> => {
  const { customerTags: t } = tx.tables;
  const borne = await tx.select({ tagId: t.tagId }).from(t).where(eq(t.customerId, absorbedId));
  for (const some of chunked(borne, 2)) {
    await tx
      .insert(t)
      .values(some.map(({ tagId }) => ({ customerId: intoId, tagId })))
      .onConflictDoNothing();
  }
};

/** Moves the addresses that the other book does not hold yet, as far as it has room; the newest come first. */
const moveAddresses = async (tx: Tx, intoId: string, absorbedId: string): Promise<void> => {
  const { addresses: t } = tx.tables;
  const own = await listAddresses(tx, intoId);
  const known = new Set(own.map(addressKey));
  const moving = (await listAddresses(tx, absorbedId))
    .filter((address) => !known.has(addressKey(address)))
    .slice(0, Math.max(0, mostAddresses - own.length))
    .map(({ id }) => id);
  if (moving.length === 0) return;
  // Defaults of an empty book come along; one that has addresses keeps its own.
  const defaults = own.length === 0 ? {} : { isDefaultShipping: false, isDefaultBilling: false };
  await tx
    .update(t)
    .set({ customerId: intoId, ...defaults })
    .where(inArray(t.id, moving));
};

/** Lets the orders count for the one customer; which of them open with a secret only stays as it was. */
const moveOrders = async (tx: Tx, intoId: string, absorbedId: string): Promise<void> => {
  const { orders: t } = tx.tables;
  const moved = await tx
    .update(t)
    .set({ customerId: intoId })
    .where(eq(t.customerId, absorbedId))
    .returning({ id: t.id });
  if (moved.length > 0) await recountCustomer(tx, intoId);
};

/** Lets the timeline of the one customer tell what happened to the other; an event of both is told once. */
const moveTimeline = async (tx: Tx, intoId: string, absorbedId: string): Promise<void> => {
  const { eventCustomers: t } = tx.tables;
  const both = tx.select({ eventId: t.eventId }).from(t).where(eq(t.customerId, intoId));
  await tx.delete(t).where(and(eq(t.customerId, absorbedId), inArray(t.eventId, both)));
  await tx.update(t).set({ customerId: intoId }).where(eq(t.customerId, absorbedId));
};
