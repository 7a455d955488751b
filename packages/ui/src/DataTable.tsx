import { Box, Checkbox, Progress, Table, VisuallyHidden } from "@mantine/core";
import { type CSSProperties, type MouseEvent, type ReactNode, useMemo, useRef } from "react";
import classes from "./DataTable.module.css";
import { classesOf, type DataTableColumn, HeadCell } from "./DataTableColumn.tsx";
import { SortSelect } from "./SortSelect.tsx";
import type { TableLayout } from "./tableLayout.ts";
import { text } from "./text.ts";
import { useRowKeys } from "./useRowKeys.ts";
import { type DataTableSelection, useTableModel } from "./useTableModel.ts";

export interface DataTableProps<Row extends object, Sort extends string = string> {
  /** Names the table. */
  label: string;
  columns: readonly DataTableColumn<Row, Sort>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** The sort in the address, and what writes it there. */
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selection?: DataTableSelection<Row>;
  /** Opens a row by mouse or Enter; the row's name should be a link as well. */
  onOpen?: (row: Row) => void;
  /** Opens the row where it is changed, by key. */
  onEdit?: (row: Row) => void;
  layout?: TableLayout;
  /** New rows are on their way; the old ones stay. */
  refreshing?: boolean;
  /** Shown instead of the table when it has no row. */
  empty?: ReactNode;
  footer?: ReactNode;
  /** Above it the table scrolls inside itself under its head. */
  maxHeight?: CSSProperties["maxHeight"];
}

const isInteractive = (target: EventTarget, row: Element): boolean => {
  const hit =
    target instanceof Element ? target.closest("a, button, input, label, select, textarea, [role=button]") : null;
  return hit !== null && row.contains(hit);
};

/**
 * The list of every admin page: a real table with row headers and sort state, selection by row, page and range, keys,
 * and cards where it is narrow. It holds no state of its own: sort, page and filters are the address's.
 */
export function DataTable<Row extends object, Sort extends string = string>(props: DataTableProps<Row, Sort>) {
  const {
    label,
    columns,
    rows,
    rowId,
    sort,
    onSort,
    selection,
    onOpen,
    onEdit,
    layout,
    refreshing = false,
    empty,
    footer,
  } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const all = selection?.all === true;
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const table = useTableModel({ columns, rows, rowId, selection, layout });
  const tableRows = table.getRowModel().rows;

  useRowKeys({
    body,
    onToggle: selection === undefined || all ? null : (id) => table.getRow(id).toggleSelected(),
    onOpen: onOpen === undefined ? null : (id) => onOpen(table.getRow(id).original),
    onEdit: onEdit === undefined ? null : (id) => onEdit(table.getRow(id).original),
  });

  if (rows.length === 0 && empty !== undefined) {
    return (
      <div className={classes["frame"]}>
        {refreshing && <Busy />}
        {empty}
      </div>
    );
  }

  const openByMouse = (row: Row) => (event: MouseEvent<HTMLElement>) => {
    const marking = window.getSelection()?.isCollapsed === false;
    if (!marking && !isInteractive(event.target, event.currentTarget)) onOpen?.(row);
  };
  const canSort = columns.some((column) => column.sort !== undefined);
  const pageBox = selection !== undefined && (
    <Checkbox
      aria-label={text.table.selectPage}
      disabled={all}
      checked={tableRows.length > 0 && table.getIsAllPageRowsSelected()}
      indeterminate={!table.getIsAllPageRowsSelected() && table.getIsSomePageRowsSelected()}
      onChange={table.getToggleAllPageRowsSelectedHandler()}
    />
  );

  return (
    <div className={classes["frame"]}>
      {refreshing && <Busy />}
      {(selection !== undefined || canSort) && (
        <div className={classes["bar"]}>
          {pageBox}
          {onSort !== undefined && canSort && <SortSelect columns={columns} sort={sort} onSort={onSort} />}
        </div>
      )}
      <div className={classes["window"]}>
        <Box
          className={classes["scroll"] ?? ""}
          role="region"
          aria-label={label}
          tabIndex={0}
          style={{ "--table-max-height": props.maxHeight ?? "none" } as CSSProperties}
        >
          <Table
            unstyled
            role="table"
            aria-label={label}
            aria-busy={refreshing}
            className={classes["table"] ?? ""}
            {...(layout?.dense === true ? { "data-dense": true } : {})}
          >
            <Table.Thead className={classes["head"] ?? ""} role="rowgroup">
              {table.getHeaderGroups().map((headers) => (
                <Table.Tr key={headers.id} role="row">
                  {selection !== undefined && (
                    <Table.Th role="columnheader" scope="col" className={classes["check"] ?? ""}>
                      {pageBox}
                    </Table.Th>
                  )}
                  {headers.headers.map((header) => {
                    const column = byId.get(header.column.id);
                    return column === undefined ? null : (
                      <HeadCell key={header.id} column={column} sort={sort} onSort={onSort} />
                    );
                  })}
                </Table.Tr>
              ))}
            </Table.Thead>
            <Table.Tbody ref={body} role="rowgroup">
              {tableRows.map((row) => (
                <Table.Tr
                  key={row.id}
                  role="row"
                  className={classes["row"] ?? ""}
                  data-row={row.id}
                  tabIndex={-1}
                  {...(selection === undefined
                    ? {}
                    : { "aria-selected": row.getIsSelected(), "data-selectable": true })}
                  {...(onOpen === undefined ? {} : { "data-opens": true, onClick: openByMouse(row.original) })}
                >
                  {selection !== undefined && (
                    <Table.Td role="cell" className={classes["check"] ?? ""}>
                      <Checkbox
                        aria-label={text.table.select(selection.nameOf(row.original))}
                        checked={row.getIsSelected()}
                        disabled={all}
                        onChange={row.getToggleSelectedHandler()}
                      />
                    </Table.Td>
                  )}
                  {row.getVisibleCells().map((cell) => {
                    const column = byId.get(cell.column.id);
                    const content = (
                      <span className={classes["clip"]}>
                        <table.FlexRender cell={cell} />
                      </span>
                    );
                    return column?.rowHeader === true ? (
                      <Table.Th key={cell.id} role="rowheader" scope="row" className={classes["name"] ?? ""}>
                        {content}
                      </Table.Th>
                    ) : (
                      <Table.Td key={cell.id} role="cell" data-label={column?.header} className={classesOf(column)}>
                        {content}
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Box>
      </div>
      {footer !== undefined && <div className={classes["foot"]}>{footer}</div>}
    </div>
  );
}

function Busy() {
  return (
    <div className={classes["progress"]}>
      <Progress value={100} size={2} animated radius={0} aria-hidden />
      <VisuallyHidden role="status">{text.table.refreshing}</VisuallyHidden>
    </div>
  );
}
