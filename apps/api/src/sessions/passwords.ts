import { findCustomer, findCustomerByEmail } from "@clientele/db/customers/customers";
import { followAskingSession } from "@clientele/db/sessions/emailChanges";
import { setPassword } from "@clientele/db/sessions/passwords";
import { type TokenSubject, voidTokens } from "@clientele/db/sessions/tokens";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import {
  asked,
  type Asked,
  type ChangePassword,
  type ConfirmPassword,
  type RequestPasswordReset,
  type ResetPassword,
} from "@clientele/domain/sessions/account";
import type { CustomerContext, ShopContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { queueMail } from "../mail/queueMail.ts";
import { mayMail } from "./askedMail.ts";
import { checkLink } from "./checkLink.ts";
import { provenUntil } from "./freshProof.ts";
import { useToken } from "./mailedTokens.ts";
import { hashNewPassword, judgeNewPassword } from "./newPassword.ts";
import { forgetPasswordTries, proveOwnPassword, requireProof } from "./passwordTries.ts";
import { shopSessions } from "./sessionService.ts";

/**
 * Mails the link that sets a new password. The same rows are written whether or not the address has an account; what the
 * mail says, and whether there is one, is decided when it is rendered (ENU-3).
 */
export const requestPasswordReset = async (ctx: ShopContext, { email }: RequestPasswordReset): Promise<Asked> => {
  if (await mayMail(ctx, "password_reset", email)) {
    await ctx.db.transaction(async (tx) => {
      const customer = await findCustomerByEmail(tx, email);
      const { id } = await ctx.tokens.issue(tx, ctx, { purpose: "password_reset", customerId: customer?.id, email });
      await queueMail(tx, ctx, { template: "password_reset", tokenId: id });
      await recordEvent(tx, ctx, {
        type: "customer.password_reset_requested",
        customerId: customer?.id,
        // A timeline entry would be a row more for known addresses.
        customerIds: [],
        actor: { realm: "shop", id: null },
      });
    });
  }
  return asked;
};

/** What a new password makes worthless: other resets, and a change of address that somebody with the old one began. */
const outdated = (customerId: string): TokenSubject => ({ customerId, purposes: ["password_reset", "email_change"] });

/** Sets the password by a mailed link; ends every session and opens none (TOK-7). */
export const resetPassword = async (ctx: ShopContext, input: ResetPassword): Promise<Done> => {
  const { customerId } = await checkLink(ctx, input.token, ["password_reset"]);
  const person = customerId === null ? null : await findCustomer(ctx.db, customerId);
  if (person === null || person.status !== "active" || person.email === null) throw new DomainError("link.expired");
  const hash = await hashNewPassword(ctx, input.password, { ...person, email: person.email });
  const email = await ctx.db.transaction(async (tx) => {
    const token = await useToken(tx, ctx, input.token, ["password_reset"]);
    const customer = await findCustomer(tx, person.id);
    // The link proves the mailbox it was sent to and no other (TOK-1), and a closed account stays closed.
    if (customer?.status !== "active" || customer.email !== token.email) throw new DomainError("link.expired");
    await setPassword(tx, customer.id, hash, ctx.now());
    await voidTokens(tx, outdated(customer.id), ctx.now());
    const ended = await shopSessions.revokeAll(tx, customer.id);
    await recordEvent(tx, ctx, {
      type: "customer.password_reset",
      customerId: customer.id,
      actor: { realm: "shop", id: customer.id },
      data: { sessionsEnded: ended },
    });
    await queueMail(tx, ctx, { template: "password_changed", customerId: customer.id });
    return token.email;
  });
  await forgetPasswordTries(ctx, email);
  if (ctx.session?.ownerId === person.id) ctx.cookie.clear();
  return done;
};

/** Changes the password of whoever knows the present one; ends all other sessions and gives this one a new token. */
export const changePassword = async (ctx: CustomerContext, input: ChangePassword): Promise<Done> => {
  const person = await findCustomer(ctx.db, ctx.actor.customerId);
  if (person === null || person.email === null) throw new DomainError("account.not_signed_in");
  // Judged first: a refused new password is no guess at the present one.
  await judgeNewPassword(ctx, input.password, { ...person, email: person.email });
  const proof = await proveOwnPassword(ctx, input.currentPassword, "currentPassword");
  const hash = await ctx.passwords.hash(input.password);
  const opened = await ctx.db.transaction(async (tx) => {
    await requireProof(tx, proof);
    await setPassword(tx, proof.customerId, hash, ctx.now());
    await voidTokens(tx, outdated(proof.customerId), ctx.now());
    const ended = await shopSessions.revokeOthers(tx, proof.customerId, ctx.session.handle);
    await recordEvent(tx, ctx, {
      type: "customer.password_changed",
      customerId: proof.customerId,
      data: { sessionsEnded: ended },
    });
    await queueMail(tx, ctx, { template: "password_changed", customerId: proof.customerId });
    return shopSessions.markFresh(tx, ctx, ctx.session);
  });
  await forgetPasswordTries(ctx, proof.email);
  ctx.cookie.set(opened.token, opened.session);
  return done;
};

/** Proves the password anew for what needs a fresh proof; the session gets a new token (SES-2, SES-9). */
export const confirmPassword = async (
  ctx: CustomerContext,
  { password }: ConfirmPassword,
): Promise<{ provenUntil: Date }> => {
  const proof = await proveOwnPassword(ctx, password, "password");
  const opened = await ctx.db.transaction(async (tx) => {
    await requireProof(tx, proof);
    const fresh = await shopSessions.markFresh(tx, ctx, ctx.session);
    await followAskingSession(tx, proof.customerId, ctx.session.handle, fresh.session.handle);
    await recordEvent(tx, ctx, { type: "customer.password_confirmed", customerId: proof.customerId });
    return fresh;
  });
  await forgetPasswordTries(ctx, proof.email);
  ctx.cookie.set(opened.token, opened.session);
  return { provenUntil: provenUntil(opened.session) };
};
