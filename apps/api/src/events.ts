import type { Tx } from "@clientele/db";
import { insertEvent } from "@clientele/db/events/events";
import { type EventData, type EventKind, type EventType, eventTypes } from "@clientele/domain/events";
import type { Caller, Services } from "./context.ts";

/** Who and where an event comes from: any request's context, or a worker's services alone. */
export type EventSource = Pick<Services, "now" | "newId"> & {
  log?: Services["log"];
  caller?: Caller;
  realm?: "shop" | "staff";
  actor?: { realm: "shop"; customerId: string } | { realm: "staff"; staffId: string };
};

interface Recorded {
  type: EventType;
  /** The one customer it is about; it then stands in that customer's timeline. */
  customerId?: string | undefined;
  groupId?: string | undefined;
  orderId?: string | undefined;
  staffId?: string | undefined;
  /** The customers of a bulk event, in whose timelines it stands. */
  customerIds?: readonly string[] | undefined;
  data?: EventData | undefined;
  /** Who did it, where it is not the one who is signed in: a mailed link acts as the shopper it was sent to. */
  actor?: { realm: "shop" | "staff" | "system"; id: string | null } | undefined;
}

/** Whoever watches the log must see these (LOG-3); the rest is told by the audit log alone. */
const told: ReadonlySet<EventKind> = new Set(["security", "staff", "account"]);

const actorOf = (ctx: EventSource): { realm: "shop" | "staff" | "system"; id: string | null } => {
  if (ctx.actor !== undefined) {
    return { realm: ctx.actor.realm, id: ctx.actor.realm === "shop" ? ctx.actor.customerId : ctx.actor.staffId };
  }
  return { realm: ctx.realm ?? "system", id: null };
};

/** Writes what happened in the transaction that makes it happen, and answers the event's id (`domain` 9). */
export const recordEvent = async (tx: Tx, ctx: EventSource, event: Recorded): Promise<string> => {
  const id = ctx.newId("event");
  const actor = event.actor ?? actorOf(ctx);
  const concerned = event.customerIds ?? (event.customerId === undefined ? [] : [event.customerId]);
  await insertEvent(
    tx,
    {
      id,
      type: event.type,
      at: ctx.now(),
      actorRealm: actor.realm,
      actorId: actor.id,
      customerId: event.customerId ?? null,
      groupId: event.groupId ?? null,
      orderId: event.orderId ?? null,
      staffId: event.staffId ?? null,
      data: event.data ?? {},
      device: ctx.caller?.device ?? null,
      address: ctx.caller?.address ?? null,
      requestId: ctx.caller?.requestId ?? null,
    },
    [...new Set(concerned)],
  );
  if (told.has(eventTypes[event.type])) {
    const line = {
      event: event.type,
      eventId: id,
      realm: actor.realm,
      actor: actor.id,
      requestId: ctx.caller?.requestId,
    };
    tx.afterCommit(async () => ctx.log?.info(line, "a security event"));
  }
  return id;
};
