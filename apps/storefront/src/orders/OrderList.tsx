import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { useNow } from "@clientele/ui/locale.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { Pager } from "@clientele/ui/Pager.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { isProblemCode } from "@clientele/ui/problem.ts";
import { SearchBox } from "@clientele/ui/SearchBox.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Button, NativeSelect } from "@mantine/core";
import { IconPackage } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ButtonLink } from "../links.tsx";
import { ordersText } from "../text/orders.ts";
import { trpc } from "../trpc.ts";
import { OrderRow } from "./OrderRow.tsx";
import classes from "./Orders.module.css";
import { isOrderStatus, listInput, type OrderSearch } from "./search.ts";

const t = ordersText;
const statuses = Object.entries(t.statuses).map(([value, label]) => ({ value, label }));
/** As far back as the choice of years goes; older orders are found by number. */
const years = 6;

export interface OrderListProps {
  store: string;
  search: OrderSearch;
  onSearch: (next: OrderSearch) => void;
}

export function OrderList({ store, search, onSearch }: OrderListProps) {
  const thisYear = useNow().getFullYear();
  const list = useQuery(trpc.orders.list.queryOptions(listInput(search), { placeholderData: keepPreviousData }));
  const narrowed = search.status !== undefined || search.year !== undefined || search.search !== undefined;
  const { data: page, error } = list;
  const pageGone = search.cursor !== undefined && isProblemCode(error, "input.invalid");
  const narrow = (part: Partial<OrderSearch>) => onSearch({ ...search, ...part, cursor: undefined });
  const noneAtAll = page !== undefined && page.items.length === 0 && !narrowed && search.cursor === undefined;
  return (
    <>
      <PageHeader title={t.title} description={t.description} store={store} />
      {!noneAtAll && (
        <div className={classes["narrowing"]}>
          <SearchBox
            value={search.search}
            onSearch={(words) => narrow({ search: words })}
            placeholder={t.searchHint}
            label={t.search}
            maxLength={40}
            busy={list.isFetching}
          />
          <NativeSelect
            aria-label={t.status}
            data={[{ value: "", label: t.anyStatus }, ...statuses]}
            value={search.status ?? ""}
            onChange={({ currentTarget: { value } }) => narrow({ status: isOrderStatus(value) ? value : undefined })}
          />
          <NativeSelect
            aria-label={t.year}
            data={[
              { value: "", label: t.anyYear },
              ...yearsUpTo(thisYear, search.year).map((year) => ({ value: String(year), label: String(year) })),
            ]}
            value={search.year === undefined ? "" : String(search.year)}
            onChange={({ currentTarget: { value } }) => narrow({ year: value === "" ? undefined : Number(value) })}
          />
        </div>
      )}
      {pageGone ? (
        <EmptyState
          icon={IconPackage}
          title={t.pageGone}
          action={<Button onClick={() => narrow({})}>{t.toNewest}</Button>}
        >
          {null}
        </EmptyState>
      ) : (
        <ProblemNotice error={error} onRetry={() => void list.refetch()} />
      )}
      {page === undefined && error === null && <TableSkeleton rows={5} columns={3} />}
      {noneAtAll && (
        <EmptyState icon={IconPackage} title={t.noneTitle} action={<ButtonLink to="/">{t.toCatalogue}</ButtonLink>}>
          {t.none}
        </EmptyState>
      )}
      {page !== undefined && !pageGone && page.items.length === 0 && !noneAtAll && (
        <NoMatch title={t.noMatchTitle} onClear={() => onSearch({})}>
          {t.noMatch}
        </NoMatch>
      )}
      {page !== undefined && !pageGone && page.items.length > 0 && (
        <>
          <ul className={classes["list"]} aria-label={t.list} data-stale={list.isPlaceholderData}>
            {page.items.map((order) => (
              <li key={order.id}>
                <OrderRow order={order} />
              </li>
            ))}
          </ul>
          <Pager
            shown={page.items.length}
            total={page.total}
            busy={list.isPlaceholderData}
            onPrevious={turn(page.prevCursor, (cursor) => onSearch({ ...search, cursor }))}
            onNext={turn(page.nextCursor, (cursor) => onSearch({ ...search, cursor }))}
          />
        </>
      )}
    </>
  );
}

const turn = (cursor: string | null, go: (cursor: string) => void) => (cursor === null ? null : () => go(cursor));

const yearsUpTo = (last: number, chosen: number | undefined): number[] => {
  const recent = Array.from({ length: years }, (_, index) => last - index);
  return chosen === undefined || recent.includes(chosen) ? recent : [...recent, chosen];
};
