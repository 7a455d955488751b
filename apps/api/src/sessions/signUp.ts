import type { Tx } from "@clientele/db";
import { findCustomerByEmail, insertCustomer, saveCustomer } from "@clientele/db/customers/customers";
import { findEmailHold } from "@clientele/db/customers/emailHolds";
import { voidLinksTo } from "@clientele/db/sessions/emailChanges";
import { setPassword } from "@clientele/db/sessions/passwords";
import type { TokenRow } from "@clientele/db/sessions/tokens";
import { changedCustomer, type Customer } from "@clientele/domain/customers/customer";
import { hasAccount } from "@clientele/domain/customers/customerStatus";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import { asked, type Asked, type CompleteSignUp, type RequestSignUp } from "@clientele/domain/sessions/account";
import { mergeCarts } from "../carts/merge.ts";
import { racedCartRules } from "../carts/ownCart.ts";
import type { ShopContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { queueMail } from "../mail/queueMail.ts";
import { claimWithSignUp } from "../orders/claimOrder.ts";
import { againAfterRace } from "../raced.ts";
import { mayMail } from "./askedMail.ts";
import { checkLink } from "./checkLink.ts";
import { useToken } from "./mailedTokens.ts";
import { hashNewPassword } from "./newPassword.ts";
import { openSession } from "./openSession.ts";

/**
 * Mails the link that opens an account. Nothing is looked up here: the same rows are written for every address, and what
 * the mail says is decided when it is rendered (ENU-3).
 */
export const requestSignUp = async (ctx: ShopContext, { email, orderId }: RequestSignUp): Promise<Asked> => {
  if (await mayMail(ctx, "sign_up", email)) {
    await ctx.db.transaction(async (tx) => {
      const { id } = await ctx.tokens.issue(tx, ctx, { purpose: "sign_up", email, orderId });
      await queueMail(tx, ctx, { template: "sign_up", tokenId: id });
    });
  }
  return asked;
};

const purposes = ["sign_up", "invitation"] as const;

/**
 * Opens the account that a mailed link or an invitation was for, and signs in. The mailbox is proven by the link alone, so
 * nothing of an existing row was shown or changed before (ACC-3).
 */
export const completeSignUp = async (ctx: ShopContext, input: CompleteSignUp): Promise<Done> => {
  const { email } = await checkLink(ctx, input.token, purposes);
  const hash = await hashNewPassword(ctx, input.password, { ...input, email });
  const opened = await againAfterRace(["customers_email_key", ...racedCartRules], () =>
    ctx.db.transaction(async (tx) => {
      const token = await useToken(tx, ctx, input.token, purposes);
      const { customer, was } = await openAccount(tx, ctx, token, input);
      await setPassword(tx, customer.id, hash, ctx.now());
      await voidLinksTo(tx, token.email, ctx.now());
      await recordEvent(tx, ctx, {
        type: "customer.signed_up",
        customerId: customer.id,
        actor: { realm: "shop", id: customer.id },
        data: { was, invited: token.purpose === "invitation" },
      });
      await claimWithSignUp(tx, ctx, token, customer.id);
      await mergeCarts(tx, ctx, customer.id);
      return openSession(tx, ctx, customer.id, false);
    }),
  );
  ctx.cookie.set(opened.token, opened.session);
  if (ctx.cart.present !== null) ctx.cart.clear();
  return done;
};

/** Makes the customer of the proven address, or turns the guest that is there into one. */
const openAccount = async (
  tx: Tx,
  ctx: ShopContext,
  token: TokenRow,
  { firstName, lastName }: CompleteSignUp,
): Promise<{ customer: Customer; was: Customer["status"] | null }> => {
  const now = ctx.now();
  const existing = await findCustomerByEmail(tx, token.email);
  // Somebody who changed an account's address may still return to the old one, so it is not free yet.
  if ((await findEmailHold(tx, token.email, now)) !== null) throw new DomainError("link.expired");
  if (existing !== null && hasAccount(existing.status)) throw new DomainError("link.expired");
  if (token.purpose === "invitation" && token.customerId !== existing?.id) throw new DomainError("link.expired");
  if (existing !== null) {
    const { customer } = changedCustomer(existing, { status: "active", firstName, lastName }, now);
    await saveCustomer(tx, customer, existing.version);
    return { customer, was: existing.status };
  }
  const customer: Customer = {
    id: ctx.newId("customer"),
    email: token.email,
    status: "active",
    firstName,
    lastName,
    phone: null,
    companyName: null,
    taxId: null,
    locale: null,
    metadata: {},
    createdBy: "self",
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  await insertCustomer(tx, customer);
  return { customer, was: null };
};
