import { discountStatuses, type discountSorts } from "@clientele/domain/pricing/discount";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Code, Stack, Text } from "@mantine/core";
import { IconDiscount2, IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { AnchorLink, ButtonLink } from "../links.tsx";
import { ChoiceFilter } from "../ChoiceFilter.tsx";
import { ListSearch } from "../ListSearch.tsx";
import { ListTable } from "../ListTable.tsx";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { discountsText } from "../text/discounts.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { audienceSentence } from "./audienceForm.ts";
import { type DiscountSearch, discountsInput, discountWays, isNarrowed } from "./discountSearch.ts";
import { DiscountState } from "./DiscountState.tsx";
import { discountValue } from "./discountWords.ts";
import { Schedule } from "./Schedule.tsx";

const t = discountsText;
type Row = Outputs["discounts"]["list"]["items"][number];
type Sort = (typeof discountSorts)[number];
const ways = { code: t.byCode, automatic: t.automatic };

const columnsFor = (locale: string): readonly DataTableColumn<Row, Sort>[] => [
  {
    id: "name",
    header: t.column.name,
    rowHeader: true,
    sort: ["name", "-name"],
    cell: ({ id, name }) => (
      <AnchorLink to="/discounts/$discountId" params={{ discountId: id }} underline="hover" c="inherit" truncate>
        <bdi>{name}</bdi>
      </AnchorLink>
    ),
  },
  { id: "state", header: t.column.state, cell: ({ state }) => <DiscountState state={state} /> },
  {
    id: "code",
    header: t.column.code,
    cell: ({ code }) =>
      code === null ? (
        <Text span c="dimmed">
          {t.automatic}
        </Text>
      ) : (
        <Code>{code}</Code>
      ),
  },
  { id: "value", header: t.column.value, cell: (discount) => discountValue(discount, locale) },
  {
    id: "audience",
    header: t.column.audience,
    cell: ({ audience }) => (
      <Text span lineClamp={2}>
        <bdi>{audienceSentence(audience)}</bdi>
      </Text>
    ),
  },
  { id: "uses", header: t.column.uses, numeric: true, cell: ({ uses, usageLimit }) => t.uses(uses, usageLimit) },
  { id: "schedule", header: t.column.schedule, cell: (discount) => <Schedule {...discount} /> },
  {
    id: "updated",
    header: t.column.updated,
    sort: ["-updatedAt", "updatedAt"],
    cell: ({ updatedAt }) => <Time at={updatedAt} />,
  },
];

export interface DiscountsPageProps {
  search: DiscountSearch;
  onSearch: (changes: Partial<DiscountSearch>) => void;
}

/** The list of discounts: what each takes, from whom, and how often it was used. */
export function DiscountsPage({ search, onSearch }: DiscountsPageProps) {
  const navigate = useNavigate();
  const can = useCan();
  const { locale } = useLocale();
  const columns = useMemo(() => columnsFor(locale), [locale]);
  const list = useQuery({
    ...trpc.discounts.list.queryOptions(discountsInput(search)),
    placeholderData: keepPreviousData,
  });
  const add = can("pricing.write") ? (
    <ButtonLink to="/discounts/new" leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}>
      {t.add}
    </ButtonLink>
  ) : undefined;
  const empty = isNarrowed(search) ? (
    <NoMatch
      title={t.empty.noMatch}
      onClear={() => onSearch({ search: undefined, status: undefined, how: undefined, cursor: undefined })}
    >
      {t.empty.noMatchBody}
    </NoMatch>
  ) : (
    <EmptyState icon={IconDiscount2} title={t.empty.title} action={add}>
      {t.empty.body}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t.title} store={text.shell.app} description={t.description} actions={add} />
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
            values={discountStatuses}
            value={search.status}
            onChange={(status) => onSearch({ status, cursor: undefined })}
          />
          <ChoiceFilter
            label={t.filter.how}
            any={`${t.filter.how}: ${t.filter.any}`}
            words={ways}
            values={discountWays}
            value={search.how}
            onChange={(how) => onSearch({ how, cursor: undefined })}
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
          onOpen={({ id }) => void navigate({ to: "/discounts/$discountId", params: { discountId: id } })}
          empty={empty}
        />
      </Stack>
    </>
  );
}
