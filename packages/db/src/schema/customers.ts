import { sql } from "drizzle-orm";
import { channels, consentSources, consentStates } from "@clientele/domain/customers/consent";
import { createdByKinds } from "@clientele/domain/customers/customer";
import { customerStatuses } from "@clientele/domain/customers/customerStatus";
import { colours } from "@clientele/domain/customers/tag";
import { among, atMost } from "../columns/checks.ts";
import type { Columns } from "../columns/postgres.ts";
import { erase, none } from "../columns/words.ts";

export const customerTables = (c: Columns) => {
  /** One row per canonical e-mail; an erased one has none. */
  const customers = c.table(
    "customers",
    {
      id: c.id(none).primaryKey(),
      email: c.text(erase),
      status: c.oneOf(customerStatuses, none).notNull(),
      firstName: c.text(erase).notNull(),
      lastName: c.text(erase).notNull(),
      phone: c.text(erase),
      companyName: c.text(erase),
      taxId: c.text(erase),
      locale: c.text(none),
      metadata: c.json<Record<string, unknown>>(erase).notNull(),
      /** `sortKey` of the domain: what lists are sorted by, folded. */
      nameKey: c.text(erase).notNull(),
      /** The e-mail once more, empty instead of null, because nothing is sorted by a nullable column. */
      emailKey: c.text(erase).notNull(),
      /** Orders placed and not cancelled, in all currencies; like the two after it, no edit and so no new version. */
      orderCount: c.int(none).notNull().default(0),
      /** Without an order the earliest instant there is, because nothing is sorted by a nullable column. */
      lastOrderAt: c.time(none).notNull().default(new Date(0)),
      /** Net spend in the store's currency, for the list. */
      netSpent: c.money(none).notNull().default(0),
      createdBy: c.oneOf(createdByKinds, none).notNull(),
      createdAt: c.time(none).notNull(),
      updatedAt: c.time(none).notNull(),
      version: c.int(none).notNull(),
    },
    (t) => [
      c.uniqueIndex("customers_email_key").on(t.email),
      c.index("customers_created").on(t.createdAt, t.id),
      c.index("customers_updated").on(t.updatedAt, t.id),
      c.index("customers_name").on(t.nameKey, t.id),
      c.index("customers_email_order").on(t.emailKey, t.id),
      c.index("customers_order_count").on(t.orderCount, t.id),
      c.index("customers_last_order").on(t.lastOrderAt, t.id),
      c.index("customers_net_spent").on(t.netSpent, t.id),
      c.index("customers_status_created").on(t.status, t.createdAt, t.id),
      c.check("customers_status", among(t.status, customerStatuses)),
      c.check("customers_created_by", among(t.createdBy, createdByKinds)),
      c.check("customers_email_length", atMost(t.email, 254)),
      c.check("customers_first_name_length", atMost(t.firstName, 100)),
      c.check("customers_last_name_length", atMost(t.lastName, 100)),
      c.check("customers_company_name_length", atMost(t.companyName, 120)),
      c.check("customers_tax_id_length", atMost(t.taxId, 40)),
    ],
  );

  /** What a search looks through; `number` gives the search index a key that never moves, rising with the row's age. */
  const customerSearch = c.table(
    "customer_search",
    {
      number: c.serial(none).primaryKey(),
      customerId: c
        .id(none)
        .notNull()
        .references(() => customers.id, { onDelete: "cascade" }),
      /** `searchWords` of the domain: folded words, each between single spaces. */
      words: c.text(erase).notNull(),
    },
    (t) => [c.uniqueIndex("customer_search_customer_key").on(t.customerId)],
  );

  const addresses = c.table(
    "addresses",
    {
      id: c.id(none).primaryKey(),
      customerId: c
        .id(none)
        .notNull()
        .references(() => customers.id, { onDelete: "cascade" }),
      label: c.text(erase).notNull(),
      firstName: c.text(erase).notNull(),
      lastName: c.text(erase).notNull(),
      company: c.text(erase),
      line1: c.text(erase).notNull(),
      line2: c.text(erase),
      city: c.text(erase).notNull(),
      province: c.text(erase),
      postalCode: c.text(erase).notNull(),
      countryCode: c.text(erase).notNull(),
      phone: c.text(erase),
      isDefaultShipping: c.bool(none).notNull(),
      isDefaultBilling: c.bool(none).notNull(),
      /** `addressKey` of the domain: what makes two addresses the same one. */
      sameKey: c.text(erase).notNull(),
      createdAt: c.time(none).notNull(),
      updatedAt: c.time(none).notNull(),
      version: c.int(none).notNull(),
    },
    (t) => [
      c.uniqueIndex("addresses_same_key").on(t.customerId, t.sameKey),
      c.index("addresses_customer_created").on(t.customerId, t.createdAt, t.id),
      c
        .uniqueIndex("addresses_default_shipping_key")
        .on(t.customerId)
        .where(sql`${t.isDefaultShipping}`),
      c
        .uniqueIndex("addresses_default_billing_key")
        .on(t.customerId)
        .where(sql`${t.isDefaultBilling}`),
      c.check("addresses_country_length", atMost(t.countryCode, 2)),
      c.check("addresses_line1_length", atMost(t.line1, 200)),
    ],
  );

  const tags = c.table(
    "tags",
    {
      id: c.id(none).primaryKey(),
      name: c.text(none).notNull(),
      /** `nameKey` of the domain: unique without case. */
      nameKey: c.text(none).notNull(),
      colour: c.oneOf(colours, none).notNull(),
      createdAt: c.time(none).notNull(),
      updatedAt: c.time(none).notNull(),
      version: c.int(none).notNull(),
    },
    (t) => [
      c.uniqueIndex("tags_name_key").on(t.nameKey),
      c.check("tags_colour", among(t.colour, colours)),
      c.check("tags_name_length", atMost(t.name, 40)),
    ],
  );

  const customerTags = c.table(
    "customer_tags",
    {
      customerId: c
        .id(none)
        .notNull()
        .references(() => customers.id, { onDelete: "cascade" }),
      tagId: c
        .id(none)
        .notNull()
        .references(() => tags.id, { onDelete: "cascade" }),
    },
    (t) => [
      c.primaryKey({ name: "customer_tags_key", columns: [t.customerId, t.tagId] }),
      c.index("customer_tags_tag").on(t.tagId, t.customerId),
    ],
  );

  const notes = c.table(
    "notes",
    {
      id: c.id(none).primaryKey(),
      customerId: c
        .id(none)
        .notNull()
        .references(() => customers.id, { onDelete: "cascade" }),
      text: c.text(erase).notNull(),
      pinned: c.bool(none).notNull(),
      /** Pinned or not, then when it was written: what notes are ordered by. */
      place: c.text(none).notNull(),
      authorId: c.id(none),
      createdAt: c.time(none).notNull(),
      updatedAt: c.time(none).notNull(),
      version: c.int(none).notNull(),
    },
    (t) => [
      c.index("notes_customer_place").on(t.customerId, t.place, t.id),
      c.check("notes_text_length", atMost(t.text, 5000)),
    ],
  );

  /** Every answer a customer gave to "may we write to you"; the newest of a channel is the present one. */
  const consents = c.table(
    "consents",
    {
      id: c.id(none).primaryKey(),
      customerId: c
        .id(none)
        .notNull()
        .references(() => customers.id, { onDelete: "cascade" }),
      channel: c.oneOf(channels, none).notNull(),
      state: c.oneOf(consentStates, none).notNull(),
      source: c.oneOf(consentSources, none).notNull(),
      reason: c.text(erase),
      staffId: c.id(none),
      at: c.time(none).notNull(),
      /** True for the newest answer of its channel. */
      present: c.bool(none).notNull(),
    },
    (t) => [
      c
        .uniqueIndex("consents_present_key")
        .on(t.customerId, t.channel)
        .where(sql`${t.present}`),
      c.index("consents_customer_at").on(t.customerId, t.at, t.id),
      c.check("consents_channel", among(t.channel, channels)),
      c.check("consents_state", among(t.state, consentStates)),
      c.check("consents_source", among(t.source, consentSources)),
    ],
  );

  /** An address that a changed account may return to: nobody else can take it until then (`domain` 1). */
  const emailHolds = c.table(
    "email_holds",
    {
      email: c.text(erase).primaryKey(),
      customerId: c
        .id(none)
        .notNull()
        .references(() => customers.id, { onDelete: "cascade" }),
      until: c.time(none).notNull(),
    },
    (t) => [c.index("email_holds_customer").on(t.customerId)],
  );

  return { customers, customerSearch, addresses, tags, customerTags, notes, consents, emailHolds };
};
