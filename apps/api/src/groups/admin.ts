import type { TRPCRouterRecord } from "@trpc/server";
import { TimelineEntry } from "@clientele/domain/events";
import {
  AddEmails,
  AddMembers,
  CreateGroup,
  EmailMatches,
  EmailsAdded,
  GroupDetail,
  GroupId,
  GroupInList,
  GroupUsage,
  ListGroupActivity,
  ListGroups,
  ListMembers,
  MatchEmails,
  Member,
  MembersAdded,
  MembersRemoved,
  RemovalUndone,
  RemoveGroup,
  RemoveMembers,
  SetMembership,
  UndoRemoval,
  UpdateGroup,
} from "@clientele/domain/groups/group";
import { Done, pageOf } from "@clientele/domain/page";
import { staffProcedure } from "../trpc.ts";
import { groupActivity } from "./activity.ts";
import { addEmails, matchEmails } from "./emails.ts";
import { createGroup, getGroupDetail, groupUsage, listGroups, removeGroup, updateGroup } from "./groups.ts";
import { addMembers, listMembers, removeMembers, setMembership, undoRemoval } from "./membership.ts";

const read = staffProcedure("groups.read");
const write = staffProcedure("groups.write");

export const groupRoutes = {
  list: read
    .input(ListGroups)
    .output(pageOf(GroupInList))
    .query(({ ctx, input }) => listGroups(ctx, input)),
  get: read
    .input(GroupId)
    .output(GroupDetail)
    .query(({ ctx, input }) => getGroupDetail(ctx, input)),
  create: write
    .input(CreateGroup)
    .output(GroupDetail)
    .mutation(({ ctx, input }) => createGroup(ctx, input)),
  update: write
    .input(UpdateGroup)
    .output(GroupDetail)
    .mutation(({ ctx, input }) => updateGroup(ctx, input)),
  usage: read
    .input(GroupId)
    .output(GroupUsage)
    .query(({ ctx, input }) => groupUsage(ctx, input)),
  remove: write
    .input(RemoveGroup)
    .output(Done)
    .mutation(({ ctx, input }) => removeGroup(ctx, input)),
  members: read
    .input(ListMembers)
    .output(pageOf(Member))
    .query(({ ctx, input }) => listMembers(ctx, input)),
  addMembers: write
    .input(AddMembers)
    .output(MembersAdded)
    .mutation(({ ctx, input }) => addMembers(ctx, input)),
  removeMembers: write
    .input(RemoveMembers)
    .output(MembersRemoved)
    .mutation(({ ctx, input }) => removeMembers(ctx, input)),
  undoRemoval: write
    .input(UndoRemoval)
    .output(RemovalUndone)
    .mutation(({ ctx, input }) => undoRemoval(ctx, input)),
  setMembership: write
    .input(SetMembership)
    .output(Done)
    .mutation(({ ctx, input }) => setMembership(ctx, input)),
  matchEmails: write
    .input(MatchEmails)
    .output(EmailMatches)
    .query(({ ctx, input }) => matchEmails(ctx, input)),
  addEmails: write
    .input(AddEmails)
    .output(EmailsAdded)
    .mutation(({ ctx, input }) => addEmails(ctx, input)),
  activity: read
    .input(ListGroupActivity)
    .output(pageOf(TimelineEntry))
    .query(({ ctx, input }) => groupActivity(ctx, input)),
} satisfies TRPCRouterRecord;
