import { NativeSelect } from "@mantine/core";
import { IconArrowsSort } from "@tabler/icons-react";
import { catalogueText } from "../text/catalogue.ts";
import classes from "./Catalogue.module.css";
import { type CatalogueSearch, type CatalogueSort, usualSort } from "./search.ts";

const t = catalogueText;
const sorts = Object.entries(t.sorts).map(([value, label]) => ({ value, label }));
const isSort = (value: string): value is CatalogueSort => Object.hasOwn(t.sorts, value);

export interface SortProps {
  search: CatalogueSearch;
  onSearch: (next: CatalogueSearch) => void;
}

/** In which order. */
export function Sort({ search, onSearch }: SortProps) {
  const sort = (value: string) =>
    onSearch({ ...search, sort: isSort(value) && value !== usualSort ? value : undefined, cursor: undefined });
  return (
    <NativeSelect
      size="sm"
      aria-label={t.sort}
      leftSection={<IconArrowsSort size={16} stroke={1.6} aria-hidden />}
      data={sorts}
      value={search.sort ?? usualSort}
      onChange={(event) => sort(event.currentTarget.value)}
      className={classes["sort"] ?? ""}
    />
  );
}
