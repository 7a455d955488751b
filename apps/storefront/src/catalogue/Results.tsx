import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { Pager } from "@clientele/ui/Pager.tsx";
import { IconBuildingStore } from "@tabler/icons-react";
import { catalogueText } from "../text/catalogue.ts";
import type { Outputs } from "../trpc.ts";
import classes from "./Catalogue.module.css";
import { ProductTile } from "./ProductTile.tsx";
import type { CatalogueSearch } from "./search.ts";

const t = catalogueText;

export interface ResultsProps {
  page: Outputs["catalogue"]["list"];
  /** True while another page is on its way and this one still stands. */
  stale: boolean;
  search: CatalogueSearch;
  onPage: (cursor: string) => void;
  onClear: () => void;
}

/** One page of products, or why there is none. */
export function Results({ page, stale, search, onPage, onClear }: ResultsProps) {
  const { items, total, prevCursor, nextCursor } = page;
  if (items.length === 0) {
    return search.search === undefined && search.category === undefined ? (
      <EmptyState icon={IconBuildingStore} title={t.noneTitle}>
        {t.none}
      </EmptyState>
    ) : (
      <NoMatch title={t.noMatchTitle(search.search)} onClear={onClear}>
        {t.noMatch}
      </NoMatch>
    );
  }
  return (
    <>
      <ul className={classes["grid"]} data-stale={stale}>
        {items.map((product, index) => (
          <li key={product.id}>
            <ProductTile product={product} eager={index < 4} />
          </li>
        ))}
      </ul>
      {(nextCursor !== null || prevCursor !== null) && (
        <div className={classes["pager"]}>
          <Pager
            shown={items.length}
            total={total}
            busy={stale}
            onPrevious={prevCursor === null ? null : () => onPage(prevCursor)}
            onNext={nextCursor === null ? null : () => onPage(nextCursor)}
          />
        </div>
      )}
    </>
  );
}
