import { searchText } from "../search.ts";
import type { catalogueText } from "../text/catalogue.ts";

export type CatalogueSort = keyof typeof catalogueText.sorts;
export const usualSort: CatalogueSort = "-createdAt";

/** What the address says of the catalogue. */
export interface CatalogueSearch {
  search?: string | undefined;
  category?: string | undefined;
  sort?: CatalogueSort | undefined;
  cursor?: string | undefined;
}

// Said again without the domain's schema: this is read before the first page is shown.
const sorts: readonly CatalogueSort[] = ["-createdAt", "title", "price", "-price"];

/** Reads an address; what cannot be understood reads as not given. */
export function catalogueSearch({ search, category, sort, cursor }: Record<string, unknown>): CatalogueSearch {
  const known = sorts.find((one) => one === sort && one !== usualSort);
  return {
    search: searchText(search, 200),
    category: searchText(category, 60),
    sort: known,
    cursor: searchText(cursor, 400),
  };
}

/** A page of products fills its rows in two, three and four columns. */
const perPage = 24;

export const listInput = ({ search, category, sort, cursor }: CatalogueSearch) => ({
  sort: sort ?? usualSort,
  limit: perPage,
  ...(search === undefined ? {} : { search }),
  ...(category === undefined ? {} : { category }),
  ...(cursor === undefined ? {} : { cursor }),
});
