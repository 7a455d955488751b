import { z } from "zod";
import { idOf } from "./ids.ts";
import { Named } from "./named.ts";
import { pageInput } from "./page.ts";
import { Instant } from "./time.ts";

/** Every change of state the system tells of, with the kind a timeline filters by (`domain` 9). */
export const eventTypes = {
  "customer.created": "profile",
  "customer.signed_up": "account",
  "customer.updated": "profile",
  "customer.metadata_set": "profile",
  "customer.tags_set": "tags",
  "customer.consent_set": "consent",
  "customer.invited": "account",
  "customer.invitation_withdrawn": "account",
  "customer.disabled": "account",
  "customer.enabled": "account",
  "customer.email_corrected": "account",
  "customer.email_change_requested": "account",
  "customer.email_change_cancelled": "account",
  "customer.email_changed": "account",
  "customer.email_reverted": "account",
  "customer.absorbed": "account",
  "customer.password_changed": "security",
  "customer.password_reset_requested": "security",
  "customer.password_reset": "security",
  "customer.password_confirmed": "security",
  "customer.signed_in": "security",
  "customer.sign_in_failed": "security",
  "customer.signed_out": "security",
  "customer.sessions_ended": "security",
  "address.created": "addresses",
  "address.updated": "addresses",
  "address.removed": "addresses",
  "address.default_set": "addresses",
  "note.added": "notes",
  "note.updated": "notes",
  "note.removed": "notes",
  "tag.updated": "tags",
  "tag.removed": "tags",
  "group.created": "groups",
  "group.updated": "groups",
  "group.removed": "groups",
  "group.members_added": "groups",
  "group.members_removed": "groups",
  "group.removal_undone": "groups",
  "group.membership_set": "groups",
  "settings.updated": "store",
  "region.created": "catalogue",
  "region.updated": "catalogue",
  "region.removed": "catalogue",
  "shipping_option.created": "catalogue",
  "shipping_option.updated": "catalogue",
  "shipping_option.removed": "catalogue",
  "category.renamed": "catalogue",
  "product.created": "catalogue",
  "product.updated": "catalogue",
  "product.removed": "catalogue",
  "product.picture_set": "catalogue",
  "product.prices_set": "catalogue",
  "product.stock_set": "catalogue",
  "price_list.created": "pricing",
  "price_list.updated": "pricing",
  "price_list.entries_set": "pricing",
  "price_list.entries_imported": "pricing",
  "price_list.import_undone": "pricing",
  "price_list.activated": "pricing",
  "price_list.archived": "pricing",
  "price_list.removed": "pricing",
  "discount.created": "pricing",
  "discount.updated": "pricing",
  "discount.disabled": "pricing",
  "discount.enabled": "pricing",
  "discount.archived": "pricing",
  "discount.removed": "pricing",
  "order.placed": "orders",
  "order.claimed": "orders",
  "order.link_requested": "orders",
  "order.captured": "orders",
  "order.fulfilled": "orders",
  "order.delivered": "orders",
  "order.canceled": "orders",
  "order.refunded": "orders",
  "order.note_added": "orders",
  "staff.owner_created": "staff",
  "staff.invited": "staff",
  "staff.invitation_resent": "staff",
  "staff.invitation_withdrawn": "staff",
  "staff.invitation_accepted": "staff",
  "staff.role_set": "staff",
  "staff.disabled": "staff",
  "staff.enabled": "staff",
  "staff.profile_updated": "staff",
  "staff.totp_started": "security",
  "staff.totp_enabled": "security",
  "staff.totp_disabled": "security",
  "staff.totp_reset": "security",
  "staff.recovery_codes_renewed": "security",
  "staff.password_changed": "security",
  "staff.password_reset_requested": "security",
  "staff.password_reset": "security",
  "staff.password_confirmed": "security",
  "staff.signed_in": "security",
  "staff.sign_in_failed": "security",
  "staff.code_asked": "security",
  "staff.signed_out": "security",
  "staff.sessions_ended": "security",
  "staff.rescue_started": "security",
} as const;
export type EventType = keyof typeof eventTypes;
export type EventKind = (typeof eventTypes)[EventType];
export const eventTypeNames = Object.keys(eventTypes) as [EventType, ...EventType[]];
/** The kinds a customer's timeline can be narrowed to. */
export const timelineKinds = [
  "account",
  "profile",
  "addresses",
  "orders",
  "groups",
  "tags",
  "notes",
  "consent",
  "security",
] as const satisfies readonly EventKind[];

/**
 * What an event says beside its subjects: ids, counts, field names, states; never a personal value (AUD-3). `fields`
 * are names of changed fields, `reason` is what staff typed to say why.
 */
export type EventData = Record<string, string | number | boolean | null | string[]>;

/** Who did it. A mailed link acts as the shopper it was sent to. */
const EventActor = z.object({
  realm: z.enum(["shop", "staff", "system"]),
  id: z.string().nullable(),
  /** A staff member's name; null for shoppers and the system. */
  name: z.string().nullable(),
});

const data = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));

/** An entry of a customer's timeline or a group's activity, with the names that its sentence links to. */
export const TimelineEntry = z.object({
  id: z.string(),
  type: z.enum(eventTypeNames),
  at: z.date(),
  actor: EventActor,
  data,
  group: Named.nullable(),
  /** The order it tells of, by the number people know it by. */
  order: z.object({ id: z.string(), number: z.int() }).nullable(),
  /** Present with `note.added` and `note.updated` while the note exists. */
  note: z.object({ id: z.string(), text: z.string(), pinned: z.boolean() }).nullable(),
  tags: z.array(Named),
  /** For entries of a group: how many customers it concerned and the first few of them. */
  customers: z.object({ count: z.int(), first: z.array(Named) }),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const ListTimeline = z.strictObject({
  customerId: idOf("customer"),
  kinds: z.array(z.enum(timelineKinds)).max(timelineKinds.length).optional(),
  ...pageInput,
});
export type ListTimeline = z.output<typeof ListTimeline>;

/** A row of the audit log. */
export const AuditEntry = z.object({
  id: z.string(),
  type: z.enum(eventTypeNames),
  at: z.date(),
  actor: EventActor,
  data,
  customerId: z.string().nullable(),
  groupId: z.string().nullable(),
  orderId: z.string().nullable(),
  staffId: z.string().nullable(),
  /** The name of the customer, group, order or staff member it is about, where it still exists. */
  subject: z.string().nullable(),
  address: z.string().nullable(),
  requestId: z.string().nullable(),
  /** Its place in the sealed chain; null until the worker has sealed it. */
  seal: z.object({ number: z.int(), hash: z.string() }).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const ListAudit = z.strictObject({
  types: z.array(z.enum(eventTypeNames)).max(eventTypeNames.length).optional(),
  staffId: idOf("staff").optional(),
  customerId: idOf("customer").optional(),
  groupId: idOf("group").optional(),
  from: Instant.optional(),
  until: Instant.optional(),
  ...pageInput,
});
export type ListAudit = z.output<typeof ListAudit>;
