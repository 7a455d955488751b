import type { TRPCRouterRecord } from "@trpc/server";
import { Done, Nothing, pageOf } from "@clientele/domain/page";
import {
  Asked,
  ChangePassword,
  CompleteSignUp,
  ConfirmPassword,
  Me,
  Proven,
  RequestEmailChange,
  RequestPasswordReset,
  RequestSignUp,
  ResetPassword,
  SignIn,
  TokenOnly,
} from "@clientele/domain/sessions/account";
import {
  ListSecurityEvents,
  SecurityEvent,
  SessionHandle,
  SessionList,
  SessionsEnded,
} from "@clientele/domain/sessions/session";
import { LinkInfo } from "@clientele/domain/sessions/token";
import { customerProcedure, freshCustomerProcedure, publicProcedure } from "../trpc.ts";
import { cancelEmailChange, confirmEmailChange, requestEmailChange, revertEmailChange } from "./emailChange.ts";
import { linkInfo } from "./link.ts";
import { me } from "./me.ts";
import { endOtherSessions, endSession, listSecurityEvents, listSessions } from "./ownSessions.ts";
import { changePassword, confirmPassword, requestPasswordReset, resetPassword } from "./passwords.ts";
import { signIn, signOut } from "./signIn.ts";
import { completeSignUp, requestSignUp } from "./signUp.ts";

export const accountRoutes = {
  requestSignUp: publicProcedure
    .input(RequestSignUp)
    .output(Asked)
    .mutation(({ ctx, input }) => requestSignUp(ctx, input)),
  completeSignUp: publicProcedure
    .input(CompleteSignUp)
    .output(Done)
    .mutation(({ ctx, input }) => completeSignUp(ctx, input)),
  signIn: publicProcedure
    .input(SignIn)
    .output(Done)
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  signOut: publicProcedure
    .input(Nothing)
    .output(Done)
    .mutation(({ ctx }) => signOut(ctx)),
  me: publicProcedure
    .input(Nothing)
    .output(Me)
    .query(({ ctx }) => me(ctx)),
  requestPasswordReset: publicProcedure
    .input(RequestPasswordReset)
    .output(Asked)
    .mutation(({ ctx, input }) => requestPasswordReset(ctx, input)),
  resetPassword: publicProcedure
    .input(ResetPassword)
    .output(Done)
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
  link: publicProcedure
    .input(TokenOnly)
    .output(LinkInfo)
    .query(({ ctx, input }) => linkInfo(ctx, input)),
  confirmPassword: customerProcedure
    .input(ConfirmPassword)
    .output(Proven)
    .mutation(({ ctx, input }) => confirmPassword(ctx, input)),
  changePassword: customerProcedure
    .input(ChangePassword)
    .output(Done)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  requestEmailChange: freshCustomerProcedure
    .input(RequestEmailChange)
    .output(Asked)
    .mutation(({ ctx, input }) => requestEmailChange(ctx, input)),
  confirmEmailChange: publicProcedure
    .input(TokenOnly)
    .output(Done)
    .mutation(({ ctx, input }) => confirmEmailChange(ctx, input)),
  cancelEmailChange: customerProcedure
    .input(Nothing)
    .output(Done)
    .mutation(({ ctx }) => cancelEmailChange(ctx)),
  revertEmailChange: publicProcedure
    .input(TokenOnly)
    .output(Done)
    .mutation(({ ctx, input }) => revertEmailChange(ctx, input)),
} satisfies TRPCRouterRecord;

export const sessionRoutes = {
  list: customerProcedure
    .input(Nothing)
    .output(SessionList)
    .query(({ ctx }) => listSessions(ctx)),
  end: customerProcedure
    .input(SessionHandle)
    .output(Done)
    .mutation(({ ctx, input }) => endSession(ctx, input)),
  endOthers: customerProcedure
    .input(Nothing)
    .output(SessionsEnded)
    .mutation(({ ctx }) => endOtherSessions(ctx)),
  events: customerProcedure
    .input(ListSecurityEvents)
    .output(pageOf(SecurityEvent))
    .query(({ ctx, input }) => listSecurityEvents(ctx, input)),
} satisfies TRPCRouterRecord;
