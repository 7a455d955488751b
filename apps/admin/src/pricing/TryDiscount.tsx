import { Money, useMoney } from "@clientele/ui/Money.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { Alert, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { discountsText } from "../text/discounts.ts";
import { type Outputs, trpc } from "../trpc.ts";
import type { DiscountDetail } from "./discountForm.ts";
import { CustomerPicker, RegionField, useRegions, VariantPicker } from "./pickers.tsx";
import { type TriedLine, TriedLines } from "./TriedLines.tsx";

const t = discountsText.tryOut;
type Tried = Outputs["discounts"]["tryOut"];

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

/** What the cart costs, and how much of it the discount takes. */
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
  const [lines, setLines] = useState<readonly TriedLine[]>([]);
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
          <TriedLines lines={lines} results={tried?.lines ?? []} onChange={setLines} />
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
