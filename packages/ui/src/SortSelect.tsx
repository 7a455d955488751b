import { NativeSelect } from "@mantine/core";
import { type DataTableColumn, isDescending } from "./DataTableColumn.tsx";
import { text } from "./text.ts";

export interface SortSelectProps<Sort extends string> {
  columns: readonly Pick<DataTableColumn<never, Sort>, "header" | "sort">[];
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}

/** The sorts of a list where its heads are not shown. */
export function SortSelect<Sort extends string>({ columns, sort, onSort }: SortSelectProps<Sort>) {
  const sorts = columns.flatMap(({ header, sort: pair }) =>
    (pair ?? []).map((value) => ({
      value,
      label: isDescending(value) ? text.table.descending(header) : text.table.ascending(header),
    })),
  );
  const sortIsHere = sorts.some(({ value }) => value === sort);
  return (
    <NativeSelect
      size="xs"
      flex={1}
      aria-label={text.table.sortLabel}
      value={sortIsHere ? sort : ""}
      // A list sorted by what no column shows must not claim the first sort there is.
      data={sortIsHere ? sorts : [{ value: "", label: text.table.otherSort, disabled: true }, ...sorts]}
      onChange={(event) => {
        const chosen = sorts.find(({ value }) => value === event.currentTarget.value);
        if (chosen !== undefined) onSort(chosen.value);
      }}
    />
  );
}
