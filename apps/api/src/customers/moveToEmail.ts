import type { Tx } from "@clientele/db";
import { absorbCustomer } from "@clientele/db/customers/absorb";
import { findCustomerByEmail, saveCustomer } from "@clientele/db/customers/customers";
import { findEmailHold, releaseEmail } from "@clientele/db/customers/emailHolds";
import { voidLinksTo } from "@clientele/db/sessions/emailChanges";
import { changedCustomer, type Customer } from "@clientele/domain/customers/customer";
import { hasAccount } from "@clientele/domain/customers/customerStatus";
import { DomainError } from "@clientele/domain/errors";
import { type EventSource, recordEvent } from "../events.ts";

/**
 * Gives an account an address whose mailbox was proven. A guest or invited row that has it is absorbed; an account that
 * has it, or one that may still return to it, makes the link worthless.
 */
export const moveToEmail = async (
  tx: Tx,
  ctx: EventSource,
  customer: Customer,
  email: string,
): Promise<{ customer: Customer; absorbed: string | null }> => {
  const now = ctx.now();
  const there = await findCustomerByEmail(tx, email);
  const hold = await findEmailHold(tx, email, now);
  if (there !== null && hasAccount(there.status)) throw new DomainError("link.expired");
  if (hold !== null && hold.customerId !== customer.id) throw new DomainError("link.expired");
  if (there !== null) {
    await absorbCustomer(tx, customer.id, there.id, now);
    await recordEvent(tx, ctx, {
      type: "customer.absorbed",
      customerId: there.id,
      // The row is gone; what became of it is told where its history went.
      customerIds: [customer.id],
      actor: { realm: "shop", id: customer.id },
      data: { into: customer.id },
    });
  }
  await releaseEmail(tx, customer.id, email);
  await voidLinksTo(tx, email, now);
  const { customer: moved } = changedCustomer(customer, { email }, now);
  await saveCustomer(tx, moved, customer.version);
  return { customer: moved, absorbed: there?.id ?? null };
};
