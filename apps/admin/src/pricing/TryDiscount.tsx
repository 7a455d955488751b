import { Money, useMoney } from "@clientele/ui/Money.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { ActionIcon, Alert, Box, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconCircleCheck, IconInfoCircle, IconX } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { discountsText } from "../text/discounts.ts";
import { type Outputs, trpc } from "../trpc.ts";
import type { DiscountDetail } from "./discountForm.ts";
import { QuantityInput } from "./QuantityInput.tsx";
import { CustomerPicker, RegionField, useRegions, VariantPicker } from "./pickers.tsx";

const t = discountsText.tryOut;
type Tried = Outputs["discounts"]["tryOut"];

interface Line {
  variantId: string;
  title: string;
  quantity: number;
}

/** Whether it applies and, when not, why. */
function Verdict({ tried: { state, missing } }: { tried: Tried }) {
  const money = useMoney();
  const applies = state === "applied";
  const Icon = applies ? IconCircleCheck : IconInfoCircle;
  return (
    <Alert color={applies ? "green" : "yellow"} icon={<Icon size={18} stroke={1.6} aria-hidden />} role="status">
      {applies ? t.applies : t.refused[state]}
      {missing !== null && ` ${t.missing(money(missing))}`}
    </Alert>
  );
}

function Sums({ tried }: { tried: Tried }) {
  const row = (label: string, of: Tried["total"], strong = false) => (
    <Group justify="space-between" gap="md">
      <Text {...(strong ? { fw: 600 } : {})}>{label}</Text>
      <Text component="span" {...(strong ? { fw: 600 } : {})}>
        <Money of={of} />
      </Text>
    </Group>
  );
  return (
    <Stack gap={4}>
      {row(t.subtotal, tried.subtotal)}
      {row(t.discount, { ...tried.discount, amount: 0 - tried.discount.amount })}
      {row(t.total, tried.total, true)}
    </Stack>
  );
}

/** A cart to try the saved discount on: products, a customer or a visitor, a region. */
export function TryDiscount({ discount }: { discount: DiscountDetail }) {
  const regions = useRegions();
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [customerId, setCustomerId] = useState<string | null>(null);
  const [chosenRegion, setRegion] = useState<string | null>(null);
  const regionId = chosenRegion ?? regions[0]?.id;
  const [asked] = useDebouncedValue(lines, 250);
  const trial = useQuery({
    ...trpc.discounts.tryOut.queryOptions(
      {
        id: discount.id,
        lines: asked.map(({ variantId, quantity }) => ({ variantId, quantity })),
        ...(customerId === null ? {} : { customerId }),
        ...(regionId === undefined ? {} : { regionId }),
      },
      { staleTime: 0 },
    ),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
  const tried = lines.length === 0 ? undefined : trial.data;
  const change = (variantId: string, quantity: number) =>
    setLines(lines.map((line) => (line.variantId === variantId ? { ...line, quantity } : line)));

  return (
    <Paper p="lg" component="section" aria-labelledby="try-discount">
      <Stack>
        <div>
          <Title order={2} id="try-discount">
            {t.title}
          </Title>
          <Text c="dimmed">{t.body}</Text>
        </div>
        <CustomerPicker
          label={t.customer}
          placeholder={t.customerPlaceholder}
          value={customerId}
          onChange={setCustomerId}
        />
        {regionId !== undefined && regions.length > 1 && (
          <RegionField label={t.region} value={regionId} onChange={setRegion} />
        )}
        <VariantPicker
          label={t.add}
          placeholder={t.addPlaceholder}
          onPick={({ id, title }) => {
            if (lines.some(({ variantId }) => variantId === id)) return;
            setLines([...lines, { variantId: id, title, quantity: 1 }]);
          }}
        />
        <ProblemNotice error={lines.length === 0 ? null : trial.error} />
        {lines.length === 0 ? (
          <Text c="dimmed">{t.empty}</Text>
        ) : (
          <Box style={{ overflowX: "auto" }} role="group" aria-label={t.title} tabIndex={0}>
            <Table aria-label={t.title} verticalSpacing={6} horizontalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t.column.product}</Table.Th>
                  <Table.Th scope="col">{t.column.quantity}</Table.Th>
                  <Table.Th scope="col" ta="end">
                    {t.column.discount}
                  </Table.Th>
                  <Table.Th scope="col" ta="end">
                    {t.column.total}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {lines.map(({ variantId, title, quantity }) => {
                  const result = tried?.lines.find((line) => line.variantId === variantId);
                  return (
                    <Table.Tr key={variantId}>
                      <Table.Th scope="row" fw={400}>
                        <bdi>{title}</bdi>
                        <Text span size="xs" c="dimmed" display="block">
                          {result !== undefined && (result.unit === null ? t.notSold : <Money of={result.unit} />)}
                        </Text>
                      </Table.Th>
                      <Table.Td>
                        <Group gap={4} wrap="nowrap">
                          <QuantityInput
                            aria-label={t.quantity(title)}
                            value={quantity}
                            most={10_000}
                            w="5.5rem"
                            onChange={(value) => change(variantId, value)}
                          />
                          <ActionIcon
                            aria-label={t.remove(title)}
                            onClick={() => setLines(lines.filter((line) => line.variantId !== variantId))}
                          >
                            <IconX size={16} stroke={1.6} aria-hidden />
                          </ActionIcon>
                        </Group>
                      </Table.Td>
                      <Table.Td ta="end">{result !== undefined && <Money of={result.discount} />}</Table.Td>
                      <Table.Td ta="end">{result !== undefined && <Money of={result.total} />}</Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </Box>
        )}
        {tried !== undefined && (
          <>
            <Verdict tried={tried} />
            <Sums tried={tried} />
          </>
        )}
      </Stack>
    </Paper>
  );
}
