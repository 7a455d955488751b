import { getActiveCustomer, saveCustomer } from "@clientele/db/customers/customers";
import { changedCustomer, type Profile, type UpdateProfile } from "@clientele/domain/customers/customer";
import { DomainError } from "@clientele/domain/errors";
import type { CustomerContext } from "../context.ts";
import { recordEvent } from "../events.ts";

/** The shopper's own details. */
export const getProfile = (ctx: CustomerContext): Promise<Profile> => getActiveCustomer(ctx.db, ctx.actor.customerId);

/** Changes the given details; those left out stay, and equal ones change nothing. */
export const updateProfile = (ctx: CustomerContext, input: UpdateProfile): Promise<Profile> =>
  ctx.db.transaction(async (tx) => {
    const present = await getActiveCustomer(tx, ctx.actor.customerId);
    const { version, ...wanted } = input;
    if (version !== present.version) throw new DomainError("customer.changed_meanwhile", { version: present.version });
    const { customer, fields } = changedCustomer(present, wanted, ctx.now());
    if (fields.length === 0) return present;
    await saveCustomer(tx, customer, version);
    await recordEvent(tx, ctx, { type: "customer.updated", customerId: customer.id, data: { fields } });
    return customer;
  });
