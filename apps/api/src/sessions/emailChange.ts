import type { Tx } from "@clientele/db";
import { findCustomer, getActiveCustomer } from "@clientele/db/customers/customers";
import { holdEmail, releaseEmail } from "@clientele/db/customers/emailHolds";
import { findPendingEmail, voidLaterReverts } from "@clientele/db/sessions/emailChanges";
import { clearPassword } from "@clientele/db/sessions/passwords";
import { voidTokens } from "@clientele/db/sessions/tokens";
import { hasAccount } from "@clientele/domain/customers/customerStatus";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import { asked, type Asked, type RequestEmailChange, type TokenOnly } from "@clientele/domain/sessions/account";
import { tokenPurposes } from "@clientele/domain/sessions/token";
import { later } from "@clientele/domain/time";
import type { CustomerContext, ShopContext } from "../context.ts";
import { moveToEmail } from "../customers/moveToEmail.ts";
import { recordEvent } from "../events.ts";
import { queueMail } from "../mail/queueMail.ts";
import { againAfterRace } from "../raced.ts";
import { mayMail } from "./askedMail.ts";
import { checkLink } from "./checkLink.ts";
import { useToken } from "./mailedTokens.ts";
import { shopSessions } from "./sessionService.ts";

/**
 * Mails the link that proves the new mailbox, and tells the old one, which stays in force until then. Whether the new
 * address has an account is only told in the mail that goes there (ENU-3).
 */
export const requestEmailChange = async (ctx: CustomerContext, { email }: RequestEmailChange): Promise<Asked> => {
  const person = await getActiveCustomer(ctx.db, ctx.actor.customerId);
  if (person.email === email) throw new DomainError("customer.email_same");
  if (!(await mayMail(ctx, "email_change", email))) return asked;
  await ctx.db.transaction(async (tx) => {
    const { id: customerId } = await getActiveCustomer(tx, person.id);
    await beginEmailChange(tx, ctx, { customerId, email, askedBy: ctx.session.handle });
    await recordEvent(tx, ctx, { type: "customer.email_change_requested", customerId });
  });
  return asked;
};

/** Issues the link to the new mailbox and queues both mails; an earlier change that still waited is void. */
export const beginEmailChange = async (
  tx: Tx,
  ctx: Pick<ShopContext, "now" | "newId" | "tokens" | "wakeMail">,
  change: { customerId: string; email: string; askedBy?: string },
): Promise<void> => {
  const { id } = await ctx.tokens.issue(tx, ctx, { purpose: "email_change", ...change });
  await queueMail(tx, ctx, { template: "email_change", customerId: change.customerId, tokenId: id });
  await queueMail(tx, ctx, { template: "email_change_asked", customerId: change.customerId });
};

/**
 * Puts the new address in force. The link works in any browser; the session that asked stays, all others end, and the old
 * mailbox gets a link that reverts the change for 7 days.
 */
export const confirmEmailChange = async (ctx: ShopContext, { token: text }: TokenOnly): Promise<Done> => {
  const { customerId } = await checkLink(ctx, text, ["email_change"]);
  const kept = await againAfterRace(["customers_email_key"], () =>
    ctx.db.transaction(async (tx) => {
      const token = await useToken(tx, ctx, text, ["email_change"]);
      const customer = await findCustomer(tx, token.customerId ?? "");
      if (customer?.status !== "active" || customer.email === null) throw new DomainError("link.expired");
      const { absorbed } = await moveToEmail(tx, ctx, customer, token.email);
      await holdFormer(tx, ctx, customer.id, customer.email);
      await voidTokens(tx, { customerId: customer.id, purposes: ["password_reset"] }, ctx.now());
      const ended = await shopSessions.revokeOthers(tx, customer.id, token.askedBy ?? "");
      await recordEvent(tx, ctx, {
        type: "customer.email_changed",
        customerId: customer.id,
        actor: { realm: "shop", id: customer.id },
        data: { sessionsEnded: ended, absorbed: absorbed !== null },
      });
      if (ctx.session === null || ctx.session.handle !== token.askedBy) return null;
      return shopSessions.rotate(tx, ctx, ctx.session);
    }),
  );
  if (kept !== null) ctx.cookie.set(kept.token, kept.session);
  else if (ctx.session !== null && ctx.session.ownerId === customerId) ctx.cookie.clear();
  return done;
};

/** Keeps the former address free for its owner, and mails the way back there. */
const holdFormer = async (tx: Tx, ctx: ShopContext, customerId: string, email: string): Promise<void> => {
  // Earlier ways back stay good: an account that was taken over may have been moved twice.
  const { id } = await ctx.tokens.issue(tx, ctx, { purpose: "email_revert", customerId, email, voidOlder: false });
  await holdEmail(tx, { email, customerId, until: later(ctx.now(), tokenPurposes.email_revert.lasts) });
  await queueMail(tx, ctx, { template: "email_changed", customerId, tokenId: id });
};

/** Takes back a change that still waits for its mailbox. */
export const cancelEmailChange = async (ctx: CustomerContext): Promise<Done> => {
  await ctx.db.transaction(async (tx) => {
    const { id } = await getActiveCustomer(tx, ctx.actor.customerId);
    if ((await findPendingEmail(tx, id, ctx.now())) === null) throw new DomainError("account.no_email_change");
    await voidTokens(tx, { customerId: id, purposes: ["email_change"] }, ctx.now());
    await recordEvent(tx, ctx, { type: "customer.email_change_cancelled", customerId: id });
  });
  return done;
};

/**
 * Brings the former address back, for whoever still has its mailbox: every session ends, the password is gone, and only
 * the reset link that is mailed there leads back in.
 */
export const revertEmailChange = async (ctx: ShopContext, { token: text }: TokenOnly): Promise<Done> => {
  const { customerId } = await checkLink(ctx, text, ["email_revert"]);
  await againAfterRace(["customers_email_key"], () =>
    ctx.db.transaction(async (tx) => {
      const now = ctx.now();
      const token = await useToken(tx, ctx, text, ["email_revert"]);
      const customer = await findCustomer(tx, token.customerId ?? "");
      if (customer === null || !hasAccount(customer.status)) throw new DomainError("link.expired");
      const { absorbed } = await moveToEmail(tx, ctx, customer, token.email);
      const laterEmails = await voidLaterReverts(tx, customer.id, token.id, now);
      for (const email of laterEmails) await releaseEmail(tx, customer.id, email);
      await voidTokens(tx, { customerId: customer.id, purposes: ["email_change", "password_reset"] }, now);
      await clearPassword(tx, customer.id);
      const ended = await shopSessions.revokeAll(tx, customer.id);
      await recordEvent(tx, ctx, {
        type: "customer.email_reverted",
        customerId: customer.id,
        actor: { realm: "shop", id: customer.id },
        data: { sessionsEnded: ended, absorbed: absorbed !== null },
      });
      const { id } = await ctx.tokens.issue(tx, ctx, {
        purpose: "password_reset",
        customerId: customer.id,
        email: token.email,
      });
      await queueMail(tx, ctx, { template: "password_reset", customerId: customer.id, tokenId: id });
    }),
  );
  if (ctx.session !== null && ctx.session.ownerId === customerId) ctx.cookie.clear();
  return done;
};
