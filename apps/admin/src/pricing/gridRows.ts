import { plainAmount } from "@clientele/domain/money";
import { type CellProblem, type Draft, draftOf, type Entry, judge } from "./entryDraft.ts";

/** A row of the grid: one price of a variant, or the empty cells of one that has none. */
export interface GridRow {
  key: string;
  variantId: string;
  sku: string;
  title: string;
  base: number | null;
  adjusted: number | null;
  excluded: boolean;
  /** The place among the prices of its variant; the first bears what is said of the variant as a whole. */
  at: number;
  last: boolean;
  min: string;
  amount: string;
  max: number | null;
  problems: Partial<Record<"min" | "amount", CellProblem>>;
  /** Typed and not sent. */
  unsaved: boolean;
}

interface Format {
  currency: string;
  locale: string;
}

/** The rows of the grid, the typed ones as they were typed. */
export function gridRows(
  entries: readonly Entry[],
  drafts: ReadonlyMap<string, Draft>,
  { currency, locale }: Format,
): GridRow[] {
  return entries.flatMap(({ variantId, sku, title, base, adjusted, ...said }) => {
    const typed = drafts.get(variantId);
    const draft = typed ?? draftOf(said, currency);
    const problems = typed === undefined ? [] : judge(typed, currency, locale).problems;
    return draft.rows.map((row, at): GridRow => ({
      key: `${variantId} ${at}`,
      variantId,
      sku,
      title,
      base,
      adjusted,
      excluded: draft.excluded,
      at,
      last: at === draft.rows.length - 1,
      ...row,
      problems: problems[at] ?? {},
      unsaved: typed !== undefined,
    }));
  });
}

/** How many variants hold something that has to be put right. */
export const countWrong = (drafts: ReadonlyMap<string, Draft>, { currency, locale }: Format): number =>
  [...drafts.values()].filter((draft) => judge(draft, currency, locale).entry === null).length;

/** A cell as it is copied: what a spreadsheet or the grid itself reads again. */
export function plainText(row: GridRow, column: string, currency: string): string {
  switch (column) {
    case "sku":
    case "title":
    case "min":
    case "amount":
      return row[column];
    case "base":
    case "adjusted": {
      const amount = row[column];
      return amount === null ? "" : plainAmount(amount, currency);
    }
    case "excluded":
      return row.excluded ? "excluded" : "";
    default:
      return "";
  }
}
