import { getActiveCustomer } from "@clientele/db/customers/customers";
import { listAudit } from "@clientele/db/events/audit";
import { DomainError } from "@clientele/domain/errors";
import { type EventType, eventTypeNames, eventTypes } from "@clientele/domain/events";
import { done, type Done, type Page } from "@clientele/domain/page";
import type { ListSecurityEvents, SecurityEvent, SessionInList } from "@clientele/domain/sessions/session";
import { placeOf } from "../caller.ts";
import type { CustomerContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { type LiveSession, shopSessions } from "./sessionService.ts";

/** A session as lists show it: without anything that could open it. */
export const sessionInList = (session: LiveSession, currentHandle: string | null): SessionInList => {
  const { handle, device, place, createdAt, lastUsedAt, expiresAt } = session;
  return { handle, current: handle === currentHandle, device, place, createdAt, lastUsedAt, expiresAt };
};

/** The shopper's live sessions, the one used last first. */
export const listSessions = async (ctx: CustomerContext): Promise<SessionInList[]> => {
  const sessions = await shopSessions.list(ctx.db, ctx.actor.customerId, ctx.now());
  return sessions.map((session) => sessionInList(session, ctx.session.handle));
};

/** Ends one of the shopper's own sessions; another's handle is not there (SES-6). */
export const endSession = async (ctx: CustomerContext, { handle }: { handle: string }): Promise<Done> => {
  await ctx.db.transaction(async (tx) => {
    const { id } = await getActiveCustomer(tx, ctx.actor.customerId);
    const own = await shopSessions.list(tx, id, ctx.now());
    if (!own.some((session) => session.handle === handle)) throw new DomainError("session.not_found");
    await shopSessions.revoke(tx, handle);
    await recordEvent(tx, ctx, { type: "customer.sessions_ended", customerId: id, data: { count: 1 } });
  });
  if (handle === ctx.session.handle) ctx.cookie.clear();
  return done;
};

/** Ends every session of the shopper but this one. */
export const endOtherSessions = async (ctx: CustomerContext): Promise<{ ended: number }> => {
  const ended = await ctx.db.transaction(async (tx) => {
    const { id } = await getActiveCustomer(tx, ctx.actor.customerId);
    const count = await shopSessions.revokeOthers(tx, id, ctx.session.handle);
    if (count > 0) await recordEvent(tx, ctx, { type: "customer.sessions_ended", customerId: id, data: { count } });
    return count;
  });
  return { ended };
};

// The address is half of what opens the account, so its changes belong here too.
const securityTypes: EventType[] = [
  ...eventTypeNames.filter((type) => type.startsWith("customer.") && eventTypes[type] === "security"),
  "customer.signed_up",
  "customer.email_change_requested",
  "customer.email_change_cancelled",
  "customer.email_changed",
  "customer.email_reverted",
];

/** What lately concerned the security of the shopper's account, newest first. */
export const listSecurityEvents = async (
  ctx: CustomerContext,
  input: ListSecurityEvents,
): Promise<Page<SecurityEvent>> => {
  const page = await listAudit(ctx.db, { ...input, customerId: ctx.actor.customerId, types: securityTypes });
  const items = page.items.map(({ id, type, at, device, address, actorRealm }): SecurityEvent => {
    // Where staff sit is none of the shopper's business.
    const own = actorRealm === "shop";
    return { id, type, at, device: own ? device : null, place: own && address !== null ? placeOf(address) : null };
  });
  return { ...page, items };
};
