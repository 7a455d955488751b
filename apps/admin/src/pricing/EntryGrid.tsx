import "react-data-grid/lib/styles.css";
import { useLocale } from "@clientele/ui/locale.tsx";
import { VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef } from "react";
import {
  type CellCopyArgs,
  type CellKeyboardEvent,
  type CellKeyDownArgs,
  type CellMouseArgs,
  type CellMouseEvent,
  DataGrid,
  type DataGridHandle,
  type RowsChangeData,
} from "react-data-grid";
import { gridText } from "../text/grid.ts";
import classes from "./EntryGrid.module.css";
import { type Draft, type Entry, withBreak, withCell, withExcluded, withoutRow } from "./entryDraft.ts";
import { gridColumns, withChosen } from "./gridColumns.tsx";
import { blockAt, editsFor, emptied, isTyped, rangeText, type TypedColumn } from "./gridRange.ts";
import { type GridRow, gridRows, plainText } from "./gridRows.ts";
import { isField, useCellRange } from "./useCellRange.ts";
import type { VariantEdit } from "./variantEdits.ts";

const t = gridText;
/** Of the head and of the rows; on a phone a name takes two lines and a finger taps. */
const headHeight = 36;
const phone = "(max-width: 36em)";

export interface EntryGridProps {
  label: string;
  currency: string;
  entries: readonly Entry[];
  drafts: ReadonlyMap<string, Draft>;
  editable: boolean;
  /** Whether the list has a percentage of its own. */
  adjusted: boolean;
  /** How many rows there are on the server. */
  total: number;
  /** Asks for further rows; null when there are none or they are on their way. */
  onMore: (() => void) | null;
  onEdit: (edits: readonly VariantEdit[]) => void;
  onUndo: () => void;
  /** A block of several columns was pasted. */
  onBlock: (pasted: string) => void;
}

/** The prices of a list as in a spreadsheet: only the rows in view are in the page, whatever their number. */
export default function EntryGrid(props: EntryGridProps) {
  const { label, currency, entries, drafts, editable, adjusted, total, onMore, onEdit, onUndo, onBlock } = props;
  const { locale } = useLocale();
  const narrow = useMediaQuery(phone, undefined, { getInitialValueInEffect: false });
  const rowHeight = narrow ? 48 : 36;
  const grid = useRef<DataGridHandle>(null);
  const { range, firstCell, onMove, listeners } = useCellRange(grid);
  const rows = useMemo(() => gridRows(entries, drafts, { currency, locale }), [entries, drafts, currency, locale]);
  const tapped = useRef("");
  const columns = useMemo(
    () =>
      gridColumns({
        currency,
        locale,
        editable,
        adjusted,
        narrow,
        onBreak: (variantId) => onEdit([{ variantId, change: withBreak }]),
        onRemove: (variantId, at) => onEdit([{ variantId, change: (draft) => withoutRow(draft, at) }]),
      }),
    [currency, locale, editable, adjusted, narrow, onEdit],
  );
  const keys = useMemo(() => columns.map(({ key }) => key), [columns]);
  const shown = useMemo(() => (range === null ? columns : withChosen(columns, rows, range)), [columns, rows, range]);

  const cell = ({ variantId, at }: GridRow, column: TypedColumn, typed: string): VariantEdit => ({
    variantId,
    change: (draft) => withCell(draft, at, column, typed),
  });

  const onRowsChange = (changed: GridRow[], { indexes, column }: RowsChangeData<GridRow>) =>
    onEdit(
      indexes.flatMap((index): VariantEdit[] => {
        const row = changed[index];
        if (row === undefined || !editable) return [];
        if (isTyped(column.key)) return [cell(row, column.key, row[column.key])];
        return [{ variantId: row.variantId, change: (draft) => withExcluded(draft, row.excluded) }];
      }),
    );

  const onCellKeyDown = (args: CellKeyDownArgs<GridRow>, event: CellKeyboardEvent) => {
    const { column, row, rowIdx } = args;
    if (args.mode === "EDIT") {
      // As in every spreadsheet, Enter goes on to the cell below.
      if (event.key !== "Enter") return;
      event.preventGridDefault();
      args.onClose(true);
      const idx = args.column.idx;
      grid.current?.setActivePosition({ idx, rowIdx: Math.min(rowIdx + 1, rows.length - 1) }, { shouldFocus: true });
      return;
    }
    if (!editable || row === undefined || column === undefined || !isTyped(column.key)) return;
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventGridDefault();
      if (range !== null) onEdit(emptied(rows, keys, range));
      else if (row[column.key] !== "") onEdit([cell(row, column.key, "")]);
    }
  };

  /** A second tap edits: a finger has neither a double click nor F2. */
  const onCellClick = ({ column, rowIdx, setActivePosition }: CellMouseArgs<GridRow>, event: CellMouseEvent) => {
    const place = `${rowIdx} ${column.key}`;
    const { pointerType } = event.nativeEvent as PointerEvent;
    if (editable && pointerType === "touch" && isTyped(column.key) && tapped.current === place) setActivePosition(true);
    tapped.current = place;
  };

  const onCellCopy = ({ row, column }: CellCopyArgs<GridRow>, event: ClipboardEvent<HTMLDivElement>) => {
    if (isField(event.target)) return;
    const copied = range === null ? plainText(row, column.key, currency) : rangeText(rows, keys, range, currency);
    event.clipboardData.setData("text/plain", copied);
    event.preventDefault();
  };

  /** Cells from the active one on, or a block that names its SKUs, which is checked first. */
  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    if (isField(event.target)) return;
    const pasted = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!editable || pasted === "") return;
    event.preventDefault();
    const { rowIdx, idx } = firstCell();
    const column = keys[idx];
    const block = isTyped(column) ? blockAt(column, pasted) : null;
    if (block !== null) onEdit(editsFor(rows, rowIdx, block));
    else if (/[\t\n]/.test(pasted)) onBlock(pasted);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isUndo = (event.metaKey || event.ctrlKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (!isUndo || isField(event.target)) return;
    event.preventDefault();
    onUndo();
  };

  return (
    // What is pressed or pasted in any of its cells comes up to here.
    <div onPaste={onPaste} onKeyDown={onKeyDown} {...listeners} role="presentation">
      <VisuallyHidden role="status">
        {range !== null && t.chosen(range.bottom - range.top + 1, range.right - range.left + 1)}
      </VisuallyHidden>
      <DataGrid
        ref={grid}
        className={classes["grid"] ?? ""}
        aria-label={label}
        aria-description={editable ? t.help : ""}
        aria-rowcount={Math.max(rows.length, total) + 1}
        columns={shown}
        rows={rows}
        rowKeyGetter={({ key }) => key}
        rowHeight={rowHeight}
        headerRowHeight={headHeight}
        style={{ blockSize: headHeight + rows.length * rowHeight + 2 }}
        onRowsChange={onRowsChange}
        onCellKeyDown={onCellKeyDown}
        onActivePositionChange={onMove}
        onCellClick={onCellClick}
        onCellCopy={onCellCopy}
        // The paste itself comes up to the frame; the grid must only not open its editor for it.
        onCellPaste={({ row }) => row}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          if (scrollHeight - scrollTop - clientHeight < rowHeight * 200) onMore?.();
        }}
      />
    </div>
  );
}
