import { Money } from "@clientele/ui/Money.tsx";
import { Text, VisuallyHidden } from "@mantine/core";
import { LoneLink } from "../links.tsx";
import { Picture } from "../Picture.tsx";
import { ordersText } from "../text/orders.ts";
import type { Outputs } from "../trpc.ts";
import classes from "./Orders.module.css";

const t = ordersText;
type Line = Outputs["orders"]["get"]["lines"][number];

/** What was sold, at the prices of then. */
export function OrderLines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className={classes["lines"]}>
      {lines.map((line) => (
        <li key={line.id}>
          <Picture hash={line.picture} />
          <div className={classes["what"]}>
            <Text fw={570} component="div">
              {line.handle === null ? (
                <bdi>{line.title}</bdi>
              ) : (
                <LoneLink to="/products/$handle" params={{ handle: line.handle }} c="inherit">
                  <bdi>{line.title}</bdi>
                </LoneLink>
              )}
            </Text>
            {line.variantTitle !== "" && (
              <Text size="sm" c="dimmed">
                <bdi>{line.variantTitle}</bdi>
              </Text>
            )}
            <Text size="sm" className="figures">
              {t.quantity(line.quantity)} <Money of={line.unit} />
              {line.original.amount > line.unit.amount && (
                <Text span size="sm" c="dimmed">
                  {" "}
                  <VisuallyHidden>{t.usual}: </VisuallyHidden>
                  <s>
                    <Money of={line.original} />
                  </s>
                </Text>
              )}
            </Text>
            {line.benefit !== null && (
              <Text size="sm" className={classes["benefit"] ?? ""}>
                {line.benefit}
              </Text>
            )}
          </div>
          <div className={classes["amount"]}>
            <Money of={line.amount} />
          </div>
        </li>
      ))}
    </ul>
  );
}
