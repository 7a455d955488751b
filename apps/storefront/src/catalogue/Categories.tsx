import { Link } from "@tanstack/react-router";
import { SidewaysNav } from "../SidewaysNav.tsx";
import { catalogueText } from "../text/catalogue.ts";
import type { Outputs } from "../trpc.ts";
import classes from "./Catalogue.module.css";
import type { CatalogueSearch } from "./search.ts";

const t = catalogueText;

export interface CategoriesProps {
  categories: Outputs["catalogue"]["categories"];
  search: CatalogueSearch;
}

/** The categories beside each other; what else is looked for and the order stay. */
export function Categories({ categories, search }: CategoriesProps) {
  const names = categories.map(({ name }) => name);
  // A category of an old address stays visible as what is looked for.
  if (search.category !== undefined && !names.includes(search.category)) names.push(search.category);
  if (names.length === 0) return null;
  return (
    <SidewaysNav label={t.category}>
      {[undefined, ...names].map((category) => (
        <li key={category ?? ""}>
          <Link
            to="/"
            search={{ ...search, category, cursor: undefined }}
            activeOptions={{ exact: true }}
            // On its further pages too, where the link itself leads to the first.
            aria-current={search.category === category ? "true" : undefined}
            resetScroll={false}
            className={classes["category"]}
          >
            <bdi>{category ?? t.allCategories}</bdi>
          </Link>
        </li>
      ))}
    </SidewaysNav>
  );
}
