import { findStaff, findStaffByEmail } from "@clientele/db/staff/staff";
import { saveStaffPassword } from "@clientele/db/staff/passwords";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import { asked, type Asked, type ConfirmPassword, type RequestPasswordReset } from "@clientele/domain/sessions/account";
import type { ChangeStaffPassword, ResetStaffPassword } from "@clientele/domain/staff/staff";
import type { AdminContext, StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { queueMail } from "../mail/queueMail.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { mayMail } from "./askedMail.ts";
import { checkLink } from "./checkLink.ts";
import { provenUntil } from "./freshProof.ts";
import { useToken, voidTokens } from "./mailedTokens.ts";
import { hashNewStaffPassword, judgeNewStaffPassword } from "./newStaffPassword.ts";
import { staffSessions } from "./sessionService.ts";
import { forgetStaffTries, proveOwnStaffPassword, requireStaffProof } from "./staffPasswordTries.ts";

/**
 * Mails the link that sets a new password. The same rows are written for everyone; whether there is a mail is decided when
 * it is rendered, so that the answer tells nothing (ENU-3).
 */
export const requestStaffPasswordReset = async (ctx: AdminContext, { email }: RequestPasswordReset): Promise<Asked> => {
  if (await mayMail(ctx, "password_reset", email)) {
    await ctx.db.transaction(async (tx) => {
      const staff = await findStaffByEmail(tx, email);
      const { id } = await ctx.tokens.issue(tx, ctx, { purpose: "staff_password_reset", staffId: staff?.id, email });
      await queueMail(tx, ctx, { template: "staff_password_reset", tokenId: id, staffId: staff?.id });
      await recordEvent(tx, ctx, {
        type: "staff.password_reset_requested",
        staffId: staff?.id,
        actor: { realm: "staff", id: null },
      });
    });
  }
  return asked;
};

/** Sets the password by a mailed link; ends every session, opens none, and leaves the second factor as it is (TOK-7). */
export const resetStaffPassword = async (ctx: AdminContext, input: ResetStaffPassword): Promise<Done> => {
  const { staffId } = await checkLink(ctx, input.token, ["staff_password_reset"]);
  const person = staffId === null ? null : await findStaff(ctx.db, staffId);
  if (person?.status !== "active") throw new DomainError("link.expired");
  const hash = await hashNewStaffPassword(ctx, input.password, person);
  await ctx.db.transaction(async (tx) => {
    const token = await useToken(tx, ctx, input.token, ["staff_password_reset"]);
    const staff = await findStaff(tx, person.id);
    if (staff?.status !== "active" || staff.email !== token.email) throw new DomainError("link.expired");
    await saveStaffPassword(tx, staff.id, hash, ctx.now());
    await voidTokens(tx, { staffId: staff.id, purposes: ["staff_password_reset"] }, ctx.now());
    const ended = await staffSessions.revokeAll(tx, staff.id);
    await recordEvent(tx, ctx, {
      type: "staff.password_reset",
      staffId: staff.id,
      actor: { realm: "staff", id: staff.id },
      data: { sessionsEnded: ended },
    });
    await queueMail(tx, ctx, { template: "staff_password_changed", staffId: staff.id });
  });
  await forgetStaffTries(ctx, person.email);
  if (ctx.session?.ownerId === person.id) ctx.cookie.clear();
  return done;
};

/** Changes the password of whoever knows the present one; ends all other sessions and gives this one a new token. */
export const changeStaffPassword = async (ctx: StaffContext, input: ChangeStaffPassword): Promise<Done> => {
  // Judged first: a refused new password is no guess at the present one.
  await judgeNewStaffPassword(ctx, input.password, await requireStaff(ctx.db, ctx, null));
  const proof = await proveOwnStaffPassword(ctx, input.currentPassword, "currentPassword");
  const hash = await ctx.passwords.hash(input.password);
  const opened = await ctx.db.transaction(async (tx) => {
    const staff = await requireStaffProof(tx, ctx, proof);
    await saveStaffPassword(tx, staff.id, hash, ctx.now());
    await voidTokens(tx, { staffId: staff.id, purposes: ["staff_password_reset"] }, ctx.now());
    const ended = await staffSessions.revokeOthers(tx, staff.id, ctx.session.handle);
    await recordEvent(tx, ctx, { type: "staff.password_changed", staffId: staff.id, data: { sessionsEnded: ended } });
    await queueMail(tx, ctx, { template: "staff_password_changed", staffId: staff.id });
    return staffSessions.markFresh(tx, ctx, ctx.session);
  });
  await forgetStaffTries(ctx, proof.staff.email);
  ctx.cookie.set(opened.token, opened.session);
  return done;
};

/** Proves the password anew for what needs a fresh proof; the session gets a new token (SES-2, SES-9). */
export const confirmStaffPassword = async (
  ctx: StaffContext,
  { password }: ConfirmPassword,
): Promise<{ provenUntil: Date }> => {
  const proof = await proveOwnStaffPassword(ctx, password, "password");
  const opened = await ctx.db.transaction(async (tx) => {
    const staff = await requireStaffProof(tx, ctx, proof);
    await recordEvent(tx, ctx, { type: "staff.password_confirmed", staffId: staff.id });
    return staffSessions.markFresh(tx, ctx, ctx.session);
  });
  await forgetStaffTries(ctx, proof.staff.email);
  ctx.cookie.set(opened.token, opened.session);
  return { provenUntil: provenUntil(opened.session) };
};
