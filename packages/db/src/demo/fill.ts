import { type Address, addressKey } from "@clientele/domain/customers/address";
import type { Customer } from "@clientele/domain/customers/customer";
import { eventTypes } from "@clientele/domain/events";
import type { Group } from "@clientele/domain/groups/group";
import type { Membership } from "@clientele/domain/groups/membership";
import type { StoreSettings } from "@clientele/domain/settings/settings";
import type { Staff } from "@clientele/domain/staff/staff";
import { nameKey } from "@clientele/domain/text";
import { chunked } from "../chunked.ts";
import type { NewConsent } from "../customers/consents.ts";
import { insertCustomers } from "../customers/customers.ts";
import { insertNotes, type NoteRow } from "../customers/notes.ts";
import type { TagRow } from "../customers/tags.ts";
import type { Reader, Tx } from "../database.ts";
import type { NewEvent } from "../events/events.ts";
import { groupKeys } from "../groups/groups.ts";
import { insertSettings } from "../settings/settings.ts";

export interface DemoAddress extends Address {
  customerId: string;
}

export interface DemoConsent extends NewConsent {
  /** Whether it is the newest answer for its channel. */
  present: boolean;
}

export interface DemoMembership extends Membership {
  /** False once it was removed, or ended and a new one began. */
  open: boolean;
  removedBy: string | null;
  removalId: string | null;
}

/** A store with its past, as rows; what can be reckoned from these is not in them. */
export interface DemoStore {
  settings: StoreSettings;
  staff: readonly Staff[];
  customers: readonly Customer[];
  addresses: readonly DemoAddress[];
  consents: readonly DemoConsent[];
  notes: readonly NoteRow[];
  tags: readonly TagRow[];
  customerTags: readonly { customerId: string; tagId: string }[];
  groups: readonly Group[];
  memberships: readonly DemoMembership[];
  events: readonly { event: NewEvent; customerIds: readonly string[] }[];
}

/** Whether nobody has put anything into the database; the settings of a first start are something. */
export const isEmptyStore = async (db: Reader): Promise<boolean> => {
  const { settings, staff, customers, customerGroups, tags, events } = db.tables;
  for (const table of [settings, staff, customers, customerGroups, tags, events]) {
    if ((await db.$count(table)) > 0) return false;
  }
  return true;
};

/** Writes the whole store in chunks; parents come before what hangs on them. */
export const insertDemoStore = async (tx: Tx, store: DemoStore): Promise<void> => {
  const t = tx.tables;
  await insertSettings(tx, store.settings);
  for (const some of chunked(store.staff, 13)) await tx.insert(t.staff).values(some);
  await insertCustomers(tx, store.customers);
  for (const some of chunked(store.addresses, 20)) {
    await tx.insert(t.addresses).values(some.map((address) => ({ ...address, sameKey: addressKey(address) })));
  }
  for (const some of chunked(store.consents, 9)) await tx.insert(t.consents).values(some);
  await insertNotes(tx, store.notes);
  for (const some of chunked(store.tags, 7)) {
    await tx.insert(t.tags).values(some.map((tag) => ({ ...tag, nameKey: nameKey(tag.name) })));
  }
  for (const some of chunked(store.customerTags, 2)) await tx.insert(t.customerTags).values(some);
  for (const some of chunked(store.groups, 10)) {
    await tx.insert(t.customerGroups).values(some.map((group) => ({ ...group, ...groupKeys(group.name) })));
  }
  for (const some of chunked(store.memberships, 13)) await tx.insert(t.memberships).values(some);
  await insertPast(tx, store.events);
};

const insertPast = async (tx: Tx, past: DemoStore["events"]): Promise<void> => {
  const { events, eventCustomers } = tx.tables;
  for (const some of chunked(past, 16)) {
    const rows = some.map(({ event, customerIds }) => ({ ...event, customerCount: customerIds.length }));
    await tx.insert(events).values(rows);
  }
  const timelines = past.flatMap(({ event, customerIds }) =>
    customerIds.map((customerId) => ({ customerId, eventId: event.id, kind: eventTypes[event.type] })),
  );
  for (const some of chunked(timelines, 3)) await tx.insert(eventCustomers).values(some);
};
