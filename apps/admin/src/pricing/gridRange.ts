import type { VariantEdit } from "./variantEdits.ts";
import { withCell } from "./entryDraft.ts";
import { type GridRow, plainText } from "./gridRows.ts";

/** The columns that can be typed into, in their order on the screen. */
const typedColumns = ["min", "amount"] as const;
export type TypedColumn = (typeof typedColumns)[number];
export const isTyped = (key: string | undefined): key is TypedColumn => key === "min" || key === "amount";

/** A cell by the place of its row and of its column. */
export interface CellPlace {
  rowIdx: number;
  idx: number;
}

/** A rectangle of cells; its ends count. */
export interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The cells between two; null where they are one and the same, or one of them is a head. */
export function rangeBetween(one: CellPlace, other: CellPlace): CellRange | null {
  if (one.rowIdx < 0 || other.rowIdx < 0 || (one.rowIdx === other.rowIdx && one.idx === other.idx)) return null;
  return {
    top: Math.min(one.rowIdx, other.rowIdx),
    bottom: Math.max(one.rowIdx, other.rowIdx),
    left: Math.min(one.idx, other.idx),
    right: Math.max(one.idx, other.idx),
  };
}

/** The cells of a range as a spreadsheet takes them; `keys` are the columns of the grid. */
export const rangeText = (
  rows: readonly GridRow[],
  keys: readonly string[],
  { top, bottom, left, right }: CellRange,
  currency: string,
): string =>
  rows
    .slice(top, bottom + 1)
    .map((row) =>
      keys
        .slice(left, right + 1)
        .map((key) => plainText(row, key, currency))
        .join("\t"),
    )
    .join("\n");

const isQuantity = (text: string): boolean => /^\s*\d{0,7}\s*$/.test(text);

/**
 * What a pasted block means at a cell: texts for the typed columns from there on. Null when it is something else, such as
 * SKUs with their prices, which finds its rows by itself.
 */
export function blockAt(
  column: TypedColumn,
  pasted: string,
): { columns: readonly TypedColumn[]; lines: string[][] } | null {
  const lines = pasted.split(/\r?\n/).map((line) => line.split("\t"));
  const columns = typedColumns.slice(typedColumns.indexOf(column));
  const width = Math.max(...lines.map((cells) => cells.length));
  if (width > columns.length) return null;
  if (width > 1 && !lines.every(([quantity = ""]) => isQuantity(quantity))) return null;
  return { columns: columns.slice(0, width), lines };
}

/** The edits that write texts into cells from a row on; from the last row up, since an emptied price takes its row away. */
export const editsFor = (
  rows: readonly GridRow[],
  from: number,
  { columns, lines }: { columns: readonly TypedColumn[]; lines: readonly (readonly string[])[] },
): VariantEdit[] =>
  lines
    .flatMap((cells, place): VariantEdit[] => {
      const row = rows[from + place];
      if (row === undefined) return [];
      return [
        {
          variantId: row.variantId,
          change: (draft) =>
            columns.reduce((changed, column, at) => withCell(changed, row.at, column, (cells[at] ?? "").trim()), draft),
        },
      ];
    })
    .toReversed();

/** The edits that empty what can be typed into of a range. */
export function emptied(rows: readonly GridRow[], keys: readonly string[], range: CellRange): VariantEdit[] {
  const columns = keys.slice(range.left, range.right + 1).filter(isTyped);
  if (columns.length === 0) return [];
  const height = Math.min(range.bottom, rows.length - 1) - range.top + 1;
  return editsFor(rows, range.top, { columns, lines: Array.from({ length: Math.max(0, height) }, () => []) });
}
