import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { TextLink } from "../links.tsx";
import { ordersText } from "../text/orders.ts";
import { OrderState } from "./OrderState.tsx";
import { type Order, OrderView } from "./OrderView.tsx";

const t = ordersText;

export interface OrderPageProps {
  store: string;
  order: Order;
  /** Whether there is a list it stands in. */
  listed: boolean;
}

/** The page of one order. */
export function OrderPage({ store, order, listed }: OrderPageProps) {
  const crumbs = [
    <TextLink key="orders" to="/account/orders">
      {t.backToOrders}
    </TextLink>,
  ];
  return (
    <>
      <PageHeader
        title={t.orderTitle(order.number)}
        store={store}
        beside={<OrderState order={order} />}
        description={
          <>
            {t.placed} <Time at={order.placedAt} />
          </>
        }
        {...(listed ? { crumbs } : {})}
      />
      <OrderView order={order} />
    </>
  );
}
