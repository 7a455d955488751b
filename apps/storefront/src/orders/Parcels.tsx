import { CopyButton } from "@clientele/ui/CopyButton.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Group, Paper, Text, Title } from "@mantine/core";
import { ordersText } from "../text/orders.ts";
import type { Outputs } from "../trpc.ts";
import classes from "./Orders.module.css";

const t = ordersText;
type Shipment = Outputs["orders"]["get"]["shipments"][number];

/** What is on its way, and what has arrived. */
export function Parcels({ shipments }: { shipments: readonly Shipment[] }) {
  return (
    <section aria-labelledby="parcels">
      <Title order={2} size="h3" id="parcels" mb="sm">
        {t.parcels}
      </Title>
      {shipments.length === 0 && <Text c="dimmed">{t.noParcels}</Text>}
      <div className={classes["parcels"]}>
        {shipments.map((shipment, index) => (
          <Paper key={shipment.id} p="lg" component="article" className={classes["fact"] ?? ""}>
            <Title order={3} size="h4">
              {t.parcel(index + 1)}
            </Title>
            <Text>
              {t.sentOn} <Time at={shipment.shippedAt} />
              {shipment.deliveredAt !== null && (
                <>
                  {" · "}
                  {t.deliveredOn} <Time at={shipment.deliveredAt} />
                </>
              )}
            </Text>
            {shipment.carrier !== null && (
              <Text c="dimmed">
                {t.carrier} <bdi>{shipment.carrier}</bdi>
              </Text>
            )}
            {shipment.tracking !== null && (
              <Group gap={4} wrap="nowrap">
                <Text className="figures" style={{ overflowWrap: "anywhere" }}>
                  {t.tracking}: {shipment.tracking}
                </Text>
                <CopyButton value={shipment.tracking} label={t.copyTracking} />
              </Group>
            )}
            <ul className={classes["contents"]}>
              {shipment.lines.map(({ lineId, title, quantity }) => (
                <li key={lineId}>
                  {t.quantity(quantity)} <bdi>{title}</bdi>
                </li>
              ))}
            </ul>
          </Paper>
        ))}
      </div>
    </section>
  );
}
