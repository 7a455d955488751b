import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { idOf, idsOf, IdempotencyKey } from "../ids.ts";
import { Amount, Currency, Money } from "../money.ts";
import { pageInput, pageOf } from "../page.ts";
import { line, optionalLine, requiredLine } from "../text.ts";
import { DayOrInstant } from "../time.ts";
import { Audience, NamedAudience } from "./audience.ts";

export const priceListTypes = ["override", "sale"] as const;
export const priceListStatuses = ["draft", "active", "archived"] as const;
/** Where a list stands at an instant: an active one may still come or be over. */
export const priceListStates = ["draft", "coming", "live", "ended", "archived"] as const;

const version = z.int().min(1);
const fields = {
  name: requiredLine(80),
  /** What shoppers read beside the price, "Wholesale price"; null says nothing of it. */
  benefit: optionalLine(40),
  type: z.enum(priceListTypes, asField("field.choice")),
  currency: Currency,
  startsAt: DayOrInstant.nullable(),
  endsAt: DayOrInstant.nullable(),
  audience: Audience,
  /** Signed basis points on the base price: −2000 is 20 % off. */
  adjustment: z.int().min(-10_000).max(100_000).nullable(),
  /** The least an adjusted amount can become, in the list's currency. */
  floor: Amount.nullable(),
};

/** A price list as staff see it. */
export const PriceList = z.object({
  id: z.string(),
  name: z.string(),
  benefit: z.string().nullable(),
  type: z.enum(priceListTypes),
  currency: z.string(),
  status: z.enum(priceListStatuses),
  state: z.enum(priceListStates),
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  audience: NamedAudience,
  adjustment: z.int().nullable(),
  floor: z.int().nullable(),
  /** How many variants it names a price for, or leaves out. */
  variants: z.int(),
  /** Whether an order was placed at one of its prices; such a list is archived, never removed. */
  used: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
export type PriceList = z.infer<typeof PriceList>;

export const PriceListId = z.strictObject({ id: idOf("priceList") });
export const CreatePriceList = z.strictObject({
  ...fields,
  benefit: fields.benefit.default(null),
  startsAt: fields.startsAt.default(null),
  endsAt: fields.endsAt.default(null),
  adjustment: fields.adjustment.default(null),
  floor: fields.floor.default(null),
  /** Copies the entries of another list in the same currency: how an archived one starts anew. */
  copyOf: idOf("priceList").optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type CreatePriceList = z.output<typeof CreatePriceList>;
/** The currency stays, and so does the type once the list is active. */
export const UpdatePriceList = z.strictObject({
  id: idOf("priceList"),
  version,
  name: fields.name.optional(),
  benefit: fields.benefit.optional(),
  type: fields.type.optional(),
  startsAt: fields.startsAt.optional(),
  endsAt: fields.endsAt.optional(),
  audience: fields.audience.optional(),
  adjustment: fields.adjustment.optional(),
  floor: fields.floor.optional(),
});
export type UpdatePriceList = z.output<typeof UpdatePriceList>;
/** Activates, archives or removes the list as it was seen. */
export const SeenPriceList = z.strictObject({ id: idOf("priceList"), version });
export type SeenPriceList = z.output<typeof SeenPriceList>;

export const priceListSorts = ["name", "-name", "-createdAt", "createdAt", "-updatedAt", "updatedAt"] as const;
export const ListPriceLists = z.strictObject({
  search: line(200).optional(),
  status: z.enum(priceListStatuses, asField("field.choice")).optional(),
  type: fields.type.optional(),
  groupId: idOf("group").optional(),
  sort: z.enum(priceListSorts, asField("field.choice")).default("-updatedAt"),
  ...pageInput,
});
export type ListPriceLists = z.output<typeof ListPriceLists>;

/** Price of one quantity range; `max` null is without end. */
export const PriceRange = z.object({ min: z.int(), max: z.int().nullable(), amount: z.int() });
export type PriceRange = z.infer<typeof PriceRange>;
export const mostRanges = 20;

/** A row of the grid: a variant, its base price in the list's currency, and what the list says of it. */
export const PriceListEntry = z.object({
  variantId: z.string(),
  sku: z.string(),
  title: z.string(),
  base: z.int().nullable(),
  /** Left out of the list's adjustment. */
  excluded: z.boolean(),
  ranges: z.array(PriceRange),
  /** What the adjustment alone makes of the base price; null where there is none. */
  adjusted: z.int().nullable(),
});
export type PriceListEntry = z.infer<typeof PriceListEntry>;
/** The rows that the list names, or with `all` every variant that is sold in its currency; in the order of their SKUs. */
export const ListEntries = z.strictObject({
  priceListId: idOf("priceList"),
  search: line(200).optional(),
  all: z.boolean().default(false),
  cursor: pageInput.cursor,
  /** A grid reads its rows by the thousand. */
  limit: z.int().min(1).max(1000).default(200),
});
export type ListEntries = z.output<typeof ListEntries>;
export const EntryPage = pageOf(PriceListEntry);

/** What the list says of one variant from now on: left out, these ranges, or nothing when there are none. */
export const EntryInput = z.strictObject({
  variantId: idOf("variant"),
  excluded: z.boolean().default(false),
  ranges: z
    .array(
      z.strictObject({
        min: z.int().min(1).max(1_000_000).default(1),
        max: z.int().min(1).max(1_000_000).nullable().default(null),
        amount: Amount,
      }),
    )
    .max(mostRanges)
    .default([]),
});
export type EntryInput = z.output<typeof EntryInput>;
export const SetEntries = z.strictObject({
  priceListId: idOf("priceList"),
  entries: z.array(EntryInput).min(1).max(1000),
});
export type SetEntries = z.output<typeof SetEntries>;
/** The rows as they were before and as they are now: the former undo the latter when they are set again. */
export const EntriesSet = z.object({ changed: z.int(), before: z.array(EntryInput), variants: z.int() });
export type EntriesSet = z.infer<typeof EntriesSet>;

/** A CSV or a pasted block: SKU, from quantity, price, and if wanted the last quantity and "excluded". */
export const CheckEntries = z.strictObject({
  priceListId: idOf("priceList"),
  text: z.string().min(1).max(240_000),
});
export type CheckEntries = z.output<typeof CheckEntries>;
export const entryColumns = ["sku", "min", "max", "amount", "excluded"] as const;
export type EntryColumn = (typeof entryColumns)[number];
export const entryProblems = [
  "unknown_sku",
  "amount",
  "quantity",
  "overlap",
  "twice",
  "excluded_with_amount",
  "missing",
] as const;
export type EntryProblem = (typeof entryProblems)[number];
const entryProblem = z.enum(entryProblems);
/** A checked row with what is wrong at each cell; the cells stand as they came. */
export const CheckedRow = z.object({
  row: z.int(),
  cells: z.object({
    sku: z.string(),
    min: z.string(),
    max: z.string(),
    amount: z.string(),
    excluded: z.string(),
  }),
  variantId: z.string().nullable(),
  title: z.string().nullable(),
  amount: z.int().nullable(),
  problems: z.object({
    sku: entryProblem.optional(),
    min: entryProblem.optional(),
    max: entryProblem.optional(),
    amount: entryProblem.optional(),
    excluded: entryProblem.optional(),
  }),
});
export type CheckedRow = z.infer<typeof CheckedRow>;
export const EntriesChecked = z.object({
  rows: z.array(CheckedRow),
  /** What the text means once it is free of problems, one entry a variant. */
  entries: z.array(EntryInput),
  rowsWithProblems: z.int(),
  created: z.int(),
  changed: z.int(),
  same: z.int(),
});
export type EntriesChecked = z.infer<typeof EntriesChecked>;
/** Writes a checked text: all of it or, with `skipProblems`, what is right of it. `replace` empties the list first. */
export const ImportEntries = z.strictObject({
  priceListId: idOf("priceList"),
  text: CheckEntries.shape.text,
  replace: z.boolean().default(false),
  skipProblems: z.boolean().default(false),
  idempotencyKey: IdempotencyKey.optional(),
});
export type ImportEntries = z.output<typeof ImportEntries>;
export const EntriesImported = z.object({ created: z.int(), changed: z.int(), removed: z.int(), skipped: z.int() });
export type EntriesImported = z.infer<typeof EntriesImported>;

const listName = z.object({ id: z.string(), name: z.string() });
/** Two lists of the same type and currency that one customer could meet on the same variant at the same time. */
export const PriceListConflict = z.object({
  one: listName,
  other: listName,
  /** Of all amounts here. */
  currency: z.string(),
  from: z.date().nullable(),
  until: z.date().nullable(),
  variants: z.int(),
  first: z.array(
    z.object({
      variantId: z.string(),
      sku: z.string(),
      title: z.string(),
      quantity: z.int(),
      oneAmount: z.int(),
      otherAmount: z.int(),
      winnerId: z.string(),
      why: z.enum(["lower", "earlier", "same_time"]),
    }),
  ),
});
export type PriceListConflict = z.infer<typeof PriceListConflict>;
export const ListConflicts = z.strictObject({ priceListId: idOf("priceList").optional() });
export type ListConflicts = z.output<typeof ListConflicts>;
export const PriceListConflicts = z.object({
  /** Of the list that was asked about, or of all conflicts; null when they differ. */
  currency: z.string().nullable(),
  conflicts: z.array(PriceListConflict),
  /** More pairs than are shown. */
  more: z.boolean(),
});
export type PriceListConflicts = z.infer<typeof PriceListConflicts>;

/** What activating would change now: variants whose price changes, for how many customers, and a few of them. */
export const ActivationPreview = z.object({
  variants: z.int(),
  customers: z.object({ count: z.int(), capped: z.boolean() }),
  /** Whether visitors who are not signed in pay it too. */
  everyone: z.boolean(),
  first: z.array(
    z.object({ variantId: z.string(), sku: z.string(), title: z.string(), before: z.int(), after: z.int() }),
  ),
});
export type ActivationPreview = z.infer<typeof ActivationPreview>;

export const traceOutcomes = [
  "won",
  "base_replaced",
  /** As low as the winner, which was created earlier. */
  "tied",
  "draft",
  "archived",
  "not_started",
  "ended",
  "other_currency",
  "other_audience",
  "excluded",
  "quantity",
  "no_amount",
  "higher",
  "not_below_original",
] as const;
const PriceTrace = z.object({
  listId: z.string(),
  listName: z.string(),
  type: z.enum(priceListTypes),
  amount: z.int().nullable(),
  outcome: z.enum(traceOutcomes),
});

/** "Prices as this customer": with the trace in full, for staff only. */
export const PreviewPrices = z.strictObject({
  customerId: idOf("customer"),
  regionId: idOf("region").optional(),
  quantity: z.int().min(1).max(1_000_000).default(1),
  at: DayOrInstant.optional(),
  search: line(200).optional(),
  /** Only these, in place of a search. */
  variantIds: idsOf("variant", 100).optional(),
  ...pageInput,
});
export type PreviewPrices = z.output<typeof PreviewPrices>;
export const PreviewedPrice = z.object({
  variantId: z.string(),
  sku: z.string(),
  title: z.string(),
  base: Money.nullable(),
  price: Money.nullable(),
  original: Money.nullable(),
  list: listName.nullable(),
  trace: z.array(PriceTrace),
});
export type PreviewedPrice = z.infer<typeof PreviewedPrice>;
export const PricesPreview = pageOf(PreviewedPrice).extend({
  region: z.object({ id: z.string(), name: z.string(), currency: z.string() }),
  at: z.date(),
  groups: z.array(listName),
  /** Why public prices are shown: nobody of this status signs in. Null for an active account. */
  publicBecause: z.enum(["guest", "invited", "disabled", "erased"]).nullable(),
});
export type PricesPreview = z.infer<typeof PricesPreview>;
