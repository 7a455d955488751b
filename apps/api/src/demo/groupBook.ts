import type { DemoMembership } from "@clientele/db/demo/fill";
import type { Colour } from "@clientele/domain/customers/tag";
import { AddMembers, changedGroup, CreateGroup, type Group, UpdateGroup } from "@clientele/domain/groups/group";
import { checkSpan } from "@clientele/domain/groups/membership";
import type { Staff } from "@clientele/domain/staff/staff";
import { beginningOf, endOf } from "@clientele/domain/time";
import { membersAddedData } from "../groups/membership.ts";
import type { Life } from "./life.ts";
import { byStaff, happened, type World } from "./world.ts";

interface Joining {
  group: Group;
  lives: readonly Life[];
  staff: Staff;
  /** Days, read in the store's time zone. */
  from?: string;
  until?: string;
  reason?: string;
  /** How many of them were entered with this very list. */
  entered?: number;
}

const firstOf = (ids: readonly string[]): string[] => ids.slice(0, 3);

/** The groups and all memberships there ever were. */
export const groupBook = (world: World, timeZone: string) => {
  const groups = new Map<string, Group>();
  const memberships: DemoMembership[] = [];

  const begin = (at: Date, staff: Staff, given: { name: string; description: string; colour: Colour }): Group => {
    const { idempotencyKey: _key, ...fields } = CreateGroup.parse(given);
    const id = world.newId("group", at);
    const group: Group = { ...fields, id, kind: "manual", createdAt: at, updatedAt: at, version: 1 };
    groups.set(id, group);
    happened(world, at, byStaff(staff), { type: "group.created", groupId: id });
    return group;
  };

  const change = (
    at: Date,
    staff: Staff,
    { id }: Group,
    wanted: Partial<Pick<Group, "description" | "colour">>,
  ): void => {
    const present = groups.get(id);
    if (present === undefined || at >= world.now) return;
    UpdateGroup.parse({ id, version: present.version, ...wanted });
    const { group, fields } = changedGroup(present, wanted, at);
    if (fields.length === 0) return;
    groups.set(id, group);
    happened(world, at, byStaff(staff), { type: "group.updated", groupId: id, data: { fields } });
  };

  const openOne = (group: Group, { customer }: Life): DemoMembership | undefined =>
    memberships.find((one) => one.open && one.groupId === group.id && one.customerId === customer.id);

  /** Makes members of those who are none; who was one until an end that has passed begins anew. */
  const add = (at: Date, { group, lives, staff, entered, ...given }: Joining): void => {
    const { reason = null } = AddMembers.parse({
      groupId: group.id,
      customerIds: lives.map(({ customer }) => customer.id),
      ...given,
    });
    const from = given.from === undefined ? at : beginningOf(given.from, timeZone);
    const until = given.until === undefined ? null : endOf(given.until, timeZone);
    checkSpan(from > at ? from : at, until);
    const joining = lives.filter((life) => {
      const open = openOne(group, life);
      if (open === undefined) return true;
      const ended = open.until !== null && open.until <= at;
      if (ended) open.open = false;
      return ended;
    });
    const customerIds = joining.map(({ customer }) => customer.id);
    if (customerIds.length === 0) return;
    const span = { from, until };
    memberships.push(
      ...customerIds.map((customerId) => ({
        id: world.newId("membership", at),
        groupId: group.id,
        customerId,
        ...span,
        source: "staff" as const,
        reason,
        addedBy: staff.id,
        addedAt: at,
        removedAt: null,
        open: true,
        removedBy: null,
        removalId: null,
      })),
    );
    happened(world, at, byStaff(staff), {
      type: "group.members_added",
      groupId: group.id,
      customerIds,
      data: { ...membersAddedData(customerIds, span), ...(entered === undefined ? {} : { created: entered }) },
    });
  };

  /** Ends memberships before their time. */
  const remove = (at: Date, group: Group, lives: readonly Life[], staff: Staff): void => {
    const ended = lives.flatMap((life) => openOne(group, life) ?? []);
    const customerIds = ended.map(({ customerId }) => customerId);
    if (customerIds.length === 0) return;
    const removalId = happened(world, at, byStaff(staff), {
      type: "group.members_removed",
      groupId: group.id,
      customerIds,
      data: { count: customerIds.length, first: firstOf(customerIds) },
    });
    const removal = { open: false, removedAt: at, removedBy: staff.id, removalId };
    for (const membership of ended) Object.assign(membership, removal);
  };

  /** Gives a membership another reason. */
  const setReason = (at: Date, group: Group, life: Life, reason: string, staff: Staff): void => {
    const membership = openOne(group, life);
    if (membership === undefined) return;
    membership.reason = reason;
    happened(world, at, byStaff(staff), {
      type: "group.membership_set",
      groupId: group.id,
      customerId: life.customer.id,
      data: { membershipId: membership.id, fields: ["reason"] },
    });
  };

  return { begin, change, add, remove, setReason, groups, memberships };
};
export type GroupBook = ReturnType<typeof groupBook>;
