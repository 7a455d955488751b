import { Money, useMoney } from "@clientele/ui/Money.tsx";
import { ActionIcon, Box, Group, Table, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { discountsText } from "../text/discounts.ts";
import type { Outputs } from "../trpc.ts";
import { QuantityInput } from "./QuantityInput.tsx";

const t = discountsText.tryOut;

/** A line of the cart a discount is tried on. */
export interface TriedLine {
  variantId: string;
  title: string;
  quantity: number;
}

export interface TriedLinesProps {
  lines: readonly TriedLine[];
  /** What came of the last try; a line that was not in it yet has no sums. */
  results: Outputs["discounts"]["tryOut"]["lines"];
  onChange: (lines: readonly TriedLine[]) => void;
}

/** The lines of the cart a discount is tried on, and what it takes from each. */
export function TriedLines({ lines, results, onChange }: TriedLinesProps) {
  const money = useMoney();
  return (
    <Box style={{ overflowX: "auto" }} role="group" aria-label={t.title} tabIndex={0}>
      <Table aria-label={t.title} verticalSpacing={6} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.column.product}</Table.Th>
            <Table.Th scope="col">{t.column.quantity}</Table.Th>
            <Table.Th scope="col" ta="end">
              {t.column.total}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => {
            const { variantId, title, quantity } = line;
            const result = results.find((one) => one.variantId === variantId);
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
                      w="4rem"
                      onChange={(value) =>
                        onChange(lines.map((one) => (one === line ? { ...line, quantity: value } : one)))
                      }
                    />
                    <ActionIcon
                      aria-label={t.remove(title)}
                      onClick={() => onChange(lines.filter((one) => one !== line))}
                    >
                      <IconX size={16} stroke={1.6} aria-hidden />
                    </ActionIcon>
                  </Group>
                </Table.Td>
                <Table.Td ta="end">
                  {result !== undefined && <Money of={result.total} />}
                  {result !== undefined && result.discount.amount > 0 && (
                    <Text span size="xs" c="dimmed" display="block" className="figures">
                      {t.off(money(result.discount))}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
