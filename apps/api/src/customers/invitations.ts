import type { Tx } from "@clientele/db";
import { saveCustomer } from "@clientele/db/customers/customers";
import { findEmailHold } from "@clientele/db/customers/emailHolds";
import { voidTokens } from "@clientele/db/sessions/tokens";
import {
  changedCustomer,
  type Customer,
  type CustomerDetail,
  type CustomerVersion,
} from "@clientele/domain/customers/customer";
import { hasAccount } from "@clientele/domain/customers/customerStatus";
import { DomainError } from "@clientele/domain/errors";
import type { Services, StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { queueMail } from "../mail/queueMail.ts";
import { countMailTo } from "../sessions/askedMail.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { getCustomerDetail } from "./customerQueries.ts";
import { getExistingCustomer, getSeenCustomer } from "./existingCustomer.ts";

type Inviting = Pick<Services, "now" | "newId" | "tokens" | "wakeMail">;

/** Invites a guest to open an account; inviting again mails a new link and makes the earlier one worthless. */
export const inviteCustomer = async (ctx: StaffContext, input: CustomerVersion): Promise<CustomerDetail> => {
  const { email } = await getExistingCustomer(ctx.db, input.id);
  if (email === null) throw new DomainError("customer.no_email");
  await countMailTo(ctx, email);
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "customers.write");
    const customer = await getSeenCustomer(tx, input);
    if (hasAccount(customer.status)) throw new DomainError("customer.has_account", { status: customer.status });
    if (customer.status === "guest") {
      await saveCustomer(tx, changedCustomer(customer, { status: "invited" }, ctx.now()).customer, customer.version);
    }
    await sendInvitation(tx, ctx, customer);
    await recordEvent(tx, ctx, { type: "customer.invited", customerId: customer.id });
  });
  return getCustomerDetail(ctx, input);
};

/** Issues the link of an invitation and queues its mail; the caller stores the status and records the event. */
export const sendInvitation = async (tx: Tx, ctx: Inviting, { id, email }: Customer): Promise<void> => {
  if (email === null) throw new DomainError("customer.no_email");
  // An account that changed its address may return to this one, so the link would open nothing.
  if ((await findEmailHold(tx, email, ctx.now())) !== null) throw new DomainError("customer.email_taken");
  const token = await ctx.tokens.issue(tx, ctx, { purpose: "invitation", customerId: id, email });
  await queueMail(tx, ctx, { template: "invitation", customerId: id, tokenId: token.id });
};

/** Takes an invitation back: the row is a guest again and the mailed link opens nothing. */
export const withdrawInvitation = async (ctx: StaffContext, input: CustomerVersion): Promise<CustomerDetail> => {
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "customers.write");
    const customer = await getSeenCustomer(tx, input);
    if (customer.status !== "invited") throw new DomainError("customer.no_invitation");
    await saveCustomer(tx, changedCustomer(customer, { status: "guest" }, ctx.now()).customer, customer.version);
    await voidTokens(tx, { customerId: customer.id, purposes: ["invitation"] }, ctx.now());
    await recordEvent(tx, ctx, { type: "customer.invitation_withdrawn", customerId: customer.id });
  });
  return getCustomerDetail(ctx, input);
};
