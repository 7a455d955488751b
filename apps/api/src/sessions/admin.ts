import type { TRPCRouterRecord } from "@trpc/server";
import { Done, Nothing } from "@clientele/domain/page";
import { Asked, ConfirmPassword, Proven, RequestPasswordReset, TokenOnly } from "@clientele/domain/sessions/account";
import { SessionHandle, SessionList, SessionsEnded } from "@clientele/domain/sessions/session";
import { LinkInfo } from "@clientele/domain/sessions/token";
import {
  ChangeStaffPassword,
  RecoveryCodes,
  ResetStaffPassword,
  StaffMe,
  StaffSignIn,
  TotpCode,
  TotpStarted,
  UpdateStaffProfile,
} from "@clientele/domain/staff/staff";
import { freshOwnStaffProcedure, openAdminProcedure, ownStaffProcedure } from "../trpc.ts";
import { staffLinkInfo } from "./link.ts";
import { staffMe, updateStaffProfile } from "./staffMe.ts";
import {
  changeStaffPassword,
  confirmStaffPassword,
  requestStaffPasswordReset,
  resetStaffPassword,
} from "./staffPasswords.ts";
import { endOtherStaffSessions, endStaffSession, listStaffSessions } from "./staffSessions.ts";
import { staffSignIn, staffSignOut } from "./staffSignIn.ts";
import { confirmTotp, disableTotp, enableTotp, newRecoveryCodes } from "./totp.ts";

export const adminAccountRoutes = {
  signIn: openAdminProcedure
    .input(StaffSignIn)
    .output(Done)
    .mutation(({ ctx, input }) => staffSignIn(ctx, input)),
  signOut: openAdminProcedure
    .input(Nothing)
    .output(Done)
    .mutation(({ ctx }) => staffSignOut(ctx)),
  me: openAdminProcedure
    .input(Nothing)
    .output(StaffMe)
    .query(({ ctx }) => staffMe(ctx)),
  link: openAdminProcedure
    .input(TokenOnly)
    .output(LinkInfo)
    .query(({ ctx, input }) => staffLinkInfo(ctx, input)),
  requestPasswordReset: openAdminProcedure
    .input(RequestPasswordReset)
    .output(Asked)
    .mutation(({ ctx, input }) => requestStaffPasswordReset(ctx, input)),
  resetPassword: openAdminProcedure
    .input(ResetStaffPassword)
    .output(Done)
    .mutation(({ ctx, input }) => resetStaffPassword(ctx, input)),
  confirmPassword: ownStaffProcedure
    .input(ConfirmPassword)
    .output(Proven)
    .mutation(({ ctx, input }) => confirmStaffPassword(ctx, input)),
  changePassword: ownStaffProcedure
    .input(ChangeStaffPassword)
    .output(Done)
    .mutation(({ ctx, input }) => changeStaffPassword(ctx, input)),
  updateProfile: ownStaffProcedure
    .input(UpdateStaffProfile)
    .output(Done)
    .mutation(({ ctx, input }) => updateStaffProfile(ctx, input)),
  enableTotp: freshOwnStaffProcedure
    .input(Nothing)
    .output(TotpStarted)
    .mutation(({ ctx }) => enableTotp(ctx)),
  confirmTotp: freshOwnStaffProcedure
    .input(TotpCode)
    .output(RecoveryCodes)
    .mutation(({ ctx, input }) => confirmTotp(ctx, input)),
  disableTotp: freshOwnStaffProcedure
    .input(Nothing)
    .output(Done)
    .mutation(({ ctx }) => disableTotp(ctx)),
  newRecoveryCodes: freshOwnStaffProcedure
    .input(Nothing)
    .output(RecoveryCodes)
    .mutation(({ ctx }) => newRecoveryCodes(ctx)),
} satisfies TRPCRouterRecord;

export const adminSessionRoutes = {
  list: ownStaffProcedure
    .input(Nothing)
    .output(SessionList)
    .query(({ ctx }) => listStaffSessions(ctx)),
  end: ownStaffProcedure
    .input(SessionHandle)
    .output(Done)
    .mutation(({ ctx, input }) => endStaffSession(ctx, input)),
  endOthers: ownStaffProcedure
    .input(Nothing)
    .output(SessionsEnded)
    .mutation(({ ctx }) => endOtherStaffSessions(ctx)),
} satisfies TRPCRouterRecord;
