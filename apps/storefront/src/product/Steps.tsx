import { Money } from "@clientele/ui/Money.tsx";
import { Table } from "@mantine/core";
import { catalogueText } from "../text/catalogue.ts";
import { stepAt } from "../priceAt.ts";
import classes from "./ProductPage.module.css";
import type { Variant } from "./ProductPage.tsx";

const t = catalogueText;

/** What more pieces cost, with the row in force marked. */
export function Steps({ steps, quantity }: { steps: Variant["steps"]; quantity: number }) {
  const inForce = stepAt(steps, quantity);
  return (
    <Table className={classes["steps"] ?? ""} withRowBorders verticalSpacing={6} horizontalSpacing="sm">
      <Table.Caption className={classes["caption"] ?? ""}>{t.steps}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t.stepFrom}</Table.Th>
          <Table.Th scope="col" ta="end">
            {t.stepEach}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {steps.map((step, index) => {
          const next = steps[index + 1];
          return (
            <Table.Tr key={step.from} data-in-force={step === inForce}>
              <Table.Th scope="row" fw={step === inForce ? 620 : 450} className="figures">
                {t.stepRange(step.from, next === undefined ? null : next.from - 1)}
              </Table.Th>
              <Table.Td ta="end" fw={step === inForce ? 620 : 450}>
                <Money of={step.amount} />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
