import { dsvFormat } from "d3-dsv";
import { parseAmount } from "../money.ts";
import { nameKey } from "../text.ts";
import { type CheckedRow, type EntryColumn, type EntryInput, type EntryProblem, mostRanges } from "./priceListEntry.ts";

/** The most rows that one text may have. */
export const mostEntryRows = 5_000;

/** How many rows are judged before others get their turn. */
const rowsAtOnce = 250;

type Cells = CheckedRow["cells"];

/** A row as it came, by its place in the text from 1 on, the heading counted. */
export interface EntryRow {
  row: number;
  cells: Cells;
}

/** What headings call the columns, lower-cased. */
const headings: Readonly<Record<EntryColumn, readonly string[]>> = {
  sku: ["sku", "article", "article number", "item", "item number", "variant"],
  min: ["from", "from quantity", "min", "min quantity", "minimum", "minimum quantity", "quantity", "qty"],
  max: ["to", "to quantity", "last quantity", "until", "max", "max quantity", "maximum", "maximum quantity"],
  amount: ["price", "unit price", "amount"],
  excluded: ["excluded", "exclude", "left out"],
};
const columnNames = Object.keys(headings) as EntryColumn[];

/** The columns of a text without a heading, by how many it has. */
const columnsOfWidth = (width: number): readonly EntryColumn[] =>
  width <= 2 ? ["sku", "amount"] : ["sku", "min", "amount", "max", "excluded"];

const columnOf = (heading: string): EntryColumn | null => {
  const name = nameKey(heading).replace(/[_\s]+/g, " ");
  return columnNames.find((column) => headings[column].includes(name)) ?? null;
};

/** What parts the cells: a tab, as spreadsheets paste them, else a semicolon, else a comma. */
const separatorOf = (text: string): string => {
  const [first = ""] = text.split(/\r?\n/).filter((row) => row.trim() !== "");
  return ["\t", ";"].find((sign) => first.includes(sign)) ?? ",";
};

/** A download puts a quote before what a spreadsheet would run as a formula; read again it is no part of the SKU. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, "");

/** The rows of a CSV or a pasted block; a first row that names its columns says which they are. */
export function readEntryRows(text: string): EntryRow[] {
  const clean = text.replace(/^\uFEFF/, "");
  const parsed = dsvFormat(separatorOf(clean)).parseRows(clean);
  const rows = parsed
    .map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const named = rows[0]?.cells.map(columnOf) ?? [];
  const hasHeading = named.includes("sku");
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const columns = hasHeading ? named : columnsOfWidth(width);
  return rows.slice(hasHeading ? 1 : 0).map(({ row, cells }) => {
    const of = (column: EntryColumn): string => cells[columns.indexOf(column)] ?? "";
    return {
      row,
      cells: {
        sku: withoutGuard(of("sku")),
        min: of("min"),
        max: of("max"),
        amount: of("amount"),
        excluded: of("excluded"),
      },
    };
  });
}

const isNo = (cell: string): boolean => ["", "no", "n", "false", "0", "-"].includes(cell.toLowerCase());
const leftOut: readonly string[] = headings.excluded;

/** A whole number of pieces, or null. */
const quantityOf = (cell: string): number | null => {
  const quantity = /^\d{1,7}$/.test(cell) ? Number(cell) : 0;
  return quantity >= 1 && quantity <= 1_000_000 ? quantity : null;
};

interface Read {
  checked: CheckedRow;
  excluded: boolean;
  min: number;
  /** Null when none was given: the range ends before the next one begins. */
  max: number | null;
}

/** The variants that the rows may name, by the key of their SKU (`nameKey`). */
export type VariantsBySku = ReadonlyMap<string, { variantId: string; title: string }>;

function read({ row, cells }: EntryRow, variants: VariantsBySku, currency: string, locale: string): Read {
  const problems: Partial<Record<EntryColumn, EntryProblem>> = {};
  const variant = variants.get(nameKey(cells.sku));
  if (variant === undefined) problems.sku = cells.sku === "" ? "missing" : "unknown_sku";
  // "excluded" may stand where the price would.
  const inPlaceOfPrice = leftOut.includes(cells.amount.toLowerCase());
  const excluded = inPlaceOfPrice || !isNo(cells.excluded);
  const amount = excluded ? null : parseAmount(cells.amount, currency, locale);
  if (excluded && cells.amount !== "" && !inPlaceOfPrice) problems.amount = "excluded_with_amount";
  if (!excluded && amount === null) problems.amount = cells.amount === "" ? "missing" : "amount";
  const min = cells.min === "" ? 1 : quantityOf(cells.min);
  const max = cells.max === "" ? null : quantityOf(cells.max);
  if (min === null) problems.min = "quantity";
  if (cells.max !== "" && (max === null || (min !== null && max < min))) problems.max = "quantity";
  const checked: CheckedRow = {
    row,
    cells,
    variantId: variant?.variantId ?? null,
    title: variant?.title ?? null,
    amount,
    problems,
  };
  return { checked, excluded, min: min ?? 1, max };
}

/** Finds what is wrong between the rows of one variant, and where ranges without a last quantity end. */
function rangesOf(rows: readonly Read[]): EntryInput["ranges"] {
  const rising = rows.toSorted((one, other) => one.min - other.min);
  return rising.flatMap(({ checked, excluded, min, max }, at) => {
    const next = rising[at + 1];
    const { problems } = checked;
    if (rising[at - 1]?.min === min || next?.min === min) problems.min ??= "twice";
    else if (max !== null && next !== undefined && max >= next.min) problems.max ??= "overlap";
    if (at >= mostRanges) problems.min ??= "quantity";
    if (excluded && rows.length > 1) problems.excluded ??= "twice";
    if (excluded || checked.amount === null) return [];
    return [{ min, max: max ?? (next === undefined ? null : next.min - 1), amount: checked.amount }];
  });
}

export interface CheckedEntries {
  rows: CheckedRow[];
  /** One for each variant all of whose rows are right: half of its ranges would mean something else. */
  entries: EntryInput[];
  rowsWithProblems: number;
  /** Rows of which nothing is written when problems are skipped. */
  rowsLeftOut: number;
}

/**
 * Judges each cell of the rows and says what they mean for the list. Whoever drives it may let others in at each of its
 * stops: a whole text at once would hold up everything else.
 */
export function* checkEntryRows(
  given: readonly EntryRow[],
  variants: VariantsBySku,
  { currency, locale }: { currency: string; locale: string },
): Generator<void, CheckedEntries> {
  const rows: Read[] = [];
  for (const [at, row] of given.entries()) {
    if (at % rowsAtOnce === 0) yield;
    rows.push(read(row, variants, currency, locale));
  }
  const byVariant = new Map<string, Read[]>();
  for (const row of rows) {
    const { variantId } = row.checked;
    if (variantId === null) continue;
    const own = byVariant.get(variantId) ?? [];
    own.push(row);
    byVariant.set(variantId, own);
  }
  const isRight = ({ checked }: Read): boolean => Object.keys(checked.problems).length === 0;
  const entries: EntryInput[] = [];
  let written = 0;
  for (const [variantId, own] of byVariant) {
    const ranges = rangesOf(own);
    if (!own.every(isRight)) continue;
    written += own.length;
    entries.push({ variantId, excluded: own.some(({ excluded }) => excluded), ranges });
  }
  return {
    rows: rows.map(({ checked }) => checked),
    entries,
    rowsWithProblems: rows.filter((row) => !isRight(row)).length,
    rowsLeftOut: rows.length - written,
  };
}
