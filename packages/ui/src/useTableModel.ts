import {
  columnOrderingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { DataTableColumn } from "./DataTableColumn.tsx";
import type { TableLayout } from "./tableLayout.ts";

export interface DataTableSelection<Row> {
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
  /** Names a row for its checkbox. */
  nameOf: (row: Row) => string;
  /** All that match are selected, beyond this page: every box is checked and single ones cannot be taken out. */
  all?: boolean;
}

interface TableModelOptions<Row extends object> {
  columns: readonly DataTableColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  selection: DataTableSelection<Row> | undefined;
  layout: TableLayout | undefined;
}

const features = tableFeatures({ columnOrderingFeature, columnVisibilityFeature, rowSelectionFeature });

/** The columns in their order, as far as they are shown, and which rows are selected; all of it is the caller's state. */
export function useTableModel<Row extends object>(options: TableModelOptions<Row>) {
  const { columns, rows, rowId, selection, layout } = options;
  const all = selection?.all === true;
  const definitions = useMemo(
    () =>
      columns.map(({ id, header, cell }) => ({
        id,
        header,
        cell: ({ row }: { row: { original: Row } }) => cell(row.original),
      })),
    [columns],
  );
  const naming = columns.find(({ rowHeader }) => rowHeader === true)?.id;
  const rowSelection: Record<string, true> = {};
  for (const id of all ? rows.map(rowId) : (selection?.selected ?? [])) rowSelection[id] = true;
  return useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    enableRowSelection: selection !== undefined && !all,
    state: {
      rowSelection,
      columnOrder: layout?.order ?? columns.map(({ id }) => id),
      // The column that names the rows is always shown.
      columnVisibility: Object.fromEntries((layout?.hidden ?? []).map((id) => [id, id === naming])),
    },
    onRowSelectionChange: (updater) =>
      selection?.onChange(new Set(Object.keys(functionalUpdate(updater, rowSelection)))),
  });
}
