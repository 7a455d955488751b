import { priceListStatuses, type priceListSorts, priceListTypes } from "@clientele/domain/pricing/priceList";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Stack, Text } from "@mantine/core";
import { IconArrowsCross, IconCoins } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { AddButton } from "../AddButton.tsx";
import { AnchorLink, ButtonLink } from "../links.tsx";
import { ChoiceFilter } from "../ChoiceFilter.tsx";
import { ListSearch } from "../ListSearch.tsx";
import { ListTable } from "../ListTable.tsx";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { pricingText } from "../text/pricing.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { audienceSentence } from "./audienceForm.ts";
import { percentText } from "./percent.ts";
import { isNarrowed, type PriceListSearch, priceListsInput } from "./priceListSearch.ts";
import { Schedule } from "./Schedule.tsx";
import { StateBadge } from "./StateBadge.tsx";

const t = pricingText;
type Row = Outputs["priceLists"]["list"]["items"][number];
type Sort = (typeof priceListSorts)[number];

const columnsFor = (locale: string): readonly DataTableColumn<Row, Sort>[] => [
  {
    id: "name",
    header: t.column.name,
    rowHeader: true,
    sort: ["name", "-name"],
    cell: ({ id, name }) => (
      <AnchorLink to="/price-lists/$priceListId" params={{ priceListId: id }} underline="hover" c="inherit" truncate>
        <bdi>{name}</bdi>
      </AnchorLink>
    ),
  },
  { id: "state", header: t.column.state, cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: "type",
    header: t.column.type,
    cell: ({ type, adjustment }) =>
      adjustment === null ? t.type[type] : `${t.type[type]}, ${percentText(adjustment, locale, true)}`,
  },
  {
    id: "audience",
    header: t.column.audience,
    cell: ({ audience }) => (
      <Text span lineClamp={2}>
        <bdi>{audienceSentence(audience)}</bdi>
      </Text>
    ),
  },
  { id: "schedule", header: t.column.schedule, cell: (list) => <Schedule {...list} /> },
  {
    id: "variants",
    header: t.column.variants,
    numeric: true,
    cell: ({ variants, adjustment }) =>
      adjustment !== null && variants === 0 ? t.everything : variants.toLocaleString(locale),
  },
  {
    id: "updated",
    header: t.column.updated,
    sort: ["-updatedAt", "updatedAt"],
    cell: ({ updatedAt }) => <Time at={updatedAt} />,
  },
];

export interface PriceListsPageProps {
  search: PriceListSearch;
  onSearch: (changes: Partial<PriceListSearch>) => void;
  onNew: () => void;
}

/** The list of price lists: what each does, for whom and when. */
export function PriceListsPage({ search, onSearch, onNew }: PriceListsPageProps) {
  const navigate = useNavigate();
  const can = useCan();
  const { locale } = useLocale();
  const columns = useMemo(() => columnsFor(locale), [locale]);
  const list = useQuery({
    ...trpc.priceLists.list.queryOptions(priceListsInput(search)),
    placeholderData: keepPreviousData,
  });
  const add = can("pricing.write") ? <AddButton onClick={onNew}>{t.add}</AddButton> : undefined;
  const empty = isNarrowed(search) ? (
    <NoMatch
      title={t.empty.noMatch}
      onClear={() => onSearch({ search: undefined, status: undefined, type: undefined, cursor: undefined })}
    >
      {t.empty.noMatchBody}
    </NoMatch>
  ) : (
    <EmptyState icon={IconCoins} title={t.empty.title} action={add}>
      {t.empty.body}
    </EmptyState>
  );
  return (
    <>
      <PageHeader
        title={t.title}
        store={text.shell.app}
        description={t.description}
        actions={
          <>
            <ButtonLink
              to="/price-lists/conflicts"
              variant="default"
              leftSection={<IconArrowsCross size={16} stroke={1.6} aria-hidden />}
            >
              {t.conflictsLink}
            </ButtonLink>
            {add}
          </>
        }
      />
      <Stack gap="md">
        <ListSearch
          value={search.search}
          onSearch={(found) => onSearch({ search: found, cursor: undefined })}
          placeholder={t.search}
          busy={list.isFetching}
        >
          <ChoiceFilter
            label={t.filter.status}
            any={`${t.filter.status}: ${t.filter.any}`}
            words={t.status}
            values={priceListStatuses}
            value={search.status}
            onChange={(status) => onSearch({ status, cursor: undefined })}
          />
          <ChoiceFilter
            label={t.filter.type}
            any={`${t.filter.type}: ${t.filter.any}`}
            words={t.type}
            values={priceListTypes}
            value={search.type}
            onChange={(type) => onSearch({ type, cursor: undefined })}
          />
        </ListSearch>
        <ListTable
          list={list}
          skeleton={<TableSkeleton rows={8} columns={5} />}
          onCursor={(cursor) => onSearch({ cursor })}
          label={t.title}
          columns={columns}
          rowId={({ id }) => id}
          sort={search.sort ?? "-updatedAt"}
          onSort={(sort) => onSearch({ sort, cursor: undefined })}
          onOpen={({ id }) => void navigate({ to: "/price-lists/$priceListId", params: { priceListId: id } })}
          empty={empty}
        />
      </Stack>
    </>
  );
}
