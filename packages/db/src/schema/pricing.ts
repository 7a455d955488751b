import { audienceKinds, audienceParts } from "@clientele/domain/pricing/audience";
import { discountKinds, discountStatuses, discountTargets } from "@clientele/domain/pricing/discount";
import type { EntryChange } from "@clientele/domain/pricing/entries";
import { priceListStatuses, priceListTypes } from "@clientele/domain/pricing/priceList";
import { sql } from "drizzle-orm";
import { among, atMost } from "../columns/checks.ts";
import type { Columns } from "../columns/postgres.ts";
import { none } from "../columns/words.ts";
import type { catalogueTables } from "./catalogue.ts";
import type { customerTables } from "./customers.ts";
import type { groupTables } from "./groups.ts";

const productParts = ["in", "not_in"] as const;

export const pricingTables = (
  c: Columns,
  { customers }: ReturnType<typeof customerTables>,
  { customerGroups }: ReturnType<typeof groupTables>,
  { products, regions, variants }: ReturnType<typeof catalogueTables>,
) => {
  const priceLists = c.table(
    "price_lists",
    {
      id: c.id(none).primaryKey(),
      name: c.text(none).notNull(),
      /** `foldText` of the name: what lists are sorted and searched by. */
      nameKey: c.text(none).notNull(),
      benefit: c.text(none),
      type: c.oneOf(priceListTypes, none).notNull(),
      currency: c.text(none).notNull(),
      status: c.oneOf(priceListStatuses, none).notNull(),
      startsAt: c.time(none),
      endsAt: c.time(none),
      audienceKind: c.oneOf(audienceKinds, none).notNull(),
      /** Signed basis points. */
      adjustment: c.int(none),
      floor: c.money(none),
      /** True once an order was placed at one of its prices. */
      used: c.bool(none).notNull(),
      createdAt: c.time(none).notNull(),
      updatedAt: c.time(none).notNull(),
      version: c.int(none).notNull(),
    },
    (t) => [
      c.index("price_lists_live").on(t.currency, t.status),
      c.index("price_lists_name").on(t.nameKey, t.id),
      c.index("price_lists_created").on(t.createdAt, t.id),
      c.index("price_lists_updated").on(t.updatedAt, t.id),
      c.check("price_lists_type", among(t.type, priceListTypes)),
      c.check("price_lists_status", among(t.status, priceListStatuses)),
      c.check("price_lists_audience_kind", among(t.audienceKind, audienceKinds)),
      c.check("price_lists_span", sql`${t.startsAt} is null or ${t.endsAt} is null or ${t.endsAt} > ${t.startsAt}`),
      c.check("price_lists_name_length", atMost(t.name, 80)),
      c.check("price_lists_benefit_length", atMost(t.benefit, 40)),
      c.check("price_lists_currency_length", atMost(t.currency, 3)),
      c.check("price_lists_floor", sql`${t.floor} is null or ${t.floor} >= 0`),
    ],
  );

  /**
   * The groups an audience names. Deleting a group that a live list names is refused; one that only archived lists name
   * leaves its name behind, and a list whose audience is of groups never becomes everyone's by losing rows.
   */
  const priceListGroups = c.table(
    "price_list_groups",
    {
      priceListId: c
        .id(none)
        .notNull()
        .references(() => priceLists.id, { onDelete: "cascade" }),
      position: c.int(none).notNull(),
      part: c.oneOf(audienceParts, none).notNull(),
      groupId: c.id(none).references(() => customerGroups.id, { onDelete: "set null" }),
      groupName: c.text(none).notNull(),
    },
    (t) => [
      c.primaryKey({ name: "price_list_groups_key", columns: [t.priceListId, t.position] }),
      c.index("price_list_groups_group").on(t.groupId),
      c.check("price_list_groups_part", among(t.part, audienceParts)),
    ],
  );

  /** What a list says of a variant: its price for a range of quantities, or one row that leaves it out. */
  const priceListEntries = c.table(
    "price_list_entries",
    {
      priceListId: c
        .id(none)
        .notNull()
        .references(() => priceLists.id, { onDelete: "cascade" }),
      variantId: c
        .id(none)
        .notNull()
        .references(() => variants.id, { onDelete: "cascade" }),
      min: c.int(none).notNull(),
      /** The last quantity; null is without end. */
      max: c.int(none),
      /** Null when the variant is left out. */
      amount: c.money(none),
      excluded: c.bool(none).notNull(),
    },
    (t) => [
      c.primaryKey({ name: "price_list_entries_key", columns: [t.priceListId, t.variantId, t.min] }),
      c.index("price_list_entries_variant").on(t.variantId, t.priceListId),
      c.check("price_list_entries_range", sql`${t.min} >= 1 and (${t.max} is null or ${t.max} >= ${t.min})`),
      c.check("price_list_entries_amount", sql`${t.amount} is null or ${t.amount} >= 0`),
    ],
  );

  /** What an import changed in a list, kept for a while so that it can be taken back; the key is its event's id. */
  const priceListImports = c.table(
    "price_list_imports",
    {
      id: c.id(none).primaryKey(),
      priceListId: c
        .id(none)
        .notNull()
        .references(() => priceLists.id, { onDelete: "cascade" }),
      changes: c.json<EntryChange[]>(none).notNull(),
      importedAt: c.time(none).notNull(),
    },
    (t) => [
      c.index("price_list_imports_list").on(t.priceListId),
      c.index("price_list_imports_at").on(t.importedAt, t.id),
    ],
  );

  const discounts = c.table(
    "discounts",
    {
      id: c.id(none).primaryKey(),
      name: c.text(none).notNull(),
      nameKey: c.text(none).notNull(),
      /** Upper-cased; null for an automatic one. */
      code: c.text(none),
      kind: c.oneOf(discountKinds, none).notNull(),
      appliesTo: c.oneOf(discountTargets, none).notNull(),
      basisPoints: c.int(none),
      amount: c.money(none),
      currency: c.text(none),
      audienceKind: c.oneOf(audienceKinds, none).notNull(),
      minimum: c.money(none),
      minimumCurrency: c.text(none),
      startsAt: c.time(none),
      endsAt: c.time(none),
      status: c.oneOf(discountStatuses, none).notNull(),
      /** Orders placed with it and not cancelled, but for those that `uncounted_uses` still holds. */
      uses: c.int(none).notNull(),
      usageLimit: c.int(none),
      perCustomerLimit: c.int(none),
      /** True once it was used, also when the order was cancelled. */
      used: c.bool(none).notNull(),
      createdAt: c.time(none).notNull(),
      updatedAt: c.time(none).notNull(),
      version: c.int(none).notNull(),
    },
    (t) => [
      // A code is unique among those that are not archived (`domain` 6).
      c
        .uniqueIndex("discounts_code_key")
        .on(t.code)
        .where(sql`${t.status} <> 'archived'`),
      c
        .index("discounts_automatic")
        .on(t.status)
        .where(sql`${t.code} is null`),
      c.index("discounts_name").on(t.nameKey, t.id),
      c.index("discounts_created").on(t.createdAt, t.id),
      c.index("discounts_updated").on(t.updatedAt, t.id),
      c.check("discounts_kind", among(t.kind, discountKinds)),
      c.check("discounts_applies_to", among(t.appliesTo, discountTargets)),
      c.check("discounts_status", among(t.status, discountStatuses)),
      c.check("discounts_audience_kind", among(t.audienceKind, audienceKinds)),
      c.check("discounts_uses", sql`${t.uses} >= 0 and (${t.usageLimit} is null or ${t.uses} <= ${t.usageLimit})`),
      c.check("discounts_span", sql`${t.startsAt} is null or ${t.endsAt} is null or ${t.endsAt} > ${t.startsAt}`),
      c.check("discounts_name_length", atMost(t.name, 80)),
      c.check("discounts_code_length", atMost(t.code, 40)),
    ],
  );

  const discountGroups = c.table(
    "discount_groups",
    {
      discountId: c
        .id(none)
        .notNull()
        .references(() => discounts.id, { onDelete: "cascade" }),
      position: c.int(none).notNull(),
      part: c.oneOf(audienceParts, none).notNull(),
      groupId: c.id(none).references(() => customerGroups.id, { onDelete: "set null" }),
      groupName: c.text(none).notNull(),
    },
    (t) => [
      c.primaryKey({ name: "discount_groups_key", columns: [t.discountId, t.position] }),
      c.index("discount_groups_group").on(t.groupId),
      c.check("discount_groups_part", among(t.part, audienceParts)),
    ],
  );

  const discountRegions = c.table(
    "discount_regions",
    {
      discountId: c
        .id(none)
        .notNull()
        .references(() => discounts.id, { onDelete: "cascade" }),
      regionId: c
        .id(none)
        .notNull()
        .references(() => regions.id, { onDelete: "cascade" }),
    },
    (t) => [
      c.primaryKey({ name: "discount_regions_key", columns: [t.discountId, t.regionId] }),
      c.index("discount_regions_region").on(t.regionId),
    ],
  );

  const discountProducts = c.table(
    "discount_products",
    {
      discountId: c
        .id(none)
        .notNull()
        .references(() => discounts.id, { onDelete: "cascade" }),
      productId: c
        .id(none)
        .notNull()
        .references(() => products.id, { onDelete: "cascade" }),
      part: c.oneOf(productParts, none).notNull(),
    },
    (t) => [
      c.primaryKey({ name: "discount_products_key", columns: [t.discountId, t.productId] }),
      c.index("discount_products_product").on(t.productId),
      c.check("discount_products_part", among(t.part, productParts)),
    ],
  );

  /**
   * A customer's uses of a discount, numbered from 1: the number of a new use is taken by this key, so that no two orders
   * of the same customer share one and the limit holds whatever runs at once (R15).
   */
  const discountUses = c.table(
    "discount_uses",
    {
      discountId: c
        .id(none)
        .notNull()
        .references(() => discounts.id, { onDelete: "cascade" }),
      customerId: c
        .id(none)
        .notNull()
        .references(() => customers.id, { onDelete: "cascade" }),
      number: c.int(none).notNull(),
      orderId: c.id(none).notNull(),
    },
    (t) => [
      c.primaryKey({ name: "discount_uses_key", columns: [t.discountId, t.customerId, t.number] }),
      c.uniqueIndex("discount_uses_order_key").on(t.orderId, t.discountId),
      c.index("discount_uses_customer").on(t.customerId),
    ],
  );

  /**
   * Uses of discounts without a limit in all that the discount's own count does not hold yet. An order only adds a row of
   * its own here: a discount that every order takes is no row that every order writes (`house` 4.6).
   */
  const uncountedUses = c.table(
    "uncounted_uses",
    {
      discountId: c
        .id(none)
        .notNull()
        .references(() => discounts.id, { onDelete: "cascade" }),
      orderId: c.id(none).notNull(),
    },
    (t) => [
      c.primaryKey({ name: "uncounted_uses_key", columns: [t.discountId, t.orderId] }),
      c.index("uncounted_uses_order").on(t.orderId),
    ],
  );

  return {
    priceLists,
    priceListGroups,
    priceListEntries,
    priceListImports,
    discounts,
    discountGroups,
    discountRegions,
    discountProducts,
    discountUses,
    uncountedUses,
  };
};
