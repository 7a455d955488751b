import { getCustomer } from "@clientele/db/customers/customers";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import type { SessionInList } from "@clientele/domain/sessions/session";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { queueMail } from "../mail/queueMail.ts";
import { countMailTo } from "../sessions/askedMail.ts";
import { sessionInList } from "../sessions/ownSessions.ts";
import { shopSessions } from "../sessions/sessionService.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { getExistingCustomer } from "./existingCustomer.ts";

/** Where a customer is signed in. */
export const customerSessions = async (ctx: StaffContext, { id }: { id: string }): Promise<SessionInList[]> => {
  const customer = await getCustomer(ctx.db, id);
  const sessions = await shopSessions.list(ctx.db, customer.id, ctx.now());
  return sessions.map((session) => sessionInList(session, null));
};

/** Ends every session of a customer. */
export const endCustomerSessions = async (ctx: StaffContext, { id }: { id: string }): Promise<{ ended: number }> => {
  const ended = await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "customers.write");
    const customer = await getExistingCustomer(tx, id);
    const count = await shopSessions.revokeAll(tx, customer.id);
    if (count > 0) {
      await recordEvent(tx, ctx, { type: "customer.sessions_ended", customerId: customer.id, data: { count } });
    }
    return count;
  });
  return { ended };
};

/** Mails a customer the link that sets a new password; staff never see or set one (AUZ-12). */
export const sendPasswordReset = async (ctx: StaffContext, { id }: { id: string }): Promise<Done> => {
  const person = await getExistingCustomer(ctx.db, id);
  if (person.status !== "active") throw new DomainError("customer.not_active", { status: person.status });
  if (person.email === null) throw new DomainError("customer.no_email");
  await countMailTo(ctx, person.email);
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "customers.write");
    const { status, email } = await getExistingCustomer(tx, id);
    if (status !== "active") throw new DomainError("customer.not_active", { status });
    if (email === null) throw new DomainError("customer.no_email");
    const token = await ctx.tokens.issue(tx, ctx, { purpose: "password_reset", customerId: id, email });
    await queueMail(tx, ctx, { template: "password_reset", customerId: id, tokenId: token.id });
    await recordEvent(tx, ctx, { type: "customer.password_reset_requested", customerId: id });
  });
  return done;
};
