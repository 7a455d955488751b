import { CopyButton } from "@clientele/ui/CopyButton.tsx";
import { ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Group, Text, Title } from "@mantine/core";
import { IconHomeCheck } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { Facts } from "../Facts.tsx";
import { useCan } from "../me.ts";
import { ordersText } from "../text/orders.ts";
import { trpc } from "../trpc.ts";
import classes from "./OrderPage.module.css";
import { failedStep, type OrderDetail, orderMeta, type Shipment } from "./orderState.ts";

const t = ordersText.shipment;

/** What was sent in which parcel, and what arrived. */
export function Shipments({ order }: { order: OrderDetail }) {
  const can = useCan();
  const editable = can("orders.write") && order.status === "pending";
  if (order.shipments.length === 0) return <Text c="dimmed">{t.none}</Text>;
  return order.shipments.map((shipment, at) => (
    <Parcel key={shipment.id} order={order} shipment={shipment} place={at + 1} editable={editable} />
  ));
}

interface ParcelProps {
  order: OrderDetail;
  shipment: Shipment;
  place: number;
  editable: boolean;
}

function Parcel({ order: { id, version }, shipment, place, editable }: ParcelProps) {
  const { carrier, tracking, shippedAt, deliveredAt, lines } = shipment;
  const deliver = useMutation(trpc.orders.deliver.mutationOptions({ meta: orderMeta }));
  const mark = () =>
    deliver.mutate(
      { id, version, shipmentId: shipment.id },
      { onSuccess: () => doneToast(t.done), onError: failedStep },
    );
  return (
    <article className={classes["part"]} aria-label={t.name(place)}>
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          <Title order={3}>{t.name(place)}</Title>
          <ToneBadge tone={deliveredAt === null ? "info" : "good"}>
            {deliveredAt === null ? t.underway : t.delivered}
          </ToneBadge>
        </Group>
        {deliveredAt === null && editable && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconHomeCheck size={14} stroke={1.6} aria-hidden />}
            aria-label={t.deliverOf(place)}
            loading={deliver.isPending}
            onClick={mark}
          >
            {t.deliver}
          </Button>
        )}
      </Group>
      <ul className={classes["pieces"]}>
        {lines.map(({ lineId, title, quantity }) => (
          <li key={lineId}>
            <bdi>{t.line(quantity, title)}</bdi>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [t.shipped, <Time key="shipped" at={shippedAt} as="instant" />],
          [t.delivered, deliveredAt !== null && <Time at={deliveredAt} as="instant" />],
          [t.by, carrier],
          [
            t.tracking,
            tracking !== null && (
              <Group component="span" gap={4} wrap="nowrap">
                <Text span className="figures" style={{ overflowWrap: "anywhere" }}>
                  {tracking}
                </Text>
                <CopyButton value={tracking} label={t.copyTracking} />
              </Group>
            ),
          ],
        ]}
      />
    </article>
  );
}
