import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from "react";
import type { DataGridHandle, PositionChangeArgs } from "react-data-grid";
import { type CellPlace, type CellRange, rangeBetween } from "./gridRange.ts";
import type { GridRow } from "./gridRows.ts";

const nowhere: CellPlace = { rowIdx: -1, idx: -1 };

/** Whether the keys, the pointer and the clipboard belong to the field of a cell. */
export const isField = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && target.type !== "checkbox";

/** The cell at a part of the page, by its place; null outside of all of them. */
const cellAt = (target: EventTarget): CellPlace | null => {
  const cell = target instanceof Element ? target.closest("[role=gridcell]") : null;
  if (cell === null) return null;
  // These count from one, and the head of the grid is a row like the others.
  const rowIdx = Number(cell.parentElement?.getAttribute("aria-rowindex")) - 2;
  const idx = Number(cell.getAttribute("aria-colindex")) - 1;
  return rowIdx >= 0 && idx >= 0 ? { rowIdx, idx } : null;
};

/** The chosen cells of the grid: a range is led on by Shift with an arrow or a click, and by drawing with the mouse. */
export function useCellRange(grid: RefObject<DataGridHandle | null>) {
  const active = useRef(nowhere);
  // Where a range began, and whether the next move of the active cell leads it on.
  const anchor = useRef(nowhere);
  const leadsOn = useRef(false);
  const [range, setRange] = useState<CellRange | null>(null);

  const onKeyDownCapture = (event: KeyboardEvent) => {
    leadsOn.current = event.shiftKey && event.key.startsWith("Arrow");
  };
  const onMouseDownCapture = (event: MouseEvent) => {
    leadsOn.current = event.shiftKey;
  };
  const onMouseMove = (event: MouseEvent) => {
    const { rowIdx, idx } = active.current;
    if (event.buttons !== 1 || rowIdx < 0 || isField(event.target)) return;
    const over = cellAt(event.target);
    if (over === null || (over.rowIdx === rowIdx && over.idx === idx)) return;
    leadsOn.current = true;
    grid.current?.setActivePosition(over, { shouldFocus: true });
  };
  const onMove = ({ rowIdx, column }: PositionChangeArgs<GridRow>) => {
    const place = { rowIdx, idx: column?.idx ?? -1 };
    if (!leadsOn.current) anchor.current = place;
    leadsOn.current = false;
    active.current = place;
    setRange(rangeBetween(anchor.current, place));
  };
  return {
    range,
    /** The first of the chosen cells, or the active one where there is no range. */
    firstCell: (): CellPlace => (range === null ? active.current : { rowIdx: range.top, idx: range.left }),
    onMove,
    /** What the frame of the grid hears. */
    listeners: { onKeyDownCapture, onMouseDownCapture, onMouseMove },
  };
}
