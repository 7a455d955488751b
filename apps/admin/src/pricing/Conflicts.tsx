import { EmptyState } from "@clientele/ui/EmptyState.tsx";
import { Money } from "@clientele/ui/Money.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import scrolls from "@clientele/ui/scrolls.module.css";
import { Alert, Box, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { AnchorLink } from "../links.tsx";
import { pricingText } from "../text/pricing.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { Schedule } from "./Schedule.tsx";

const t = pricingText.conflicts;
type Conflict = Outputs["priceLists"]["conflicts"]["conflicts"][number];
type ListName = Conflict["one"];

const ListLink = ({ list }: { list: ListName }) => (
  <AnchorLink to="/price-lists/$priceListId" params={{ priceListId: list.id }}>
    <bdi>{list.name}</bdi>
  </AnchorLink>
);

function Pair({ conflict }: { conflict: Conflict }) {
  const { one, other, from, until, variants, first, currency } = conflict;
  const nameOf = (id: string): string => (id === one.id ? one : other).name;
  return (
    <Paper p="lg" component="section" aria-label={t.pair(one.name, other.name)}>
      <Group gap="4px 8px" mb="sm">
        <Title order={2} size="h3" style={{ overflowWrap: "anywhere" }}>
          <ListLink list={one} /> · <ListLink list={other} />
        </Title>
        <Text c="dimmed">
          {t.variants(variants)}, <Schedule startsAt={from} endsAt={until} />
        </Text>
      </Group>
      <Box className={scrolls["sideways"] ?? ""} tabIndex={0} role="group" aria-label={t.pair(one.name, other.name)}>
        <Table miw={560}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.variant}</Table.Th>
              <Table.Th scope="col" ta="end">
                {t.quantity}
              </Table.Th>
              <Table.Th scope="col" ta="end">
                <bdi>{one.name}</bdi>
              </Table.Th>
              <Table.Th scope="col" ta="end">
                <bdi>{other.name}</bdi>
              </Table.Th>
              <Table.Th scope="col">{t.wins}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {first.map(({ variantId, sku, title, quantity, oneAmount, otherAmount, winnerId, why }) => (
              <Table.Tr key={variantId}>
                <Table.Th scope="row" fw={400}>
                  <bdi>{title}</bdi>
                  <Text span size="xs" c="dimmed" display="block">
                    {sku}
                  </Text>
                </Table.Th>
                <Table.Td ta="end" className="figures">
                  {quantity}
                </Table.Td>
                <Table.Td ta="end" {...(winnerId === one.id ? { fw: 600 } : {})}>
                  <Money of={{ amount: oneAmount, currency }} />
                </Table.Td>
                <Table.Td ta="end" {...(winnerId === other.id ? { fw: 600 } : {})}>
                  <Money of={{ amount: otherAmount, currency }} />
                </Table.Td>
                <Table.Td>{t.why[why](nameOf(winnerId))}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      {variants > first.length && (
        <Text size="sm" c="dimmed" mt="sm">
          {t.shown(first.length, variants)}
        </Text>
      )}
    </Paper>
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
