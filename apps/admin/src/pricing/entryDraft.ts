import { parseAmount, plainAmount } from "@clientele/domain/money";
import { type EntryInput, mostRanges } from "@clientele/domain/pricing/priceListEntry";
import type { Outputs } from "../trpc.ts";

export type Entry = Outputs["priceLists"]["entries"]["items"][number];
export type CellProblem = "amount" | "quantity" | "twice" | "missing" | "too_many";

/** One price as it stands in its cells. */
export interface DraftRow {
  min: string;
  amount: string;
  /** Where the range ends, if it does so before the next one begins; null when that is understood. */
  max: number | null;
}

/** What a list says of one variant, as texts, so that what cannot be read stays where it was typed. */
export interface Draft {
  excluded: boolean;
  rows: readonly DraftRow[];
}

const blank: DraftRow = { min: "", amount: "", max: null };
const isBlank = ({ min, amount }: DraftRow): boolean => min.trim() === "" && amount.trim() === "";

type Said = Pick<EntryInput, "excluded"> & {
  ranges?: readonly { min?: number | undefined; max?: number | null | undefined; amount: number }[] | undefined;
};

/** The cells of what a list says now; a variant it is silent of has one row of empty ones. */
export function draftOf({ excluded, ranges = [] }: Said, currency: string): Draft {
  const rising = ranges.toSorted((one, other) => (one.min ?? 1) - (other.min ?? 1));
  const rows = rising.map(({ min = 1, max = null, amount }, at): DraftRow => {
    const next = rising[at + 1];
    const understood = next === undefined ? null : (next.min ?? 1) - 1;
    return { min: String(min), amount: plainAmount(amount, currency), max: max === understood ? null : max };
  });
  return { excluded, rows: rows.length === 0 ? [blank] : rows };
}

/** The draft with one cell set. Whoever prices a variant no longer leaves it out; an emptied price takes its row away. */
export function withCell(draft: Draft, at: number, column: "min" | "amount", text: string): Draft {
  const rows = draft.rows.map((row, place) => (place === at ? { ...row, [column]: text } : row));
  if (column === "amount" && text.trim() === "") return withoutRow(draft, at);
  return { excluded: draft.excluded && text.trim() === "", rows };
}

export function withoutRow(draft: Draft, at: number): Draft {
  const rows = draft.rows.filter((_row, place) => place !== at);
  return { ...draft, rows: rows.length === 0 ? [blank] : rows };
}

export const withBreak = (draft: Draft): Draft => ({ excluded: false, rows: [...draft.rows, blank] });

/** A variant that is left out has no prices. */
export const withExcluded = (draft: Draft, excluded: boolean): Draft => ({
  excluded,
  rows: excluded ? [blank] : draft.rows,
});

const quantityOf = (text: string): number | null => {
  const quantity = /^\s*\d{1,7}\s*$/.test(text) ? Number(text) : 0;
  return quantity >= 1 && quantity <= 1_000_000 ? quantity : null;
};

export interface Judged {
  /** By the place of the row. */
  problems: readonly Partial<Record<"min" | "amount", CellProblem>>[];
  /** What to send; null while a cell cannot be read. */
  entry: { excluded: boolean; ranges: EntryInput["ranges"] } | null;
}

/** Reads the cells: what is wrong at which, and what they say together once nothing is. */
export function judge({ excluded, rows }: Draft, currency: string, locale: string): Judged {
  const read = rows.map((row) => ({
    row,
    min: row.min.trim() === "" ? 1 : quantityOf(row.min),
    amount: parseAmount(row.amount, currency, locale),
  }));
  const given = read.filter(({ row }) => !isBlank(row));
  const problems = read.map((own, at) => {
    const found: Partial<Record<"min" | "amount", CellProblem>> = {};
    if (isBlank(own.row)) return found;
    if (own.amount === null) found.amount = own.row.amount.trim() === "" ? "missing" : "amount";
    if (own.min === null) found.min = "quantity";
    else if (given.some((other) => other !== own && other.min === own.min)) found.min = "twice";
    else if (at >= mostRanges) found.min = "too_many";
    return found;
  });
  if (problems.some((found) => Object.keys(found).length > 0)) return { problems, entry: null };
  const rising = given
    .flatMap(({ row, min, amount }) => (min === null || amount === null ? [] : [{ min, amount, max: row.max }]))
    .toSorted((one, other) => one.min - other.min);
  const ranges = rising.map(({ min, amount, max }, at) => {
    const next = rising[at + 1];
    const understood = next === undefined ? null : next.min - 1;
    const endsBefore = max !== null && max >= min && (understood === null || max < understood);
    return { min, max: endsBefore ? max : understood, amount };
  });
  return { problems, entry: { excluded, ranges } };
}
