import { Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { CSSProperties, ReactNode } from "react";
import classes from "./DataTable.module.css";
import { text } from "./text.ts";

export interface DataTableColumn<Row, Sort extends string = string> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The sorts of the list's search parameters: what the first press asks for, then its opposite ("-" is descending). */
  sort?: readonly [first: Sort, second: Sort];
  /** Figures: aligned at their end, of one width. */
  numeric?: boolean;
  /** The column that names the row; exactly one has it. */
  rowHeader?: boolean;
  width?: CSSProperties["width"];
  /** Sentences: on the cards a narrow screen shows they stand under their label. */
  prose?: boolean;
  /** Left out of the cards a narrow screen shows. */
  wideOnly?: boolean;
  hiddenAtFirst?: boolean;
}

/** True for a sort that begins at the end: "-createdAt". */
export const isDescending = (sort: string): boolean => sort.startsWith("-");

/** The classes of a column's cells. */
export const classesOf = (
  column: Pick<DataTableColumn<never>, "numeric" | "prose" | "rowHeader" | "wideOnly"> | undefined,
): string =>
  [
    column?.numeric === true && classes["numeric"],
    column?.prose === true && classes["prose"],
    column?.rowHeader === true && classes["name"],
    column?.wideOnly === true && classes["wide"],
  ]
    .filter(Boolean)
    .join(" ");

interface HeadCellProps<Row, Sort extends string> {
  column: DataTableColumn<Row, Sort>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

/** The head of a column; pressing it asks for its sort or the opposite. */
export function HeadCell<Row, Sort extends string>({ column, sort, onSort }: HeadCellProps<Row, Sort>) {
  const { header, sort: pair, width } = column;
  const sorted = sort !== undefined && pair?.includes(sort) === true;
  const className = classesOf(column);
  if (pair === undefined || onSort === undefined) {
    return (
      <Table.Th role="columnheader" scope="col" className={className} style={{ width }}>
        {header}
      </Table.Th>
    );
  }
  const [first, second] = pair;
  const shown = sorted ? sort : first;
  const Arrow = isDescending(shown) ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      role="columnheader"
      scope="col"
      className={className}
      style={{ width }}
      aria-sort={sorted ? (isDescending(sort) ? "descending" : "ascending") : "none"}
    >
      <UnstyledButton
        className={classes["sort"] ?? ""}
        title={text.table.sortBy(header)}
        onClick={() => onSort(sort === first ? second : first)}
      >
        {header}
        <Arrow size={14} stroke={1.8} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}
