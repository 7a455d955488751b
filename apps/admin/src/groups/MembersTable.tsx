import type { memberSorts } from "@clientele/domain/groups/group";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { SearchBox } from "@clientele/ui/SearchBox.tsx";
import { SelectionBar } from "@clientele/ui/SelectionBar.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { StatusBadge } from "@clientele/ui/StatusBadge.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { ActionIcon, Box, Button, Group, SegmentedControl, Stack } from "@mantine/core";
import { IconPencil, IconUserMinus, IconUsersGroup } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ListTable } from "../ListTable.tsx";
import { useCan } from "../me.ts";
import { callOf, PersonCell } from "../PersonCell.tsx";
import { text } from "../text.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { useSelection } from "../useSelection.ts";
import { later } from "../later.ts";
import type { GroupDetail } from "./GroupHead.tsx";
import { type MemberSearch, membersInput } from "./groupSearch.ts";
import { Until } from "../Until.tsx";
import { useRemoveMembers } from "../useRemoveMembers.ts";

const openEditMembership = later(async () => (await import("../EditMembership.tsx")).openEditMembership);
const t = text.groups.members;
type Row = Outputs["groups"]["members"]["items"][number];
type Sort = (typeof memberSorts)[number];

const edit = (group: GroupDetail, { customer, membershipId: id, until, reason }: Row): void =>
  openEditMembership({ id, until, reason }, callOf(customer), group.name);

const columnsFor = (group: GroupDetail, editable: boolean): readonly DataTableColumn<Row, Sort>[] => [
  { id: "name", header: t.column.name, rowHeader: true, cell: ({ customer }) => <PersonCell person={customer} /> },
  { id: "status", header: t.column.status, cell: ({ customer }) => <StatusBadge status={customer.status} /> },
  { id: "from", header: t.column.from, cell: ({ from }) => <Time at={from} as="day" /> },
  { id: "until", header: t.column.until, cell: ({ until }) => <Until at={until} /> },
  { id: "source", header: t.column.source, cell: ({ source }) => t.source[source] },
  { id: "reason", header: t.column.reason, prose: true, cell: ({ reason }) => reason !== null && <bdi>{reason}</bdi> },
  { id: "addedBy", header: t.column.addedBy, cell: ({ addedBy }) => addedBy !== null && <bdi>{addedBy.name}</bdi> },
  ...(editable
    ? [
        {
          id: "edit",
          header: t.column.edit,
          width: 48,
          cell: (row: Row) => (
            <ActionIcon aria-label={t.editOf(callOf(row.customer))} onClick={() => edit(group, row)}>
              <IconPencil size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          ),
        },
      ]
    : []),
];

const emptyTexts = {
  effective: [t.none, t.noneBody],
  coming: [t.noneComing, t.noneComingBody],
  ended: [t.noneEnded, t.noneEndedBody],
} as const;

export interface MembersTableProps {
  group: GroupDetail;
  search: MemberSearch;
  onSearch: (changes: Partial<MemberSearch>) => void;
}

/** Who belongs to the group, will, or did. */
export function MembersTable({ group, search, onSearch }: MembersTableProps) {
  const can = useCan();
  const { locale } = useLocale();
  const state = search.state ?? "effective";
  const editable = can("groups.write") && group.kind === "manual" && state !== "ended";
  const columns = useMemo(() => columnsFor(group, editable), [group, editable]);
  const selection = useSelection(JSON.stringify([state, search.search]));
  const remove = useRemoveMembers(group);
  const list = useQuery({
    ...trpc.groups.members.queryOptions(membersInput(group.id, search)),
    placeholderData: keepPreviousData,
  });
  const former = state === "effective" && group.members.ended.count > 0;
  const [emptyTitle, emptyBody] = former ? [t.noneNow, t.noneNowBody] : emptyTexts[state];
  return (
    <Stack gap="md">
      <Group gap="sm">
        <Box flex="1 1 14rem">
          <SearchBox
            value={search.search}
            onSearch={(found) => onSearch({ search: found, cursor: undefined })}
            placeholder={t.search}
            busy={list.isFetching}
          />
        </Box>
        <SegmentedControl
          aria-label={t.state}
          value={state}
          onChange={(value) => onSearch({ state: value, cursor: undefined })}
          data={(["effective", "coming", "ended"] as const).map((value) => ({
            value,
            label: `${t[value]} · ${formatTotal(group.members[value], locale)}`,
          }))}
        />
      </Group>
      {editable && (
        <SelectionBar
          count={selection.selected.size}
          total={{ count: 0, capped: false }}
          all={false}
          onClear={selection.clear}
        >
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconUserMinus size={16} stroke={1.6} aria-hidden />}
            loading={remove.busy}
            onClick={() => remove.run([...selection.selected], selection.clear)}
          >
            {t.remove}
          </Button>
        </SelectionBar>
      )}
      <ListTable
        list={list}
        skeleton={<TableSkeleton rows={10} columns={6} />}
        onCursor={(cursor) => onSearch({ cursor })}
        label={t[state]}
        columns={columns}
        rowId={({ customer, membershipId }) => (editable ? customer.id : membershipId)}
        {...(editable
          ? {
              selection: {
                selected: selection.selected,
                onChange: selection.set,
                nameOf: ({ customer }: Row) => callOf(customer),
              },
              onEdit: (row: Row) => edit(group, row),
            }
          : {})}
        empty={
          search.search === undefined ? (
            <EmptyState icon={IconUsersGroup} title={emptyTitle}>
              {emptyBody}
            </EmptyState>
          ) : (
            <NoMatch
              title={t.noMatch(search.search)}
              onClear={() => onSearch({ search: undefined, cursor: undefined })}
            >
              {t.noMatchBody}
            </NoMatch>
          )
        }
      />
    </Stack>
  );
}
