import type { TRPCRouterRecord } from "@trpc/server";
import { AuditEntry, ListAudit } from "@clientele/domain/events";
import { Done, Nothing, pageOf } from "@clientele/domain/page";
import {
  AcceptInvitation,
  CreateOwner,
  InviteStaff,
  Roles,
  SetRole,
  SetupStatus,
  StaffInList,
  StaffList,
  StaffVersion,
} from "@clientele/domain/staff/staff";
import { freshStaffProcedure, openAdminProcedure, ownStaffProcedure, staffProcedure } from "../trpc.ts";
import { listAudit } from "./audit.ts";
import { acceptInvitation, inviteStaff, resendInvitation, withdrawStaffInvitation } from "./invitations.ts";
import { createOwner, setupStatus } from "./setup.ts";
import { disableStaff, enableStaff, listRoles, listStaff, resetTotp, setRole } from "./staff.ts";

const manage = freshStaffProcedure("staff.manage");

export const setupRoutes = {
  status: openAdminProcedure
    .input(Nothing)
    .output(SetupStatus)
    .query(({ ctx }) => setupStatus(ctx)),
  createOwner: openAdminProcedure
    .input(CreateOwner)
    .output(Done)
    .mutation(({ ctx, input }) => createOwner(ctx, input)),
} satisfies TRPCRouterRecord;

export const staffRoutes = {
  list: staffProcedure("staff.manage")
    .input(Nothing)
    .output(StaffList)
    .query(({ ctx }) => listStaff(ctx)),
  roles: ownStaffProcedure
    .input(Nothing)
    .output(Roles)
    .query(() => listRoles()),
  invite: manage
    .input(InviteStaff)
    .output(StaffInList)
    .mutation(({ ctx, input }) => inviteStaff(ctx, input)),
  resendInvitation: manage
    .input(StaffVersion)
    .output(StaffInList)
    .mutation(({ ctx, input }) => resendInvitation(ctx, input)),
  withdrawInvitation: manage
    .input(StaffVersion)
    .output(Done)
    .mutation(({ ctx, input }) => withdrawStaffInvitation(ctx, input)),
  acceptInvitation: openAdminProcedure
    .input(AcceptInvitation)
    .output(Done)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  setRole: manage
    .input(SetRole)
    .output(StaffInList)
    .mutation(({ ctx, input }) => setRole(ctx, input)),
  resetTotp: manage
    .input(StaffVersion)
    .output(StaffInList)
    .mutation(({ ctx, input }) => resetTotp(ctx, input)),
  disable: manage
    .input(StaffVersion)
    .output(StaffInList)
    .mutation(({ ctx, input }) => disableStaff(ctx, input)),
  enable: manage
    .input(StaffVersion)
    .output(StaffInList)
    .mutation(({ ctx, input }) => enableStaff(ctx, input)),
} satisfies TRPCRouterRecord;

export const auditRoutes = {
  list: staffProcedure("audit.read")
    .input(ListAudit)
    .output(pageOf(AuditEntry))
    .query(({ ctx, input }) => listAudit(ctx, input)),
} satisfies TRPCRouterRecord;
