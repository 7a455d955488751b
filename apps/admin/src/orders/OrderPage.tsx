import { Alert, Paper, Stack, Title } from "@mantine/core";
import { Time } from "@clientele/ui/Time.tsx";
import { IconBan } from "@tabler/icons-react";
import { lazy, type ReactNode, useId } from "react";
import { Sheet } from "../Sheet.tsx";
import { useCan } from "../me.ts";
import { ordersText } from "../text/orders.ts";
import { Buyer } from "./Buyer.tsx";
import { OrderHead, type OrderSheet } from "./OrderHead.tsx";
import { OrderLines } from "./OrderLines.tsx";
import { OrderNotes } from "./OrderNotes.tsx";
import classes from "./OrderPage.module.css";
import type { OrderDetail } from "./orderState.ts";
import { OrderSums } from "./OrderSums.tsx";
import { OrderTimeline } from "./OrderTimeline.tsx";
import { Payments } from "./Payments.tsx";
import { Shipments } from "./Shipments.tsx";

const Refund = lazy(async () => ({ default: (await import("./Refund.tsx")).Refund }));
const SendGoods = lazy(async () => ({ default: (await import("./SendGoods.tsx")).SendGoods }));
const t = ordersText;

export interface OrderPageProps {
  order: OrderDetail;
  /** From the address of the page. */
  sheet: OrderSheet | undefined;
  onSheet: (sheet: OrderSheet | undefined) => void;
}

/** One order: what was bought by whom, what became of it, and what comes next. */
export function OrderPage({ order, sheet, onSheet }: OrderPageProps) {
  const can = useCan();
  const number = t.number(order.number);
  const close = () => onSheet(undefined);
  const opened = (which: OrderSheet) => sheet === which && can("orders.write");
  return (
    <>
      <OrderHead order={order} onSheet={onSheet} />
      {order.canceledAt !== null && (
        <Alert color="gray" mb="md" icon={<IconBan size={18} stroke={1.6} aria-hidden />} title={t.page.canceled}>
          {t.page.canceledAt} <Time at={order.canceledAt} as="instant" />
        </Alert>
      )}
      <div className={classes["columns"]}>
        <Stack gap="md" miw={0}>
          <Card title={t.page.lines}>
            <OrderLines order={order} />
            <OrderSums order={order} />
          </Card>
          <Card title={t.shipment.title}>
            <Shipments order={order} />
          </Card>
          <Card title={t.page.notes}>
            <OrderNotes order={order} />
          </Card>
          <Card title={t.page.timeline}>
            <OrderTimeline orderId={order.id} />
          </Card>
        </Stack>
        <Stack gap="md" miw={0}>
          <Card title={t.page.customer}>
            <Buyer order={order} />
          </Card>
          <Card title={t.page.payment}>
            <Payments order={order} />
          </Card>
        </Stack>
      </div>
      <Sheet title={t.send.title(number)} opened={opened("send")} onClose={close}>
        <SendGoods order={order} onDone={close} />
      </Sheet>
      <Sheet title={t.refund.title(number)} opened={opened("refund")} onClose={close}>
        <Refund order={order} onDone={close} />
      </Sheet>
    </>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Paper p="lg" component="section" aria-labelledby={id} className={classes["card"] ?? ""}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
