import { DataTable } from "@clientele/ui/DataTable.tsx";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { EmptyState } from "@clientele/ui/EmptyState.tsx";
import { Money } from "@clientele/ui/Money.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Alert, Group, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { AnchorLink } from "../links.tsx";
import { pricingText } from "../text/pricing.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { Schedule } from "./Schedule.tsx";

const t = pricingText.conflicts;
type Conflict = Outputs["priceLists"]["conflicts"]["conflicts"][number];
type ListName = Conflict["one"];
type Met = Conflict["first"][number];

const ListLink = ({ list }: { list: ListName }) => (
  <AnchorLink to="/price-lists/$priceListId" params={{ priceListId: list.id }}>
    <bdi>{list.name}</bdi>
  </AnchorLink>
);

const columnsFor = ({ one, other, currency }: Conflict): readonly DataTableColumn<Met>[] => {
  const amountOf = (list: ListName, amount: (row: Met) => number): DataTableColumn<Met> => ({
    id: list.id,
    header: list.name,
    numeric: true,
    cell: (row) => (
      <Text span {...(row.winnerId === list.id ? { fw: 600 } : { c: "dimmed" })}>
        <Money of={{ amount: amount(row), currency }} />
      </Text>
    ),
  });
  return [
    {
      id: "variant",
      header: t.variant,
      rowHeader: true,
      cell: ({ title, sku }) => (
        <>
          <bdi>{title}</bdi>
          <Text span size="xs" c="dimmed" display="block">
            {sku}
          </Text>
        </>
      ),
    },
    { id: "quantity", header: t.quantity, numeric: true, cell: ({ quantity }) => quantity },
    amountOf(one, ({ oneAmount }) => oneAmount),
    amountOf(other, ({ otherAmount }) => otherAmount),
    { id: "wins", header: t.wins, cell: ({ winnerId, why }) => t.why[why]((winnerId === one.id ? one : other).name) },
  ];
};

function Pair({ conflict }: { conflict: Conflict }) {
  const { one, other, from, until, variants, first } = conflict;
  return (
    <div>
      <Group gap="4px 8px" mb="sm" mt="xs">
        <Title order={2} size="h3" style={{ overflowWrap: "anywhere" }}>
          <ListLink list={one} /> · <ListLink list={other} />
        </Title>
        <Text c="dimmed">
          {t.variants(variants)}, <Schedule startsAt={from} endsAt={until} />
        </Text>
      </Group>
      <DataTable
        label={t.pair(one.name, other.name)}
        columns={columnsFor(conflict)}
        rows={first}
        rowId={({ variantId, quantity }) => `${variantId} ${quantity}`}
      />
      {variants > first.length && (
        <Text size="sm" c="dimmed" mt="sm">
          {t.shown(first.length, variants)}
        </Text>
      )}
    </div>
  );
}

/** Pairs of lists that one customer can meet on the same variant, which of them wins there and why. */
export function Conflicts({ priceListId }: { priceListId?: string }) {
  const found = useQuery(trpc.priceLists.conflicts.queryOptions(priceListId === undefined ? {} : { priceListId }));
  return (
    <Stack>
      <Text c="dimmed" className="measure">
        {t.body} {priceListId === undefined ? t.countedAll : t.counted}
      </Text>
      <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <CardSkeleton cards={2} lines={4} />}
      {found.data?.conflicts.length === 0 && (
        <EmptyState icon={IconCircleCheck} title={t.none}>
          {t.noneBody}
        </EmptyState>
      )}
      {found.data?.conflicts.map((conflict) => (
        <Pair key={`${conflict.one.id} ${conflict.other.id}`} conflict={conflict} />
      ))}
      {found.data?.more === true && <Alert color="yellow">{t.more}</Alert>}
    </Stack>
  );
}
