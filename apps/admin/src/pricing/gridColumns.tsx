import { parseAmount } from "@clientele/domain/money";
import { formatMoney } from "@clientele/domain/formatMoney";
import { ActionIcon, Checkbox, VisuallyHidden } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Column, RenderCellProps, RenderEditCellProps } from "react-data-grid";
import { gridText } from "../text/grid.ts";
import classes from "./EntryGrid.module.css";
import type { CellRange, TypedColumn } from "./gridRange.ts";
import type { GridRow } from "./gridRows.ts";

const t = gridText;

interface ColumnOptions {
  currency: string;
  locale: string;
  /** False for those who may only look. */
  editable: boolean;
  adjusted: boolean;
  /** Little room: the variant and what it costs come first, the rest stands beyond. */
  narrow: boolean;
  onBreak: (variantId: string) => void;
  onRemove: (variantId: string, at: number) => void;
}

const takeFocus = (input: HTMLInputElement | null): void => {
  input?.focus();
  input?.select();
};

/** The field in a cell; it has the whole text selected, so typing replaces it. */
const editorOf = (key: TypedColumn, inputMode: "numeric" | "decimal") =>
  function CellEditor({ row, column, onRowChange }: RenderEditCellProps<GridRow>) {
    return (
      <input
        ref={takeFocus}
        className={classes["editor"]}
        aria-label={`${typeof column.name === "string" ? column.name : key}, ${row.sku}`}
        inputMode={inputMode}
        autoComplete="off"
        value={row[key]}
        onChange={(event) => onRowChange({ ...row, [key]: event.currentTarget.value })}
      />
    );
  };

const editors = { min: editorOf("min", "numeric"), amount: editorOf("amount", "decimal") };

const Wrong = ({ row, column }: { row: GridRow; column: TypedColumn }) => {
  const problem = row.problems[column];
  return problem === undefined ? null : <VisuallyHidden>: {t.problem[problem]}</VisuallyHidden>;
};

/** What comes first where there is little room. */
const firstOfAll: readonly string[] = ["title", "min", "amount"];

/** The columns of the grid; what names a row stays in view. */
export function gridColumns(options: ColumnOptions): readonly Column<GridRow>[] {
  const { currency, locale, editable, adjusted, narrow, onBreak, onRemove } = options;
  const money = (amount: number | null) => (amount === null ? t.notSold : formatMoney({ amount, currency }, locale));
  const typed = (key: TypedColumn) => (row: GridRow) =>
    [classes["figures"], row.problems[key] === undefined ? "" : classes["wrong"], row.unsaved ? classes["unsaved"] : ""]
      .filter(Boolean)
      .join(" ");
  const first = (row: GridRow): string => (row.at === 0 ? "" : (classes["again"] ?? ""));
  const figures = (row: GridRow): string => `${classes["figures"]} ${first(row)}`;

  const shownMin = ({ row }: RenderCellProps<GridRow>) => (
    <>
      {row.max !== null && row.problems.min === undefined ? t.from(row.min, row.max) : row.min}
      <Wrong row={row} column="min" />
    </>
  );
  const shownAmount = ({ row }: RenderCellProps<GridRow>) => {
    const amount = parseAmount(row.amount, currency, locale);
    return (
      <>
        {amount === null ? row.amount : money(amount)}
        <Wrong row={row} column="amount" />
      </>
    );
  };
  const columns: readonly Column<GridRow>[] = [
    {
      key: "sku",
      name: t.column.sku,
      width: 140,
      frozen: !narrow,
      cellClass: (row) => `${classes["sku"]} ${first(row)}`,
    },
    {
      key: "title",
      name: t.column.title,
      frozen: narrow,
      ...(narrow ? { width: 132 } : { minWidth: 180 }),
      cellClass: first,
      ...(narrow ? { renderCell: ({ row }) => <span className={classes["wrapped"]}>{row.title}</span> } : {}),
    },
    {
      key: "base",
      name: t.column.base,
      width: 120,
      headerCellClass: classes["figures"],
      cellClass: figures,
      renderCell: ({ row }) => money(row.base),
    },
    ...(adjusted
      ? [
          {
            key: "adjusted",
            name: t.column.adjusted,
            width: 130,
            headerCellClass: classes["figures"],
            cellClass: figures,
            renderCell: ({ row }: RenderCellProps<GridRow>) => (row.excluded ? t.notSold : money(row.adjusted)),
          },
        ]
      : []),
    {
      key: "min",
      name: narrow ? t.column.minShort : t.column.min,
      width: narrow ? 92 : 130,
      headerCellClass: classes["figures"],
      cellClass: typed("min"),
      renderCell: shownMin,
      ...(editable ? { renderEditCell: editors.min } : {}),
    },
    {
      key: "amount",
      name: t.column.amount,
      width: narrow ? 104 : 130,
      headerCellClass: classes["figures"],
      cellClass: typed("amount"),
      renderCell: shownAmount,
      ...(editable ? { renderEditCell: editors.amount } : {}),
    },
    {
      key: "excluded",
      name: t.column.excluded,
      width: 92,
      headerCellClass: classes["centred"],
      cellClass: classes["centred"],
      renderCell: ({ row, tabIndex, onRowChange }) =>
        row.at === 0 && (
          <Checkbox
            aria-label={t.excludedOf(row.sku)}
            tabIndex={tabIndex}
            checked={row.excluded}
            disabled={!editable}
            onChange={(event) => onRowChange({ ...row, excluded: event.currentTarget.checked })}
          />
        ),
    },
    ...(editable
      ? [
          {
            key: "more",
            name: t.column.more,
            width: 132,
            headerCellClass: classes["centred"],
            cellClass: classes["centred"],
            renderCell: ({ row, tabIndex }: RenderCellProps<GridRow>) => (
              <>
                {row.amount !== "" && (
                  <ActionIcon
                    tabIndex={tabIndex}
                    aria-label={t.removeBreak(row.sku, row.min)}
                    onClick={() => onRemove(row.variantId, row.at)}
                  >
                    <IconX size={16} stroke={1.6} aria-hidden />
                  </ActionIcon>
                )}
                {row.last && row.amount !== "" && (
                  <ActionIcon
                    tabIndex={tabIndex}
                    aria-label={t.addBreak(row.sku)}
                    onClick={() => onBreak(row.variantId)}
                  >
                    <IconPlus size={16} stroke={1.6} aria-hidden />
                  </ActionIcon>
                )}
              </>
            ),
          },
        ]
      : []),
  ];
  if (!narrow) return columns;
  const place = ({ key }: Column<GridRow>) => (firstOfAll.includes(key) ? firstOfAll.indexOf(key) : firstOfAll.length);
  return columns.toSorted((one, other) => place(one) - place(other));
}

/** The columns with the cells of a range marked as chosen. */
export function withChosen(
  columns: readonly Column<GridRow>[],
  rows: readonly GridRow[],
  { top, bottom, left, right }: CellRange,
): readonly Column<GridRow>[] {
  const chosen = new Set(rows.slice(top, bottom + 1).map(({ key }) => key));
  return columns.map((column, idx) => {
    if (idx < left || idx > right) return column;
    const { cellClass } = column;
    const own = (row: GridRow) => (typeof cellClass === "function" ? cellClass(row) : cellClass) ?? "";
    return {
      ...column,
      cellClass: (row: GridRow) => (chosen.has(row.key) ? `${own(row)} ${classes["chosen"]}` : own(row)),
    };
  });
}
