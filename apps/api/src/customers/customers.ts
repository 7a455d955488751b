import type { Tx } from "@clientele/db";
import { saveCustomer } from "@clientele/db/customers/customers";
import { voidTokens } from "@clientele/db/sessions/tokens";
import {
  changedCustomer,
  checkAccountName,
  type Customer,
  type CustomerDetail,
  type CustomerVersion,
  type DisableCustomer,
  type SetMetadata,
  type UpdateCustomer,
} from "@clientele/domain/customers/customer";
import { DomainError } from "@clientele/domain/errors";
import type { EventData, EventType } from "@clientele/domain/events";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { shopSessions } from "../sessions/sessionService.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { getCustomerDetail } from "./customerQueries.ts";
import { getSeenCustomer } from "./existingCustomer.ts";

interface Change {
  wanted: { [Field in keyof Customer]?: Customer[Field] | undefined };
  type: EventType;
  data?: EventData;
}

/**
 * Changes the customer that its editor saw and records it; a value that is the present one is no change. `decide` is asked
 * inside the transaction, with the customer as it is there.
 */
const change = async (
  ctx: StaffContext,
  seen: { id: string; version: number },
  decide: (customer: Customer, tx: Tx) => Change | Promise<Change>,
): Promise<CustomerDetail> => {
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "customers.write");
    const present = await getSeenCustomer(tx, seen);
    const { wanted, type, data } = await decide(present, tx);
    const { customer, fields } = changedCustomer(present, wanted, ctx.now());
    if (fields.length === 0) return;
    checkAccountName(customer);
    await saveCustomer(tx, customer, present.version);
    await recordEvent(tx, ctx, { type, customerId: customer.id, data: data ?? { fields } });
  });
  return getCustomerDetail(ctx, seen);
};

/** Changes what staff may edit of a customer. */
export const updateCustomer = (ctx: StaffContext, input: UpdateCustomer): Promise<CustomerDetail> => {
  const { id: _id, version: _version, ...wanted } = input;
  return change(ctx, input, () => ({ wanted, type: "customer.updated" }));
};

/** Replaces the whole metadata. */
export const setMetadata = (ctx: StaffContext, input: SetMetadata): Promise<CustomerDetail> =>
  change(ctx, input, () => ({ wanted: { metadata: input.metadata }, type: "customer.metadata_set", data: {} }));

/** Closes the door on an account: every session of it ends in the same transaction; history stays. */
export const disableCustomer = (ctx: StaffContext, input: DisableCustomer): Promise<CustomerDetail> =>
  change(ctx, input, async ({ id, status }, tx) => {
    if (status !== "active") throw new DomainError("customer.not_active", { status });
    const sessions = await shopSessions.revokeAll(tx, id);
    // What somebody began before the door was closed must not be waiting when it opens again; the way back to an earlier
    // address stays, for it belongs to whoever lost the account.
    await voidTokens(tx, { customerId: id, purposes: ["password_reset", "email_change"] }, ctx.now());
    const data = { reason: input.reason, sessions };
    return { wanted: { status: "disabled" }, type: "customer.disabled", data };
  });

/** Opens a closed account again, as it was. */
export const enableCustomer = (ctx: StaffContext, input: CustomerVersion): Promise<CustomerDetail> =>
  change(ctx, input, ({ status }) => {
    if (status !== "disabled") throw new DomainError("customer.not_disabled", { status });
    return { wanted: { status: "active" }, type: "customer.enabled", data: {} };
  });
