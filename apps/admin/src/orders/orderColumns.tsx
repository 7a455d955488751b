import type { orderSorts } from "@clientele/domain/orders/order";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { Money } from "@clientele/ui/Money.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { AnchorLink } from "../links.tsx";
import { callOf } from "../PersonCell.tsx";
import { ordersText } from "../text/orders.ts";
import type { Outputs } from "../trpc.ts";
import { FulfilmentBadge, OrderStatusBadge, PaymentBadge } from "./OrderBadges.tsx";

const t = ordersText;
export type OrderRow = Outputs["orders"]["list"]["items"][number];
type OrderColumn = DataTableColumn<OrderRow, (typeof orderSorts)[number]>;

/** The columns of a list of orders, in their usual order. */
export const orderColumns: readonly OrderColumn[] = [
  {
    id: "number",
    header: t.column.number,
    rowHeader: true,
    cell: ({ id, number }) => (
      <AnchorLink to="/orders/$orderId" params={{ orderId: id }} className="figures" underline="hover">
        {t.number(number)}
      </AnchorLink>
    ),
  },
  {
    id: "placed",
    header: t.column.placed,
    sort: ["-placedAt", "placedAt"],
    cell: ({ placedAt }) => <Time at={placedAt} />,
  },
  {
    id: "customer",
    header: t.column.customer,
    cell: ({ customer }) => (
      <AnchorLink to="/customers/$customerId" params={{ customerId: customer.id }} c="inherit" underline="hover">
        <bdi>{callOf(customer)}</bdi>
      </AnchorLink>
    ),
  },
  { id: "status", header: t.column.status, cell: ({ status }) => <OrderStatusBadge status={status} /> },
  { id: "payment", header: t.column.payment, cell: ({ payment }) => <PaymentBadge payment={payment} /> },
  { id: "fulfilment", header: t.column.fulfilment, cell: (row) => <FulfilmentBadge {...row} /> },
  {
    id: "access",
    header: t.column.access,
    hiddenAtFirst: true,
    cell: ({ access }) => t.access[access],
  },
  { id: "pieces", header: t.column.pieces, numeric: true, cell: ({ pieces }) => pieces.toLocaleString("en") },
  {
    id: "total",
    header: t.column.total,
    numeric: true,
    sort: ["-total", "total"],
    cell: ({ total }) => <Money of={total} />,
  },
];

/** The same without who bought, where that is known. */
export const ownOrderColumns = orderColumns.filter(({ id }) => id !== "customer");
