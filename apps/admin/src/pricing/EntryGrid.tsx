import "react-data-grid/lib/styles.css";
import { useLocale } from "@clientele/ui/locale.tsx";
import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef } from "react";
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
import { gridColumns, isTyped, type TypedColumn } from "./gridColumns.tsx";
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
  const active = useRef<{ rowIdx: number; column: string | undefined }>({ rowIdx: -1, column: undefined });
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
      if (row[column.key] !== "") onEdit([cell(row, column.key, "")]);
    }
  };

  /** One cell, a column of them from the active one down, or a block, which is checked first. */
  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    if (isField(event.target)) return;
    const pasted = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!editable || pasted === "") return;
    event.preventDefault();
    const lines = pasted.split(/\r?\n/);
    const { rowIdx, column } = active.current;
    if (pasted.includes("\t") || (lines.length > 1 && !isTyped(column))) onBlock(pasted);
    else if (isTyped(column)) {
      onEdit(
        lines.flatMap((line, at) => {
          const row = rows[rowIdx + at];
          return row === undefined ? [] : [cell(row, column, line.trim())];
        }),
      );
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isUndo = (event.metaKey || event.ctrlKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (!isUndo || isField(event.target)) return;
    event.preventDefault();
    onUndo();
  };

  return (
    // What is pressed or pasted in any of its cells comes up to here.
    <div onPaste={onPaste} onKeyDown={onKeyDown} role="presentation">
      <DataGrid
        ref={grid}
        className={classes["grid"] ?? ""}
        aria-label={label}
        aria-description={editable ? t.help : ""}
        aria-rowcount={Math.max(rows.length, total) + 1}
        columns={columns}
        rows={rows}
        rowKeyGetter={({ key }) => key}
        rowHeight={rowHeight}
        headerRowHeight={rowHeight}
        style={{ blockSize: (rows.length + 1) * rowHeight + 2 }}
        onRowsChange={onRowsChange}
        onCellKeyDown={onCellKeyDown}
        onActivePositionChange={({ rowIdx, column }: PositionChangeArgs<GridRow>) => {
          active.current = { rowIdx, column: column?.key };
        }}
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
          event.clipboardData.setData("text/plain", plainText(row, column.key, currency));
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
