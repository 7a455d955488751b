import { sql } from "drizzle-orm";
import type { EventData, EventType } from "@clientele/domain/events";
import { mailTemplates, sentTemplates } from "@clientele/domain/mail";
import { among, atMost } from "../columns/checks.ts";
import type { Columns } from "../columns/postgres.ts";
import { erase, keep, none } from "../columns/words.ts";

const trail = keep("The audit log keeps who did what and when; it holds ids, never values.");
const actorRealms = ["shop", "staff", "system"] as const;
const mailStates = ["queued", "sent", "failed", "dropped"] as const;

export const eventTables = (c: Columns) => {
  /** What happened, with ids and field names only; timeline, audit log and later webhooks read from it (`domain` 9). */
  const events = c.table(
    "events",
    {
      id: c.id(none).primaryKey(),
      type: c.text(none).$type<EventType>().notNull(),
      at: c.time(none).notNull(),
      actorRealm: c.oneOf(actorRealms, none).notNull(),
      actorId: c.id(trail),
      customerId: c.id(trail),
      groupId: c.id(trail),
      orderId: c.id(trail),
      staffId: c.id(trail),
      data: c.json<EventData>(trail).notNull(),
      /** How many customers it concerns; more than one for bulk events. */
      customerCount: c.int(none).notNull(),
      device: c.text(erase),
      /** The caller's network address. */
      address: c.text(erase),
      requestId: c.text(none),
      /** Its place in the chain of hashes, set afterwards by the worker (AUD-2). */
      sealNumber: c.int(none),
      seal: c.text(none),
    },
    (t) => [
      c.index("events_customer").on(t.customerId, t.id),
      c.index("events_group").on(t.groupId, t.id),
      c.index("events_order").on(t.orderId, t.id),
      c.index("events_actor").on(t.actorRealm, t.actorId, t.id),
      c.index("events_staff").on(t.staffId, t.id),
      c.index("events_type").on(t.type, t.id),
      c
        .index("events_unsealed")
        .on(t.id)
        .where(sql`${t.sealNumber} is null`),
      c.uniqueIndex("events_seal_number_key").on(t.sealNumber),
      c.check("events_actor_realm", among(t.actorRealm, actorRealms)),
      c.check("events_type_length", atMost(t.type, 60)),
    ],
  );

  /** Whose timeline an event stands in. */
  const eventCustomers = c.table(
    "event_customers",
    {
      customerId: c.id(trail).notNull(),
      eventId: c
        .id(none)
        .notNull()
        .references(() => events.id, { onDelete: "cascade" }),
      /** The event's kind, so that a filtered timeline is one index range. */
      kind: c.text(none).notNull(),
    },
    (t) => [
      c.primaryKey({ name: "event_customers_key", columns: [t.customerId, t.eventId] }),
      c.index("event_customers_kind").on(t.customerId, t.kind, t.eventId),
      c.index("event_customers_event").on(t.eventId),
    ],
  );

  /** Mails to send: the template and the ids it speaks of, never text, link or token (`domain` 9). */
  const outbox = c.table(
    "outbox",
    {
      id: c.id(none).primaryKey(),
      template: c.oneOf(mailTemplates, none).notNull(),
      /** What it became when it was rendered for sending. */
      sentAs: c.oneOf(sentTemplates, none),
      customerId: c.id(none),
      staffId: c.id(none),
      tokenId: c.id(none),
      eventId: c.id(none),
      orderId: c.id(none),
      state: c.oneOf(mailStates, none).notNull(),
      attempts: c.int(none).notNull(),
      /** Not before this instant; moves back after a failure. */
      dueAt: c.time(none).notNull(),
      /** While it lies ahead, a worker has this mail in hand. */
      leasedUntil: c.time(none),
      sentAt: c.time(none),
      createdAt: c.time(none).notNull(),
    },
    (t) => [
      c
        .index("outbox_due")
        .on(t.dueAt, t.id)
        .where(sql`${t.state} = 'queued'`),
      c.index("outbox_created").on(t.createdAt, t.id),
      c.index("outbox_customer").on(t.customerId),
      c.check("outbox_template", among(t.template, mailTemplates)),
      c.check("outbox_state", among(t.state, mailStates)),
    ],
  );

  return { events, eventCustomers, outbox };
};
