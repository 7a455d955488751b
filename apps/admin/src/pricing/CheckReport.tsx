import { type EntryColumn, entryColumns } from "@clientele/domain/pricing/priceListEntry";
import { Money } from "@clientele/ui/Money.tsx";
import { Box, Group, Stack, Switch, Table, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { gridText } from "../text/grid.ts";
import type { Outputs } from "../trpc.ts";
import classes from "./CheckReport.module.css";

const t = gridText.check;
type Checked = Outputs["priceLists"]["checkEntries"];
type Row = Checked["rows"][number];
/** Beyond this the table is cut; problems come first. */
const mostShown = 1000;

function Cell({ row, column, currency }: { row: Row; column: EntryColumn; currency: string }) {
  const problem = row.problems[column];
  const value = row.cells[column];
  const numeric = column === "min" || column === "max" || column === "amount";
  return (
    <Table.Td className={problem === undefined ? "" : (classes["wrong"] ?? "")} {...(numeric ? { ta: "end" } : {})}>
      {column === "amount" && problem === undefined && row.amount !== null ? (
        <Money of={{ amount: row.amount, currency }} />
      ) : (
        <bdi>{value === "" && problem !== undefined ? t.empty : value}</bdi>
      )}
      {problem !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)">
          {t.problem[problem]}
        </Text>
      )}
    </Table.Td>
  );
}

/** What a text was read as, each wrong cell marked with what is wrong. */
export function CheckReport({ checked, currency }: { checked: Checked; currency: string }) {
  const { rows, rowsWithProblems, created, changed, same } = checked;
  const [onlyProblems, setOnlyProblems] = useState(rowsWithProblems > 0);
  const shown = (onlyProblems ? rows.filter(({ problems }) => Object.keys(problems).length > 0) : rows).slice(
    0,
    mostShown,
  );
  const columns = entryColumns.filter(
    (column) =>
      column === "sku" || column === "min" || column === "amount" || rows.some(({ cells }) => cells[column] !== ""),
  );
  const isRight = rowsWithProblems === 0;
  const Icon = isRight ? IconCircleCheck : IconAlertTriangle;
  return (
    <Stack gap="sm">
      <Group gap="xs" role="status" align="start" wrap="nowrap">
        <Icon
          size={20}
          stroke={1.6}
          aria-hidden
          color={isRight ? "var(--mantine-color-green-text)" : "var(--mantine-color-yellow-text)"}
        />
        <div>
          <Text fw={550}>{isRight ? t.allRight(rows.length) : t.problems(rowsWithProblems, rows.length)}</Text>
          <Text size="sm" c="dimmed">
            {t.counts(created, changed, same)}
          </Text>
        </div>
      </Group>
      {!isRight && (
        <Switch
          label={t.onlyProblems}
          checked={onlyProblems}
          onChange={(event) => setOnlyProblems(event.currentTarget.checked)}
        />
      )}
      <Box className={classes["frame"] ?? ""} tabIndex={0} role="group" aria-label={t.report}>
        <Table miw={520} verticalSpacing={6} aria-label={t.report}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.row}</Table.Th>
              <Table.Th scope="col">{t.product}</Table.Th>
              {columns.map((column) => (
                <Table.Th
                  key={column}
                  scope="col"
                  {...(column === "sku" || column === "excluded" ? {} : { ta: "end" as const })}
                >
                  {t[column]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Table.Tr key={row.row}>
                <Table.Th scope="row" fw={400} c="dimmed" className="figures">
                  {row.row}
                </Table.Th>
                <Table.Td>
                  <bdi>{row.title ?? "–"}</bdi>
                </Table.Td>
                {columns.map((column) => (
                  <Cell key={column} row={row} column={column} currency={currency} />
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
    </Stack>
  );
}
