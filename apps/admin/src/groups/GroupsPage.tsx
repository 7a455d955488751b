import type { groupSorts } from "@clientele/domain/groups/group";
import { ColourDot } from "@clientele/ui/ColourDot.tsx";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Group, Stack, Text } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { AddButton } from "../AddButton.tsx";
import { AnchorLink } from "../links.tsx";
import { ListSearch } from "../ListSearch.tsx";
import { ListTable } from "../ListTable.tsx";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { type GroupSearch, groupsInput } from "./groupSearch.ts";

const t = text.groups;
type Row = Outputs["groups"]["list"]["items"][number];
type Sort = (typeof groupSorts)[number];

/** How many name a group; none of them says nothing, also on the cards of a narrow screen. */
const named = (count: number, locale: string): string | null => (count === 0 ? null : count.toLocaleString(locale));

const columnsFor = (locale: string): readonly DataTableColumn<Row, Sort>[] => [
  {
    id: "name",
    header: t.column.name,
    rowHeader: true,
    sort: ["name", "-name"],
    cell: ({ id, name, colour }) => (
      <Group gap="sm" wrap="nowrap">
        <ColourDot colour={colour} />
        <AnchorLink to="/groups/$groupId" params={{ groupId: id }} underline="hover" c="inherit" truncate>
          <bdi>{name}</bdi>
        </AnchorLink>
      </Group>
    ),
  },
  {
    id: "description",
    header: t.column.description,
    prose: true,
    cell: ({ description }) =>
      description !== "" && (
        <Text span c="dimmed">
          <bdi>{description}</bdi>
        </Text>
      ),
  },
  { id: "kind", header: t.column.kind, cell: ({ kind }) => t.kind[kind] },
  { id: "members", header: t.column.members, numeric: true, cell: ({ members }) => formatTotal(members, locale) },
  { id: "priceLists", header: t.column.priceLists, numeric: true, cell: ({ priceLists }) => named(priceLists, locale) },
  { id: "discounts", header: t.column.discounts, numeric: true, cell: ({ discounts }) => named(discounts, locale) },
  {
    id: "updated",
    header: t.column.updated,
    sort: ["-updatedAt", "updatedAt"],
    cell: ({ updatedAt }) => <Time at={updatedAt} />,
  },
  {
    id: "created",
    header: t.column.created,
    sort: ["-createdAt", "createdAt"],
    cell: ({ createdAt }) => <Time at={createdAt} as="day" />,
  },
];

export interface GroupsPageProps {
  search: GroupSearch;
  onSearch: (changes: Partial<GroupSearch>) => void;
  onNew: () => void;
}

/** The list of groups with how many belong to each. */
export function GroupsPage({ search, onSearch, onNew }: GroupsPageProps) {
  const navigate = useNavigate();
  const can = useCan();
  const { locale } = useLocale();
  const columns = useMemo(() => columnsFor(locale), [locale]);
  const list = useQuery({ ...trpc.groups.list.queryOptions(groupsInput(search)), placeholderData: keepPreviousData });
  const add = can("groups.write") ? <AddButton onClick={onNew}>{t.add}</AddButton> : undefined;
  const empty =
    search.search === undefined ? (
      <EmptyState icon={IconUsersGroup} title={t.empty.title} action={add}>
        {t.empty.body}
      </EmptyState>
    ) : (
      <NoMatch
        title={t.empty.noMatch(search.search)}
        onClear={() => onSearch({ search: undefined, cursor: undefined })}
      >
        {t.empty.noMatchBody}
      </NoMatch>
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
        />
        <ListTable
          list={list}
          skeleton={<TableSkeleton rows={8} columns={4} />}
          onCursor={(cursor) => onSearch({ cursor })}
          label={t.title}
          columns={columns}
          rowId={({ id }) => id}
          sort={search.sort ?? "name"}
          onSort={(sort) => onSearch({ sort, cursor: undefined })}
          onOpen={({ id }) => void navigate({ to: "/groups/$groupId", params: { groupId: id } })}
          {...(can("groups.write")
            ? {
                onEdit: ({ id }: Row) => void navigate({ to: "/groups/$groupId/settings", params: { groupId: id } }),
              }
            : {})}
          empty={empty}
        />
      </Stack>
    </>
  );
}
