import { Money } from "@clientele/ui/Money.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Paper, Stack } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { customerText } from "../text/customer.ts";
import { type Outputs, trpc } from "../trpc.ts";
import classes from "./Figures.module.css";

const t = customerText.figures;
type CurrencyFigures = Outputs["customers"]["figures"][number];

/** What a customer's orders come to, currency by currency; nothing before the first one. */
export function Figures({ customerId }: { customerId: string }) {
  const { data: figures } = useSuspenseQuery(trpc.customers.figures.queryOptions({ id: customerId }));
  if (figures.length === 0) return null;
  return (
    <Stack gap="xs" mb="lg">
      {figures.map((of) => (
        <Paper
          key={of.currency}
          component="section"
          aria-label={figures.length === 1 ? t.label : t.labelIn(of.currency)}
        >
          <dl className={classes["figures"]}>
            {cellsOf(of).map(([name, figure]) => (
              <div key={name} className={classes["figure"]}>
                <dt>{name}</dt>
                <dd className="figures">{figure}</dd>
              </div>
            ))}
          </dl>
        </Paper>
      ))}
    </Stack>
  );
}

const cellsOf = (of: CurrencyFigures) =>
  [
    [t.orders, of.orders.toLocaleString("en")],
    [t.net, <Money key="net" of={of.net} />],
    [t.average, <Money key="average" of={of.average} />],
    [t.gross, <Money key="gross" of={of.gross} />],
    [t.refunded, <Money key="refunded" of={of.refunded} />],
    [t.first, <Time key="first" at={of.firstOrderAt} as="day" />],
    [t.last, <Time key="last" at={of.lastOrderAt} as="day" />],
  ] as const;
