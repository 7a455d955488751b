import { EmptyState } from "@clientele/ui/EmptyState.tsx";
import { ErrorPage } from "@clientele/ui/ErrorPage.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { isProblemCode } from "@clientele/ui/problem.ts";
import { Button, Text, Title } from "@mantine/core";
import { IconBuildingStore } from "@tabler/icons-react";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { TextLink } from "../links.tsx";
import { text } from "../text.ts";
import { catalogueText } from "../text/catalogue.ts";
import { trpc } from "../trpc.ts";
import type { Me } from "../useMe.ts";
import classes from "./Catalogue.module.css";
import { GridSkeleton } from "./CatalogueSkeleton.tsx";
import { Categories } from "./Categories.tsx";
import { Results } from "./Results.tsx";
import { type CatalogueSearch, listInput } from "./search.ts";
import { Sort } from "./Sort.tsx";

const t = catalogueText;

export interface CatalogueProps {
  store: string;
  me: Me | null;
  search: CatalogueSearch;
  /** `moved` where the page begins anew, so that it is read from its top. */
  onSearch: (next: CatalogueSearch, moved?: boolean) => void;
}

/** Everything the store sells, at this shopper's prices. */
export function Catalogue({ store, me, search, onSearch }: CatalogueProps) {
  const { locale } = useLocale();
  const categories = useSuspenseQuery(trpc.catalogue.categories.queryOptions()).data;
  const list = useQuery(trpc.catalogue.list.queryOptions(listInput(search), { placeholderData: keepPreviousData }));
  const narrowed = search.search !== undefined || search.category !== undefined;
  const title = search.search === undefined ? (search.category ?? t.title) : t.results(search.search);
  useEffect(() => {
    document.title = narrowed ? `${title} · ${store}` : store;
  }, [narrowed, title, store]);

  const page = list.data;
  const clear = () => onSearch({ sort: search.sort });
  // A page of the list that cannot be found is no failure of the shop; the address tells it apart.
  const pageGone = search.cursor !== undefined && isProblemCode(list.error, "input.invalid");
  if (list.isError && page === undefined && !pageGone) {
    return <ErrorPage error={list.error} onRetry={() => void list.refetch()} />;
  }
  const byPrice = search.sort === "price" || search.sort === "-price";
  return (
    <>
      <header className={classes["head"]}>
        <Title order={1} style={{ overflowWrap: "anywhere" }}>
          <bdi>{title}</bdi>
        </Title>
        {!narrowed && <Lead store={store} me={me} />}
      </header>
      <Categories categories={categories} search={search} />
      <div className={classes["line"]}>
        <Text size="sm" c="dimmed" role="status">
          {page !== undefined && page.items.length > 0 && t.count(formatTotal(page.total, locale), page.total.count)}
          {byPrice && me !== null && ` · ${t.sortHint}`}
        </Text>
        <Sort search={search} onSearch={onSearch} />
      </div>
      {pageGone && (
        <EmptyState icon={IconBuildingStore} title={t.pageGone} action={<Button onClick={clear}>{t.toFirst}</Button>}>
          {null}
        </EmptyState>
      )}
      {page === undefined && !pageGone && <GridSkeleton />}
      {page !== undefined && !pageGone && (
        <Results
          page={page}
          stale={list.isPlaceholderData}
          search={search}
          onPage={(cursor) => onSearch({ ...search, cursor }, true)}
          onClear={clear}
        />
      )}
    </>
  );
}

/** One slim line of welcome. */
function Lead({ store, me }: { store: string; me: Me | null }) {
  if (me !== null) {
    return (
      <Text c="dimmed">
        <bdi>{t.welcomeBack(me.firstName)}</bdi> {t.leadBack}
      </Text>
    );
  }
  return (
    <Text c="dimmed" visibleFrom="sm">
      {t.welcome(store)} {t.lead}{" "}
      <TextLink to="/sign-up" underline="always">
        {text.shell.openAccount}
      </TextLink>
    </Text>
  );
}
