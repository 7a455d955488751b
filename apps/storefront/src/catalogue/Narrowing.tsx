import { NativeSelect } from "@mantine/core";
import { catalogueText } from "../text/catalogue.ts";
import type { Outputs } from "../trpc.ts";
import classes from "./Catalogue.module.css";
import { type CatalogueSearch, type CatalogueSort, usualSort } from "./search.ts";

const t = catalogueText;
const sorts = Object.entries(t.sorts).map(([value, label]) => ({ value, label }));
const isSort = (value: string): value is CatalogueSort => Object.hasOwn(t.sorts, value);

export interface NarrowingProps {
  categories: Outputs["catalogue"]["categories"];
  search: CatalogueSearch;
  onSearch: (next: CatalogueSearch) => void;
}

/** Which products, in which order. */
export function Narrowing({ categories, search, onSearch }: NarrowingProps) {
  // A category of an old address stays visible as what is looked for.
  const known = categories.some(({ name }) => name === search.category);
  const options = [
    { value: "", label: t.allCategories },
    ...categories.map(({ name, products }) => ({ value: name, label: t.categoryOf(name, products) })),
    ...(search.category === undefined || known ? [] : [{ value: search.category, label: search.category }]),
  ];
  const choose = (value: string) =>
    onSearch({ ...search, category: value === "" ? undefined : value, cursor: undefined });
  const sort = (value: string) =>
    onSearch({ ...search, sort: isSort(value) && value !== usualSort ? value : undefined, cursor: undefined });
  return (
    <div className={classes["narrowing"]}>
      {options.length > 1 && (
        <NativeSelect
          size="sm"
          label={t.category}
          data={options}
          value={search.category ?? ""}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        size="sm"
        label={t.sort}
        data={sorts}
        value={search.sort ?? usualSort}
        onChange={(event) => sort(event.currentTarget.value)}
      />
    </div>
  );
}
