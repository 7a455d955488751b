import { listGroups as readGroups, withMemberCounts } from "@clientele/db/groups/groupList";
import { deleteGroup, findGroupByName, getGroup, insertGroup, saveGroup } from "@clientele/db/groups/groups";
import { usageOfGroup } from "@clientele/db/groups/usage";
import { DomainError } from "@clientele/domain/errors";
import {
  changedGroup,
  type CreateGroup,
  type Group,
  type GroupDetail,
  type GroupInList,
  type GroupUsage,
  type ListGroups,
  type RemoveGroup,
  type UpdateGroup,
} from "@clientele/domain/groups/group";
import { done, type Done, type Page } from "@clientele/domain/page";
import type { Reader } from "@clientele/db";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { once } from "../idempotency.ts";
import { requireStaff } from "../staff/requireStaff.ts";

/** A page of groups with how many belong to each now. */
export const listGroups = (ctx: StaffContext, input: ListGroups): Promise<Page<GroupInList>> =>
  readGroups(ctx.db, input, ctx.now());

/** A group with how many belong, will belong and belonged to it. */
export async function getGroupDetail(ctx: StaffContext, { id }: { id: string }): Promise<GroupDetail> {
  return withMemberCounts(ctx.db, await getGroup(ctx.db, id), ctx.now());
}

/** What names the group; while something does, it cannot be deleted. */
export async function groupUsage(ctx: StaffContext, { id }: { id: string }): Promise<GroupUsage> {
  await getGroup(ctx.db, id);
  return usageOfGroup(ctx.db, id, ctx.now());
}

/** Makes a group whose members are chosen by hand. Throws `group.name_taken`. */
export async function createGroup(ctx: StaffContext, input: CreateGroup): Promise<GroupDetail> {
  const { idempotencyKey, ...fields } = input;
  const newGroupId = ctx.newId("group");
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "groups.write");
    const call = { procedure: "admin.groups.create", actor: ctx.actor.staffId, key: idempotencyKey, input: fields };
    const id = await once(tx, ctx, call, async () => {
      await refuseTakenName(tx, fields.name, newGroupId);
      const group: Group = { ...fields, id: newGroupId, kind: "manual", createdAt: now, updatedAt: now, version: 1 };
      await insertGroup(tx, group);
      await recordEvent(tx, ctx, { type: "group.created", groupId: group.id });
      return group.id;
    });
    return withMemberCounts(tx, await getGroup(tx, id), now);
  });
}

/** Changes what is given of a group. Throws `group.changed_meanwhile` and `group.name_taken`. */
export async function updateGroup(ctx: StaffContext, { id, version, ...wanted }: UpdateGroup): Promise<GroupDetail> {
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "groups.write");
    const present = await getGroup(tx, id);
    if (present.version !== version) throw new DomainError("group.changed_meanwhile", { version: present.version });
    const { group, fields } = changedGroup(present, wanted, now);
    if (fields.length === 0) return withMemberCounts(tx, present, now);
    if (fields.includes("name")) await refuseTakenName(tx, group.name, id);
    const saved = await saveGroup(tx, group, version);
    await recordEvent(tx, ctx, { type: "group.updated", groupId: id, data: { fields } });
    return withMemberCounts(tx, saved, now);
  });
}

/** Deletes a group that nothing names; its members stay customers. */
export async function removeGroup(ctx: StaffContext, { id, version }: RemoveGroup): Promise<Done> {
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "groups.write");
    const { name } = await getGroup(tx, id);
    const { priceLists, discounts } = await usageOfGroup(tx, id, ctx.now());
    if (priceLists.length + discounts.length > 0) {
      throw new DomainError("group.in_use", { priceLists: priceLists.length, discounts: discounts.length });
    }
    await deleteGroup(tx, id, version);
    await recordEvent(tx, ctx, { type: "group.removed", groupId: id, data: { name } });
  });
  return done;
}

async function refuseTakenName(tx: Reader, name: string, ownId: string): Promise<void> {
  const other = await findGroupByName(tx, name);
  if (other !== null && other.id !== ownId) throw new DomainError("group.name_taken");
}
