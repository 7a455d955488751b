import { z } from "zod";
import { idOf, IdempotencyKey } from "../ids.ts";
import { Amount } from "../money.ts";
import { pageInput, pageOf } from "../page.ts";
import { line } from "../text.ts";

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
/** How many entries one call sets. */
export const mostEntriesSet = 1000;
export const SetEntries = z.strictObject({
  priceListId: idOf("priceList"),
  entries: z.array(EntryInput).min(1).max(mostEntriesSet),
});
export type SetEntries = z.output<typeof SetEntries>;
/** The rows as they were before and as they are now: the former undo the latter when they are set again. */
export const EntriesSet = z.object({ changed: z.int(), before: z.array(EntryInput), variants: z.int() });
export type EntriesSet = z.infer<typeof EntriesSet>;

/** How many characters of a text are read at once. */
export const mostEntriesText = 240_000;
/** A CSV or a pasted block: SKU, from quantity, price, and if wanted the last quantity and "excluded". */
export const CheckEntries = z.strictObject({
  priceListId: idOf("priceList"),
  text: z.string().min(1).max(mostEntriesText),
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
/** `importId` takes the import back; null when it changed nothing. */
export const EntriesImported = z.object({
  created: z.int(),
  changed: z.int(),
  removed: z.int(),
  skipped: z.int(),
  importId: z.string().nullable(),
});
export type EntriesImported = z.infer<typeof EntriesImported>;

export const UndoImport = z.strictObject({ importId: idOf("event") });
export type UndoImport = z.output<typeof UndoImport>;
/** `kept` are the variants of which somebody has said something else since the import. */
export const ImportUndone = z.object({ restored: z.int(), kept: z.int() });
export type ImportUndone = z.infer<typeof ImportUndone>;
