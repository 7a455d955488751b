import { productStatuses } from "@clientele/domain/catalogue/product";
import { nameKey } from "@clientele/domain/text";
import { type FilterChip, FilterChips } from "@clientele/ui/FilterChips.tsx";
import { SearchBox } from "@clientele/ui/SearchBox.tsx";
import { Group, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ChoiceFilter } from "../ChoiceFilter.tsx";
import { catalogueText } from "../text/catalogue.ts";
import { trpc } from "../trpc.ts";
import { noProductFilter, type ProductSearch } from "./productSearch.ts";

const t = catalogueText;

export interface ProductFiltersProps {
  search: ProductSearch;
  onSearch: (changes: Partial<ProductSearch>) => void;
  busy: boolean;
  /** Further controls at the end of the row. */
  children: ReactNode;
}

/** Search and filters of the list of products, and the chips that say which are in use. */
export function ProductFilters({ search, onSearch, busy, children }: ProductFiltersProps) {
  const { data: categories = [] } = useQuery(trpc.products.categories.queryOptions());
  const { status, category } = search;
  // A category of an old address stays visible as what is looked for.
  const chosen = categories.find(({ name }) => nameKey(name) === nameKey(category ?? ""))?.name ?? category;
  const categoryWords: Record<string, string> = Object.fromEntries(
    categories.map(({ name, products }) => [name, t.categories.of(name, products)]),
  );
  if (chosen !== undefined) categoryWords[chosen] ??= chosen;
  const change = (changes: Partial<ProductSearch>) => onSearch({ ...changes, cursor: undefined });
  const chip = (id: keyof ProductSearch, sentence: string | undefined): FilterChip[] =>
    sentence === undefined ? [] : [{ id, sentence, onRemove: () => change({ [id]: undefined }) }];
  const chips = [
    ...chip("status", status && t.filter.statusIs(t.status[status].toLowerCase())),
    ...chip("category", category === undefined ? undefined : t.filter.inCategory(category)),
  ];
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <div style={{ flex: "1 1 16rem" }}>
          <SearchBox
            value={search.search}
            onSearch={(found) => change({ search: found })}
            placeholder={t.search}
            busy={busy}
          />
        </div>
        <Group gap="xs">
          <ChoiceFilter
            label={t.filter.status}
            any={t.filter.any}
            words={t.status}
            values={productStatuses}
            value={status}
            onChange={(value) => change({ status: value })}
          />
          <ChoiceFilter
            label={t.column.category}
            any={t.filter.anyCategory}
            words={categoryWords}
            values={Object.keys(categoryWords)}
            value={chosen}
            onChange={(name) => change({ category: name })}
          />
          {children}
        </Group>
      </Group>
      <FilterChips chips={chips} onClear={() => onSearch(noProductFilter)} />
    </Stack>
  );
}
