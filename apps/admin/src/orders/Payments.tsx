import { Money } from "@clientele/ui/Money.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Text } from "@mantine/core";
import { ordersText } from "../text/orders.ts";
import classes from "./OrderPage.module.css";
import type { OrderDetail } from "./orderState.ts";

const t = ordersText;

/** What was paid, given back or let go, in its order. */
export function Payments({ order: { payments, paymentKind } }: { order: OrderDetail }) {
  return (
    <>
      <Text c="dimmed">{t.paymentKind[paymentKind]}</Text>
      {payments.length === 0 && <Text c="dimmed">{t.page.noPayments}</Text>}
      <ul className={classes["ledger"]}>
        {payments.map(({ id, kind, amount, reason, at }) => (
          <li key={id} className={classes["part"]}>
            <div className={classes["entry"]}>
              <span>{t.entry[kind]}</span>
              <span className="figures">
                {kind === "refunded" && "−\u2060"}
                <Money of={amount} />
              </span>
            </div>
            <Text size="xs" c="dimmed" component="div">
              <Time at={at} />
            </Text>
            {reason !== null && (
              <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                “<bdi>{reason}</bdi>”
              </Text>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
