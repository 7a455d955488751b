import type { Reader, Tx } from "@clientele/db";
import { findEventRow } from "@clientele/db/events/audit";
import { getGroup } from "@clientele/db/groups/groups";
import { listMembers as readMembers } from "@clientele/db/groups/members";
import {
  closeEnded,
  existingCustomerIds,
  getOpenMembership,
  insertMemberships,
  membersAmong,
  type MembershipTerms,
  removedBy,
  removeMemberships,
  restoreMemberships,
  saveMembership,
} from "@clientele/db/groups/memberships";
import { customerIdsOf } from "@clientele/db/customers/customerList";
import { getSettings } from "@clientele/db/settings/settings";
import { DomainError } from "@clientele/domain/errors";
import type { EventData } from "@clientele/domain/events";
import {
  type AddMembers,
  type Group,
  type ListMembers,
  type Member,
  type MembersAdded,
  type MembersRemoved,
  mostByFilter,
  type RemovalUndone,
  type RemoveMembers,
  type SetMembership,
  undoMinutes,
  type UndoRemoval,
} from "@clientele/domain/groups/group";
import { checkSpan, type Membership } from "@clientele/domain/groups/membership";
import { done, type Done, type Page } from "@clientele/domain/page";
import { beginningOf, type DayOrInstant, endOf, later, minutes } from "@clientele/domain/time";
import type { Services, StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { requireStaff } from "../staff/requireStaff.ts";

/** A page of who belongs, will belong or belonged to a group. Throws `group.not_found`. */
export async function listMembers(ctx: StaffContext, input: ListMembers): Promise<Page<Member>> {
  await getGroup(ctx.db, input.groupId);
  return readMembers(ctx.db, input, ctx.now());
}

/** The span people gave for a new membership, read in the store's time zone; it begins now when nothing was said. */
export async function spanOf(
  tx: Reader,
  given: { from?: DayOrInstant | undefined; until?: DayOrInstant | undefined },
  now: Date,
): Promise<{ from: Date; until: Date | null }> {
  const { timeZone } = await getSettings(tx);
  const from = given.from === undefined ? now : beginningOf(given.from, timeZone);
  const until = given.until === undefined ? null : endOf(given.until, timeZone);
  // An end that has passed already would make a membership that nobody ever had.
  checkSpan(from > now ? from : now, until);
  return { from, until };
}

/** The group, when staff may add and remove its members by hand; throws `group.is_rule` for the other kind. */
export async function getManualGroup(tx: Reader, id: string): Promise<Group> {
  const group = await getGroup(tx, id);
  if (group.kind === "rule") throw new DomainError("group.is_rule");
  return group;
}

interface Beginning extends Omit<MembershipTerms, "addedBy" | "addedAt"> {
  customerIds: readonly string[];
}

/**
 * Begins a membership for every one of the existing customers who has no present or coming one. Records nothing: the
 * caller's own event tells of it.
 */
export async function beginMemberships(
  tx: Tx,
  ctx: Pick<Services, "now" | "newId"> & { actor?: { realm: "shop" | "staff"; staffId?: string } },
  { customerIds, ...terms }: Beginning,
): Promise<{ added: string[]; alreadyMembers: string[] }> {
  const now = ctx.now();
  const addedBy = ctx.actor?.staffId ?? null;
  await closeEnded(tx, terms.groupId, customerIds, now);
  const people = customerIds.map((customerId) => ({ customerId, membershipId: ctx.newId("membership") }));
  const added = new Set(await insertMemberships(tx, { ...terms, addedBy, addedAt: now }, people));
  return {
    added: customerIds.filter((id) => added.has(id)),
    alreadyMembers: customerIds.filter((id) => !added.has(id)),
  };
}

/** Parts ids into those of customers and the others, which are all named when the call wants all or nothing. */
async function partIds(
  tx: Reader,
  ids: readonly string[],
  mode: "partial" | "all-or-nothing",
): Promise<{ existing: string[]; notFound: string[] }> {
  const known = await existingCustomerIds(tx, ids);
  const notFound = ids.filter((id) => !known.has(id));
  if (mode === "all-or-nothing" && notFound.length > 0) {
    throw new DomainError("group.unknown_customers", { customerIds: notFound });
  }
  return { existing: ids.filter((id) => known.has(id)), notFound };
}

/** The few whom a bulk event names itself; the others are only counted there and have it in their own timelines. */
const firstOf = (customerIds: readonly string[]): string[] => customerIds.slice(0, 3);

/** What `group.members_added` says. */
export const membersAddedData = (added: readonly string[], span: { from: Date; until: Date | null }): EventData => ({
  count: added.length,
  first: firstOf(added),
  from: span.from.toISOString(),
  until: span.until?.toISOString() ?? null,
});

/** Adding someone twice changes nothing; the statements are as many for one customer as for a thousand. */
export async function addMembers(ctx: StaffContext, input: AddMembers): Promise<MembersAdded> {
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "groups.write");
    const group = await getManualGroup(tx, input.groupId);
    const span = await spanOf(tx, input, now);
    const { existing, notFound } =
      input.filter === undefined
        ? await partIds(tx, input.customerIds ?? [], input.mode)
        : { existing: await customerIdsOf(tx, input.filter, now, mostByFilter + 1), notFound: [] };
    if (existing.length > mostByFilter) {
      throw new DomainError(
        "input.invalid",
        {},
        { filter: { code: "field.too_many", params: { most: mostByFilter } } },
      );
    }
    const { added, alreadyMembers } = await beginMemberships(tx, ctx, {
      ...span,
      groupId: group.id,
      customerIds: existing,
      source: "staff",
      reason: input.reason ?? null,
    });
    if (added.length > 0) {
      await recordEvent(tx, ctx, {
        type: "group.members_added",
        groupId: group.id,
        customerIds: added,
        data: membersAddedData(added, span),
      });
    }
    return { added: added.length, alreadyMembers: alreadyMembers.length, notFound };
  });
}

/** Ends memberships now; the answer names the removal, which can be undone for some minutes. */
export async function removeMembers(ctx: StaffContext, input: RemoveMembers): Promise<MembersRemoved> {
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "groups.write");
    const group = await getManualGroup(tx, input.groupId);
    const { existing, notFound } = await partIds(tx, input.customerIds, input.mode);
    const members = await membersAmong(tx, group.id, existing, now);
    const notMembers = existing.length - members.length;
    if (members.length === 0) return { removed: 0, notMembers, notFound, removalId: null, undoUntil: null };
    const removalId = await recordEvent(tx, ctx, {
      type: "group.members_removed",
      groupId: group.id,
      customerIds: members,
      data: { count: members.length, first: firstOf(members) },
    });
    await removeMemberships(tx, group.id, members, { at: now, by: ctx.actor.staffId, id: removalId });
    return { removed: members.length, notMembers, notFound, removalId, undoUntil: undoEnd(now) };
  });
}

const undoEnd = (removedAt: Date): Date => later(removedAt, minutes(undoMinutes));

/** Two removed members may have become one customer since, who gets the longer of the two memberships back. */
const longestOfEach = <M extends Pick<Membership, "customerId" | "until">>(removed: readonly M[]): M[] => {
  const end = ({ until }: M): number => until?.getTime() ?? Number.POSITIVE_INFINITY;
  const longest = new Map<string, M>();
  for (const membership of removed.toSorted((one, other) => end(one) - end(other))) {
    longest.set(membership.customerId, membership);
  }
  return [...longest.values()];
};

/** Brings removed memberships back with their dates, source and reason; whoever joined anew meanwhile stays so. */
export async function undoRemoval(ctx: StaffContext, { removalId }: UndoRemoval): Promise<RemovalUndone> {
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "groups.write");
    const removal = await findEventRow(tx, removalId);
    if (removal?.type !== "group.members_removed" || removal.groupId === null) {
      throw new DomainError("group.removal_not_found");
    }
    if (now >= undoEnd(removal.at)) throw new DomainError("group.undo_too_late");
    await getManualGroup(tx, removal.groupId);
    const removed = longestOfEach(await removedBy(tx, removalId));
    const people = removed.map(({ customerId }) => customerId);
    await closeEnded(tx, removal.groupId, people, now);
    const again = new Set(await membersAmong(tx, removal.groupId, people, now));
    const wanted = removed.filter(({ customerId }) => !again.has(customerId));
    const customerIds = wanted.map(({ customerId }) => customerId);
    await restoreMemberships(
      tx,
      wanted.map(({ id }) => id),
    );
    if (wanted.length > 0) {
      await recordEvent(tx, ctx, {
        type: "group.removal_undone",
        groupId: removal.groupId,
        customerIds,
        data: { count: wanted.length, first: firstOf(customerIds), removalId },
      });
    }
    return { restored: wanted.length, alreadyMembers: removal.customerCount - wanted.length };
  });
}

/** Changes the end or the reason of a present or coming membership. */
export async function setMembership(ctx: StaffContext, input: SetMembership): Promise<Done> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "groups.write");
    const membership = await getOpenMembership(tx, input.membershipId, now);
    await getManualGroup(tx, membership.groupId);
    const { timeZone } = await getSettings(tx);
    const until =
      input.until === undefined ? membership.until : input.until === null ? null : endOf(input.until, timeZone);
    const reason = input.reason === undefined ? membership.reason : input.reason;
    checkSpan(membership.from, until);
    const fields = [
      ...(until?.getTime() === membership.until?.getTime() ? [] : ["until"]),
      ...(reason === membership.reason ? [] : ["reason"]),
    ];
    if (fields.length === 0) return;
    await saveMembership(tx, { ...membership, until, reason });
    await recordEvent(tx, ctx, {
      type: "group.membership_set",
      groupId: membership.groupId,
      customerId: membership.customerId,
      data: { membershipId: membership.id, fields },
    });
  });
  return done;
}
