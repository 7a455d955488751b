import type { traceOutcomes } from "@clientele/domain/pricing/previewPrices";
import { Money } from "@clientele/ui/Money.tsx";
import { ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import { Group, Stack, Text } from "@mantine/core";
import { AnchorLink } from "../links.tsx";
import { pricingText } from "../text/pricing.ts";
import type { Outputs } from "../trpc.ts";
import classes from "./PriceTrace.module.css";

const t = pricingText.asCustomer;
type Row = Outputs["customers"]["previewPrices"]["items"][number];
const counts: readonly (typeof traceOutcomes)[number][] = ["won", "base_replaced"];

/** Why a variant costs what it does: every list that says something of it and what became of that. */
export function PriceTrace({ row: { sku, base, price, original, trace } }: { row: Row }) {
  const currency = base?.currency ?? price?.currency;
  const sums = [
    [t.base, base],
    [t.original, original !== null && original.amount !== base?.amount ? original : null],
    [t.price, price],
  ] as const;
  return (
    <Stack>
      <Text c="dimmed">{sku}</Text>
      <Group gap="xl">
        {sums.map(
          ([label, of]) =>
            of !== null && (
              <div key={label}>
                <Text size="xs" c="dimmed">
                  {label}
                </Text>
                <Text component="span" fw={label === t.price ? 650 : 400}>
                  <Money of={of} />
                </Text>
              </div>
            ),
        )}
        {base === null && <Text>{t.notSold}</Text>}
      </Group>
      {trace.length === 0 ? (
        <Text>{t.noTrace}</Text>
      ) : (
        <ul className={classes["lists"]} aria-label={t.trace}>
          {trace.map(({ listId, listName, type, amount, outcome }) => (
            <li key={listId} className={classes["list"]}>
              <Group justify="space-between" gap="sm" wrap="nowrap" align="start">
                <div>
                  <Group gap="xs">
                    <AnchorLink
                      to="/price-lists/$priceListId"
                      params={{ priceListId: listId }}
                      {...(counts.includes(outcome) ? { fw: 600 } : {})}
                    >
                      <bdi>{listName}</bdi>
                    </AnchorLink>
                    <ToneBadge tone={outcome === "won" ? "good" : outcome === "base_replaced" ? "info" : "neutral"}>
                      {pricingText.type[type]}
                    </ToneBadge>
                  </Group>
                  <Text size="sm" c="dimmed">
                    {t.outcome[outcome]}
                  </Text>
                </div>
                {amount !== null && currency !== undefined && <Money of={{ amount, currency }} />}
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
