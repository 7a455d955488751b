import "react-data-grid/lib/styles.css";
import { useLocale } from "@clientele/ui/locale.tsx";
import { VisuallyHidden } from "@mantine/core";
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from "react";
import {
  type CellKeyboardEvent,
  type CellKeyDownArgs,
  DataGrid,
  type DataGridHandle,
  type PositionChangeArgs,
  type RowsChangeData,
} from "react-data-grid";
import { gridText } from "../text/grid.ts";
import classes from "./EntryGrid.module.css";
import { type Draft, type Entry, withBreak, withCell, withExcluded, withoutRow } from "./entryDraft.ts";
import { gridColumns } from "./gridColumns.tsx";
import {
  blockAt,
  type CellPlace,
  type CellRange,
  editsFor,
  emptied,
  isTyped,
  rangeBetween,
  rangeText,
  type TypedColumn,
} from "./gridRange.ts";
import { type GridRow, gridRows, plainText } from "./gridRows.ts";
import type { VariantEdit } from "./useEntryEdits.ts";

const t = gridText;
const rowHeight = 36;

/** Whether the keys and the clipboard belong to the field of a cell. */
const isField = (target: EventTarget): boolean => target instanceof HTMLInputElement && target.type !== "checkbox";

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
  const grid = useRef<DataGridHandle>(null);
  const active = useRef<CellPlace & { column: string | undefined }>({ rowIdx: -1, idx: -1, column: undefined });
  // Where a range began, and whether the next move of the active cell leads it on.
  const anchor = useRef<CellPlace>({ rowIdx: -1, idx: -1 });
  const leadsOn = useRef(false);
  const [range, setRange] = useState<CellRange | null>(null);
  const rows = useMemo(() => gridRows(entries, drafts, { currency, locale }), [entries, drafts, currency, locale]);
  const touched = useRef("");
  const columns = useMemo(
    () =>
      gridColumns({
        currency,
        locale,
        editable,
        adjusted,
        onBreak: (variantId) => onEdit([{ variantId, change: withBreak }]),
        onRemove: (variantId, at) => onEdit([{ variantId, change: (draft) => withoutRow(draft, at) }]),
      }),
    [currency, locale, editable, adjusted, onEdit],
  );
  const keys = useMemo(() => columns.map(({ key }) => key), [columns]);
  const shown = useMemo(() => {
    if (range === null) return columns;
    const chosen = new Set(rows.slice(range.top, range.bottom + 1).map(({ key }) => key));
    return columns.map((column, idx) => {
      if (idx < range.left || idx > range.right) return column;
      const { cellClass } = column;
      const own = (row: GridRow) => (typeof cellClass === "function" ? cellClass(row) : cellClass) ?? "";
      return {
        ...column,
        cellClass: (row: GridRow) => (chosen.has(row.key) ? `${own(row)} ${classes["chosen"]}` : own(row)),
      };
    });
  }, [columns, rows, range]);

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

  /** Cells from the active one on, or a block that names its SKUs, which is checked first. */
  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    if (isField(event.target)) return;
    const pasted = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!editable || pasted === "") return;
    event.preventDefault();
    const column = range === null ? active.current.column : keys[range.left];
    const block = isTyped(column) ? blockAt(column, pasted) : null;
    if (block !== null) onEdit(editsFor(rows, range?.top ?? active.current.rowIdx, block));
    else if (/[\t\n]/.test(pasted)) onBlock(pasted);
  };

  /** A range is led on by Shift with an arrow or a click, and by drawing with the mouse. */
  const onKeyDownCapture = (event: KeyboardEvent<HTMLDivElement>) => {
    leadsOn.current = event.shiftKey && event.key.startsWith("Arrow");
  };
  const onMouseDownCapture = (event: MouseEvent<HTMLDivElement>) => {
    leadsOn.current = event.shiftKey;
  };
  const onMouseMove = (event: MouseEvent<HTMLDivElement>) => {
    if (event.buttons !== 1 || active.current.rowIdx < 0 || isField(event.target)) return;
    const over = event.target instanceof Element ? event.target.closest("[role=gridcell]") : null;
    const rowIdx = Number(over?.parentElement?.getAttribute("aria-rowindex")) - 2;
    const idx = Number(over?.getAttribute("aria-colindex")) - 1;
    const isActive = rowIdx === active.current.rowIdx && idx === active.current.idx;
    if (over === null || isActive || !(rowIdx >= 0 && idx >= 0)) return;
    leadsOn.current = true;
    grid.current?.setActivePosition({ rowIdx, idx }, { shouldFocus: true });
  };
  const onMove = ({ rowIdx, column }: PositionChangeArgs<GridRow>) => {
    const place = { rowIdx, idx: column?.idx ?? -1 };
    if (!leadsOn.current) anchor.current = place;
    leadsOn.current = false;
    active.current = { ...place, column: column?.key };
    setRange(rangeBetween(anchor.current, place));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isUndo = (event.metaKey || event.ctrlKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (!isUndo || isField(event.target)) return;
    event.preventDefault();
    onUndo();
  };

  return (
    // What is pressed or pasted in any of its cells comes up to here.
    <div
      onPaste={onPaste}
      onKeyDown={onKeyDown}
      onKeyDownCapture={onKeyDownCapture}
      onMouseDownCapture={onMouseDownCapture}
      onMouseMove={onMouseMove}
      role="presentation"
    >
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
        headerRowHeight={rowHeight}
        style={{ blockSize: (rows.length + 1) * rowHeight + 2 }}
        onRowsChange={onRowsChange}
        onCellKeyDown={onCellKeyDown}
        onActivePositionChange={onMove}
        onCellClick={({ column, rowIdx, setActivePosition }, event) => {
          // A second tap edits: a finger has neither a double click nor F2.
          const { pointerType } = event.nativeEvent as PointerEvent;
          if (
            editable &&
            pointerType === "touch" &&
            isTyped(column.key) &&
            touched.current === `${rowIdx} ${column.key}`
          ) {
            setActivePosition(true);
          }
          touched.current = `${rowIdx} ${column.key}`;
        }}
        onCellCopy={({ row, column }, event) => {
          if (isField(event.target)) return;
          const copied = range === null ? plainText(row, column.key, currency) : rangeText(rows, keys, range, currency);
          event.clipboardData.setData("text/plain", copied);
          event.preventDefault();
        }}
        // The paste itself comes up to the frame; the grid must only not open its editor for it.
        onCellPaste={({ row }) => row}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          if (scrollHeight - scrollTop - clientHeight < rowHeight * 200) onMore?.();
        }}
      />
    </div>
  );
}
