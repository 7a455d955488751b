import { EmptyState } from "@clientele/ui/EmptyState.tsx";
import { ColourLabel } from "@clientele/ui/ColourLabel.tsx";
import { DataTable } from "@clientele/ui/DataTable.tsx";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { ActionIcon, Group, Title } from "@mantine/core";
import { IconPencil, IconUserMinus, IconUsersGroup } from "@tabler/icons-react";
import { later } from "../later.ts";
import { AnchorLink } from "../links.tsx";
import { useCan } from "../me.ts";
import { callOf } from "../PersonCell.tsx";
import { text } from "../text.ts";
import { customerText } from "../text/customer.ts";
import { Until } from "../Until.tsx";
import { useRemoveMembers } from "../useRemoveMembers.ts";
import type { CustomerDetail } from "./CustomerHead.tsx";

const openEditMembership = later(async () => (await import("../EditMembership.tsx")).openEditMembership);
const t = customerText.membership;
type Membership = CustomerDetail["memberships"][number];
const sources: Readonly<Record<string, string>> = text.groups.members.source;

function Actions({ customer, membership }: { customer: CustomerDetail; membership: Membership }) {
  const { group, id, until, reason } = membership;
  const remove = useRemoveMembers(group);
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        aria-label={t.editOf(group.name)}
        onClick={() => openEditMembership({ id, until, reason }, callOf(customer), group.name)}
      >
        <IconPencil size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t.removeOf(group.name)} loading={remove.busy} onClick={() => remove.run([customer.id])}>
        <IconUserMinus size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

const columnsFor = (customer: CustomerDetail, mayWrite: boolean): readonly DataTableColumn<Membership>[] => [
  {
    id: "group",
    header: t.group,
    rowHeader: true,
    cell: ({ group }) => (
      <AnchorLink to="/groups/$groupId" params={{ groupId: group.id }} c="inherit">
        <ColourLabel colour={group.colour}>{group.name}</ColourLabel>
      </AnchorLink>
    ),
  },
  {
    id: "state",
    header: t.state,
    cell: ({ effective }) => (
      <ToneBadge tone={effective ? "good" : "info"}>{effective ? t.effective : t.coming}</ToneBadge>
    ),
  },
  { id: "from", header: t.from, cell: ({ from }) => <Time at={from} as="day" /> },
  { id: "until", header: t.until, cell: ({ until }) => <Until at={until} /> },
  { id: "source", header: t.source, cell: ({ source }) => sources[source] ?? source },
  { id: "reason", header: t.reason, prose: true, cell: ({ reason }) => reason !== null && <bdi>{reason}</bdi> },
  ...(mayWrite
    ? [
        {
          id: "actions",
          header: text.staff.list.actionsHead,
          width: 90,
          cell: (membership: Membership) =>
            membership.group.kind === "manual" ? <Actions customer={customer} membership={membership} /> : null,
        },
      ]
    : []),
];

/** The groups a customer belongs to now or will. */
export function Memberships({ customer }: { customer: CustomerDetail }) {
  const can = useCan();
  return (
    <>
      <Title order={2} mb="md">
        {t.title}
      </Title>
      <DataTable
        label={t.title}
        columns={columnsFor(customer, can("groups.write"))}
        rows={customer.memberships}
        rowId={({ id }) => id}
        empty={
          <EmptyState icon={IconUsersGroup} title={t.none}>
            {t.noneBody}
          </EmptyState>
        }
      />
    </>
  );
}
