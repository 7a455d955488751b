import { Money } from "@clientele/ui/Money.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Alert, Paper, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { AddressText } from "../AddressText.tsx";
import { SumRows } from "../SumRows.tsx";
import { ordersText } from "../text/orders.ts";
import type { Outputs } from "../trpc.ts";
import classes from "./Orders.module.css";
import { OrderLines } from "./OrderLines.tsx";
import { Parcels } from "./Parcels.tsx";

const t = ordersText;
export type Order = Outputs["orders"]["get"];

/** All that its shopper may know of an order, as it was sold. */
export function OrderView({ order }: { order: Order }) {
  const { shippingAddress, billingAddress, payment, paymentKind, refunded, canceledAt } = order;
  const bill = billingAddress ?? shippingAddress;
  return (
    <div className={classes["order"]}>
      {order.status === "canceled" && (
        <Alert color="gray">
          {t.canceled}
          {canceledAt !== null && (
            <>
              {", "}
              <Time at={canceledAt} />
            </>
          )}
          .
        </Alert>
      )}
      <section aria-labelledby="lines">
        <Title order={2} size="h3" id="lines" mb="sm">
          {t.lines}
        </Title>
        <OrderLines lines={order.lines} />
      </section>
      <div className={classes["facts"]}>
        <Fact title={t.sums}>
          <SumRows
            sums={{
              ...order,
              shipping: { name: order.shippingName, price: order.shipping },
            }}
          />
          {refunded.amount > 0 && (
            <Text className={classes["refunded"] ?? ""}>
              <span>{t.refunded}</span>
              <Money of={refunded} />
            </Text>
          )}
        </Fact>
        <Fact title={t.payment}>
          <Text>{t.payments[payment]}</Text>
          <Text c="dimmed">{t.kinds[paymentKind]}</Text>
        </Fact>
        <Fact title={t.shippingTo}>
          {shippingAddress === null ? <Text c="dimmed">{t.erased}</Text> : <AddressText address={shippingAddress} />}
          <Text size="sm" c="dimmed">
            {t.shipping}: <bdi>{order.shippingName}</bdi>
          </Text>
        </Fact>
        <Fact title={t.billTo}>
          {bill === null ? <Text c="dimmed">{t.erased}</Text> : <AddressText address={bill} />}
        </Fact>
      </div>
      {order.status !== "canceled" && <Parcels shipments={order.shipments} />}
    </div>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" p="lg" className={classes["fact"] ?? ""} aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
