import { fulfilmentStates, orderStatuses, paymentStates } from "@clientele/domain/orders/order";
import { type FilterChip, FilterChips } from "@clientele/ui/FilterChips.tsx";
import { formatDay } from "@clientele/ui/formatTime.ts";
import { useLocale } from "@clientele/ui/locale.tsx";
import { SearchBox } from "@clientele/ui/SearchBox.tsx";
import { Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { DayRangeMenu } from "../DayRangeMenu.tsx";
import { noonOf } from "../days.ts";
import { FilterMenu } from "../FilterMenu.tsx";
import { ordersText } from "../text/orders.ts";
import { noOrderFilter, type OrderSearch } from "./orderSearch.ts";

const t = ordersText;

const optionsOf = <State extends string>(states: readonly State[], words: Record<State, string>) =>
  states.map((value) => ({ value, label: words[value] }));
const chosenOf = <State extends string>(states: readonly State[], values: string[] | undefined): State[] | undefined =>
  values === undefined ? undefined : states.filter((state) => values.includes(state));

export interface OrderFiltersProps {
  search: OrderSearch;
  onSearch: (changes: Partial<OrderSearch>) => void;
  busy: boolean;
  /** Whether all of them are of one customer, whose name need not be searched for. */
  ofCustomer: boolean;
  /** Further controls at the end of the row. */
  children?: ReactNode;
}

/** Search and filters of a list of orders, and the chips that say which are in use. */
export function OrderFilters({ search, onSearch, busy, ofCustomer, children }: OrderFiltersProps) {
  const reader = useLocale();
  const { status, payment, fulfilment, from, until } = search;
  const change = (changes: Partial<OrderSearch>) => onSearch({ ...changes, cursor: undefined });
  const dayOf = (day: string): string => formatDay(noonOf(day), reader);
  const wordsOf = <State extends string>(states: readonly State[], words: Record<State, string>): string =>
    states.map((state) => words[state].toLowerCase()).join(t.filter.or);
  const chip = (id: keyof OrderSearch, sentence: string | undefined): FilterChip[] =>
    sentence === undefined ? [] : [{ id, sentence, onRemove: () => change({ [id]: undefined }) }];
  const chips = [
    ...chip("status", status && t.filter.statusIs(wordsOf(status, t.status))),
    ...chip("payment", payment && t.filter.paymentIs(wordsOf(payment, t.payment))),
    ...chip("fulfilment", fulfilment && t.filter.fulfilmentIs(wordsOf(fulfilment, t.fulfilment))),
    ...chip("from", from && t.filter.since(dayOf(from))),
    ...chip("until", until && t.filter.to(dayOf(until))),
  ];
  return (
    <Stack gap="sm">
      <Group gap="xs" align="center">
        <div style={{ flex: "1 1 16rem" }}>
          <SearchBox
            value={search.search}
            onSearch={(found) => change({ search: found })}
            placeholder={ofCustomer ? t.searchOwn : t.search}
            busy={busy}
          />
        </div>
        <Group gap="xs">
          <FilterMenu
            label={t.column.status}
            options={optionsOf(orderStatuses, t.status)}
            value={status ?? []}
            onChange={(values) => change({ status: chosenOf(orderStatuses, values) })}
          />
          <FilterMenu
            label={t.column.payment}
            options={optionsOf(paymentStates, t.payment)}
            value={payment ?? []}
            onChange={(values) => change({ payment: chosenOf(paymentStates, values) })}
          />
          <FilterMenu
            label={t.column.fulfilment}
            options={optionsOf(fulfilmentStates, t.fulfilment)}
            value={fulfilment ?? []}
            onChange={(values) => change({ fulfilment: chosenOf(fulfilmentStates, values) })}
          />
          <DayRangeMenu label={t.filter.placed} from={from} until={until} onChange={change} />
          {children}
        </Group>
      </Group>
      <FilterChips chips={chips} onClear={() => onSearch(noOrderFilter)} />
    </Stack>
  );
}
