import { customerStatuses, CustomerStatus } from "@clientele/domain/customers/customerStatus";
import { parseAmount } from "@clientele/domain/money";
import { FilterChips } from "@clientele/ui/FilterChips.tsx";
import { formatDay } from "@clientele/ui/formatTime.ts";
import { useLocale } from "@clientele/ui/locale.tsx";
import { useMoney } from "@clientele/ui/Money.tsx";
import { SearchBox } from "@clientele/ui/SearchBox.tsx";
import { text as uiText } from "@clientele/ui/text.ts";
import { Group, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useGroupNames } from "../GroupPicker.tsx";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import { type CustomerFilterSearch, noFilter } from "./customerSearch.ts";
import { typedAmount } from "../amountText.ts";
import { DayRangeMenu } from "../DayRangeMenu.tsx";
import { noonOf } from "../days.ts";
import { FilterMenu } from "../FilterMenu.tsx";
import { RangeMenu } from "../RangeMenu.tsx";
import { filterChips } from "./filterSentence.ts";

const t = text.customers;

const readCount = (typed: string): number | null => (/^\d{1,6}$/.test(typed) ? Number(typed) : null);

/** Net spend is counted in the store's own currency, which every customer's row names. */
const useStoreCurrency = (): string | null =>
  useQuery(trpc.customers.list.queryOptions({ limit: 1 }, { staleTime: Infinity })).data?.items[0]?.netSpent.currency ??
  null;

export interface CustomerFiltersProps {
  filter: CustomerFilterSearch;
  onChange: (changes: Partial<CustomerFilterSearch>) => void;
  busy: boolean;
  /** Further controls at the end of the row. */
  children?: ReactNode;
}

/** Search and filters of a list of customers, and the chips that say which are in use. */
export function CustomerFilters({ filter, onChange, busy, children }: CustomerFiltersProps) {
  const [groupSearch, setGroupSearch] = useState("");
  const [tagSearch, setTagSearch] = useState("");
  const [askedGroup] = useDebouncedValue(groupSearch.trim(), 200);
  const groups = useQuery({
    ...trpc.groups.list.queryOptions({ ...(askedGroup === "" ? {} : { search: askedGroup }), limit: 50 }),
    placeholderData: keepPreviousData,
  });
  const { data: tags } = useQuery(trpc.tags.list.queryOptions());
  const { status = [], groupIds = [], tags: tagged = [] } = filter;
  const names = useGroupNames(groupIds);
  const reader = useLocale();
  const money = useMoney();
  const currency = useStoreCurrency();
  const words = {
    money: (amount: number) => (currency === null ? "…" : money({ amount, currency })),
    day: (day: string) => formatDay(noonOf(day), reader),
  };
  const groupOptions = new Map(Object.entries(names));
  for (const { id, name } of groups.data?.items ?? []) groupOptions.set(id, name);
  const tagNames = [...new Set([...tagged, ...(tags ?? []).map(({ name }) => name)])].filter((name) =>
    name.toLocaleLowerCase().includes(tagSearch.trim().toLocaleLowerCase()),
  );

  return (
    <Stack gap="sm">
      <Group gap="xs" align="center">
        <div style={{ flex: "1 1 16rem" }}>
          <SearchBox
            value={filter.search}
            onSearch={(search) => onChange({ search })}
            placeholder={t.search}
            busy={busy}
          />
        </div>
        <Group gap="xs">
          <FilterMenu
            label={t.filter.status}
            options={customerStatuses.map((value) => ({ value, label: uiText.status[value] }))}
            value={status}
            onChange={(values) => onChange({ status: values?.map((value) => CustomerStatus.parse(value)) })}
          />
          <FilterMenu
            label={t.filter.group}
            options={[...groupOptions].map(([value, label]) => ({ value, label }))}
            value={groupIds}
            onChange={(values) => onChange({ groupIds: values })}
            search={{ value: groupSearch, onChange: setGroupSearch }}
          />
          <FilterMenu
            label={t.filter.tag}
            options={tagNames.map((name) => ({ value: name, label: name }))}
            value={tagged}
            onChange={(values) => onChange({ tags: values })}
            search={{ value: tagSearch, onChange: setTagSearch }}
          />
          <RangeMenu
            label={t.filter.orders}
            range={[filter.ordersFrom, filter.ordersTo]}
            onChange={([ordersFrom, ordersTo]) => onChange({ ordersFrom, ordersTo })}
            write={String}
            read={readCount}
            unreadable={text.filters.notANumber}
          />
          {currency !== null && (
            <RangeMenu
              label={t.filter.netSpent}
              hint={t.filter.netSpentIn(currency)}
              range={[filter.spentFrom, filter.spentTo]}
              onChange={([spentFrom, spentTo]) => onChange({ spentFrom, spentTo })}
              write={(amount) => typedAmount({ amount, currency }, reader.locale)}
              read={(typed) => parseAmount(typed, currency, reader.locale)}
              unreadable={text.filters.notAnAmount}
            />
          )}
          <DayRangeMenu
            label={t.filter.lastOrder}
            from={filter.lastFrom}
            until={filter.lastUntil}
            onChange={({ from, until }) => onChange({ lastFrom: from, lastUntil: until })}
          />
          {children}
        </Group>
      </Group>
      <FilterChips chips={filterChips(filter, names, onChange, words)} onClear={() => onChange(noFilter)} />
    </Stack>
  );
}
