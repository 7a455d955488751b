import type { Tx } from "@clientele/db";
import { findCustomerByEmail, saveCustomer } from "@clientele/db/customers/customers";
import { findEmailHold } from "@clientele/db/customers/emailHolds";
import { voidTokens } from "@clientele/db/sessions/tokens";
import {
  type ChangeCustomerEmail,
  changedCustomer,
  type Customer,
  type CustomerDetail,
} from "@clientele/domain/customers/customer";
import { hasAccount } from "@clientele/domain/customers/customerStatus";
import { DomainError } from "@clientele/domain/errors";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { countMailTo } from "../sessions/askedMail.ts";
import { beginEmailChange } from "../sessions/emailChange.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { getCustomerDetail } from "./customerQueries.ts";
import { getExistingCustomer, getSeenCustomer } from "./existingCustomer.ts";
import { sendInvitation } from "./invitations.ts";

/**
 * Corrects the e-mail of a guest or invited row at once. An account's owner must prove the new mailbox first: for those
 * this only starts the change that they could start themselves (`domain` 1).
 */
export const changeEmail = async (ctx: StaffContext, input: ChangeCustomerEmail): Promise<CustomerDetail> => {
  const { status } = await getExistingCustomer(ctx.db, input.id);
  if (status !== "guest") await countMailTo(ctx, input.email);
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "customers.write");
    const customer = await getSeenCustomer(tx, input);
    if (customer.email === input.email) throw new DomainError("customer.email_same");
    if (hasAccount(customer.status)) await startChange(tx, ctx, customer, input);
    else await correct(tx, ctx, customer, input);
  });
  return getCustomerDetail(ctx, input);
};

const startChange = async (
  tx: Tx,
  ctx: StaffContext,
  { id, status }: Customer,
  { email, reason }: ChangeCustomerEmail,
): Promise<void> => {
  if (status !== "active") throw new DomainError("customer.not_active", { status });
  // Staff can look any address up, so unlike the shopper they are told; a guest's row is absorbed when it is confirmed.
  const there = await findCustomerByEmail(tx, email);
  const hold = await findEmailHold(tx, email, ctx.now());
  const taken = there !== null && hasAccount(there.status);
  if (taken || (hold !== null && hold.customerId !== id)) throw new DomainError("customer.email_taken");
  await beginEmailChange(tx, ctx, { customerId: id, email });
  await recordEvent(tx, ctx, { type: "customer.email_change_requested", customerId: id, data: { reason } });
};

const correct = async (
  tx: Tx,
  ctx: StaffContext,
  customer: Customer,
  { email, reason }: ChangeCustomerEmail,
): Promise<void> => {
  if ((await findCustomerByEmail(tx, email)) !== null) throw new DomainError("customer.email_taken");
  const { customer: corrected } = changedCustomer(customer, { email }, ctx.now());
  await saveCustomer(tx, corrected, customer.version);
  // Whatever went to the wrong mailbox must not open this row.
  await voidTokens(tx, { customerId: customer.id }, ctx.now());
  if (customer.status === "invited") await sendInvitation(tx, ctx, corrected);
  await recordEvent(tx, ctx, { type: "customer.email_corrected", customerId: customer.id, data: { reason } });
};
