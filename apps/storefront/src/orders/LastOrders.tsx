import { Group, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { LoneLink } from "../links.tsx";
import { ordersText } from "../text/orders.ts";
import { trpc } from "../trpc.ts";
import { OrderRow } from "./OrderRow.tsx";
import classes from "./Orders.module.css";
import { lastOrders } from "./search.ts";

const t = ordersText;

/** The newest orders, for the start of the account; nothing where there is none. */
export function LastOrders() {
  const orders = useQuery(trpc.orders.list.queryOptions(lastOrders)).data?.items ?? [];
  if (orders.length === 0) return null;
  return (
    <section aria-labelledby="last-orders">
      <Group justify="space-between" align="baseline" mb="sm">
        <Title order={2} size="h3" id="last-orders">
          {t.recent}
        </Title>
        <LoneLink to="/account/orders" size="sm">
          {t.all}
        </LoneLink>
      </Group>
      <ul className={classes["list"]}>
        {orders.map((order) => (
          <li key={order.id}>
            <OrderRow order={order} />
          </li>
        ))}
      </ul>
    </section>
  );
}
