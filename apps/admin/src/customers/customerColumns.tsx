import type { CustomerSort } from "@clientele/domain/customers/customerList";
import { ColourLabel } from "@clientele/ui/ColourLabel.tsx";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { Money } from "@clientele/ui/Money.tsx";
import { StatusBadge } from "@clientele/ui/StatusBadge.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Group, Text, Tooltip } from "@mantine/core";
import { PersonCell } from "../PersonCell.tsx";
import { PhoneText } from "../readablePhone.ts";
import { text } from "../text.ts";
import type { Outputs } from "../trpc.ts";

const t = text.customers;
export type CustomerRow = Outputs["customers"]["list"]["items"][number];

interface Labelled {
  id: string;
  name: string;
  colour: string;
}

/** The first two labels; the others are counted and named on hover. */
function Labels({ labels }: { labels: readonly Labelled[] }) {
  if (labels.length === 0) return null;
  const [shown, rest] = [labels.slice(0, 2), labels.slice(2)];
  return (
    <Group gap={4} wrap="nowrap">
      {shown.map(({ id, name, colour }) => (
        <ColourLabel key={id} colour={colour}>
          {name}
        </ColourLabel>
      ))}
      {rest.length > 0 && (
        <Tooltip label={rest.map(({ name }) => name).join(", ")}>
          <Text span size="xs" c="dimmed" className="figures" flex="none">
            {t.more(rest.length)}
          </Text>
        </Tooltip>
      )}
    </Group>
  );
}

/** The columns of the list of customers, in their usual order. */
export const customerColumns: readonly DataTableColumn<CustomerRow, CustomerSort>[] = [
  {
    id: "name",
    header: t.column.name,
    rowHeader: true,
    sort: ["name", "-name"],
    cell: (row) => <PersonCell person={row} />,
  },
  { id: "status", header: t.column.status, cell: ({ status }) => <StatusBadge status={status} /> },
  {
    id: "orders",
    header: t.column.orders,
    numeric: true,
    sort: ["-orders", "orders"],
    cell: ({ orders }) => orders.toLocaleString("en"),
  },
  {
    id: "netSpent",
    header: t.column.netSpent,
    numeric: true,
    sort: ["-netSpent", "netSpent"],
    cell: ({ netSpent }) => <Money of={netSpent} />,
  },
  {
    id: "lastOrder",
    header: t.column.lastOrder,
    sort: ["-lastOrder", "lastOrder"],
    cell: ({ lastOrderAt }) => lastOrderAt !== null && <Time at={lastOrderAt} />,
  },
  { id: "groups", header: t.column.groups, cell: ({ groups }) => <Labels labels={groups} /> },
  { id: "tags", header: t.column.tags, cell: ({ tags }) => <Labels labels={tags} /> },
  {
    id: "created",
    header: t.column.created,
    sort: ["-createdAt", "createdAt"],
    cell: ({ createdAt }) => <Time at={createdAt} as="day" />,
  },
  {
    id: "updated",
    header: t.column.updated,
    sort: ["-updatedAt", "updatedAt"],
    hiddenAtFirst: true,
    cell: ({ updatedAt }) => <Time at={updatedAt} />,
  },
  {
    id: "email",
    header: t.column.email,
    sort: ["email", "-email"],
    hiddenAtFirst: true,
    cell: ({ email }) => email,
  },
  {
    id: "phone",
    header: t.column.phone,
    hiddenAtFirst: true,
    cell: ({ phone }) =>
      phone !== null && (
        <span className="figures">
          <PhoneText number={phone} />
        </span>
      ),
  },
  {
    id: "company",
    header: t.column.company,
    hiddenAtFirst: true,
    cell: ({ companyName }) => companyName !== null && <bdi>{companyName}</bdi>,
  },
];
