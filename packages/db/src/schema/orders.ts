import { paymentKinds } from "@clientele/domain/carts/limits";
import type { Place } from "@clientele/domain/carts/place";
import {
  fulfilmentStates,
  orderAccesses,
  orderStatuses,
  paymentEntryKinds,
  paymentStates,
} from "@clientele/domain/orders/order";
import { sql } from "drizzle-orm";
import { among, atMost } from "../columns/checks.ts";
import type { Columns } from "../columns/postgres.ts";
import { erase, keep, none } from "../columns/words.ts";
import type { catalogueTables } from "./catalogue.ts";
import type { customerTables } from "./customers.ts";

const country = keep("The law asks for the country that tax was taken for.");

export const orderTables = (
  c: Columns,
  { customers }: ReturnType<typeof customerTables>,
  { products, variants }: ReturnType<typeof catalogueTables>,
) => {
  /** Hands out order numbers: they rise, may have gaps, and no two orders wait for each other to get one. */
  const orderNumbers = c.table("order_numbers", {
    number: c.serial(none).primaryKey(),
    orderId: c.id(none).notNull(),
  });

  const orders = c.table(
    "orders",
    {
      id: c.id(none).primaryKey(),
      number: c.int(none).notNull(),
      /** The person it counts for (`domain` 1). */
      customerId: c
        .id(none)
        .notNull()
        .references(() => customers.id),
      access: c.oneOf(orderAccesses, none).notNull(),
      disownedAt: c.time(none),
      cartId: c.id(none),
      email: c.text(erase),
      regionId: c.id(none),
      regionName: c.text(none).notNull(),
      currency: c.text(none).notNull(),
      /** Basis points. */
      taxRate: c.int(none).notNull(),
      taxIncluded: c.bool(none).notNull(),
      status: c.oneOf(orderStatuses, none).notNull(),
      payment: c.oneOf(paymentStates, none).notNull(),
      fulfilment: c.oneOf(fulfilmentStates, none).notNull(),
      paymentKind: c.oneOf(paymentKinds, none).notNull(),
      subtotal: c.money(none).notNull(),
      discount: c.money(none).notNull(),
      shipping: c.money(none).notNull(),
      shippingDiscount: c.money(none).notNull(),
      shippingTax: c.money(none).notNull(),
      tax: c.money(none).notNull(),
      total: c.money(none).notNull(),
      refunded: c.money(none).notNull(),
      captured: c.money(none).notNull(),
      pieces: c.int(none).notNull(),
      shippingName: c.text(none).notNull(),
      shippingAddress: c.json<Place>(erase),
      billingAddress: c.json<Place>(erase),
      /** The country the goods went to. */
      countryCode: c.text(country).notNull(),
      /** What was taken off, by discount, in the order it was taken. */
      discounts: c.json<{ id: string; name: string; code: string | null; amount: number }[]>(none).notNull(),
      placedAt: c.time(none).notNull(),
      canceledAt: c.time(none),
      version: c.int(none).notNull(),
    },
    (t) => [
      c.uniqueIndex("orders_number_key").on(t.number),
      // A cart becomes one order, whatever happens (R4).
      c.uniqueIndex("orders_cart_key").on(t.cartId),
      c.index("orders_placed").on(t.placedAt, t.id),
      c.index("orders_total").on(t.total, t.id),
      c.index("orders_customer_placed").on(t.customerId, t.placedAt, t.id),
      c.index("orders_email").on(t.email, t.id),
      c.index("orders_status_placed").on(t.status, t.placedAt, t.id),
      c.index("orders_payment_placed").on(t.payment, t.placedAt, t.id),
      c.index("orders_fulfilment_placed").on(t.fulfilment, t.placedAt, t.id),
      c.check("orders_access", among(t.access, orderAccesses)),
      c.check("orders_status", among(t.status, orderStatuses)),
      c.check("orders_payment", among(t.payment, paymentStates)),
      c.check("orders_fulfilment", among(t.fulfilment, fulfilmentStates)),
      c.check("orders_payment_kind", among(t.paymentKind, paymentKinds)),
      c.check("orders_refunded", sql`${t.refunded} >= 0 and ${t.refunded} <= ${t.captured}`),
      c.check("orders_total_positive", sql`${t.total} >= 0`),
    ],
  );

  const orderLines = c.table(
    "order_lines",
    {
      id: c.id(none).primaryKey(),
      orderId: c
        .id(none)
        .notNull()
        .references(() => orders.id, { onDelete: "cascade" }),
      position: c.int(none).notNull(),
      productId: c.id(none).references(() => products.id, { onDelete: "set null" }),
      variantId: c.id(none).references(() => variants.id, { onDelete: "set null" }),
      title: c.text(none).notNull(),
      variantTitle: c.text(none).notNull(),
      sku: c.text(none).notNull(),
      picture: c.text(none),
      /** Pieces sent, and pieces sold. */
      fulfilled: c.int(none).notNull(),
      quantity: c.int(none).notNull(),
      unit: c.money(none).notNull(),
      original: c.money(none).notNull(),
      /** The list whose price it is, by id and name as they were. */
      listId: c.id(none),
      listName: c.text(none),
      benefit: c.text(none),
      amount: c.money(none).notNull(),
      discount: c.money(none).notNull(),
      shares: c.json<{ discountId: string; amount: number }[]>(none).notNull(),
      tax: c.money(none).notNull(),
      total: c.money(none).notNull(),
      /** Whether its pieces were taken from a counted stock, to which a cancellation gives them back. */
      counted: c.bool(none).notNull(),
    },
    (t) => [
      c.index("order_lines_order").on(t.orderId, t.position, t.id),
      c.index("order_lines_variant").on(t.variantId),
      c.index("order_lines_product").on(t.productId),
      c.index("order_lines_list").on(t.listId),
      c.check("order_lines_quantity", sql`${t.quantity} >= 1`),
      c.check("order_lines_fulfilled", sql`${t.fulfilled} >= 0 and ${t.fulfilled} <= ${t.quantity}`),
    ],
  );

  const shipments = c.table(
    "shipments",
    {
      id: c.id(none).primaryKey(),
      orderId: c
        .id(none)
        .notNull()
        .references(() => orders.id, { onDelete: "cascade" }),
      carrier: c.text(none),
      tracking: c.text(erase),
      shippedAt: c.time(none).notNull(),
      deliveredAt: c.time(none),
    },
    (t) => [
      c.index("shipments_order").on(t.orderId, t.shippedAt, t.id),
      c.check("shipments_carrier_length", atMost(t.carrier, 60)),
      c.check("shipments_tracking_length", atMost(t.tracking, 120)),
    ],
  );

  const shipmentLines = c.table(
    "shipment_lines",
    {
      shipmentId: c
        .id(none)
        .notNull()
        .references(() => shipments.id, { onDelete: "cascade" }),
      lineId: c
        .id(none)
        .notNull()
        .references(() => orderLines.id, { onDelete: "cascade" }),
      quantity: c.int(none).notNull(),
    },
    (t) => [
      c.primaryKey({ name: "shipment_lines_key", columns: [t.shipmentId, t.lineId] }),
      c.index("shipment_lines_line").on(t.lineId),
      c.check("shipment_lines_quantity", sql`${t.quantity} >= 1`),
    ],
  );

  /** What the payment provider did for an order, oldest first. */
  const payments = c.table(
    "payments",
    {
      id: c.id(none).primaryKey(),
      orderId: c
        .id(none)
        .notNull()
        .references(() => orders.id, { onDelete: "cascade" }),
      kind: c.oneOf(paymentEntryKinds, none).notNull(),
      amount: c.money(none).notNull(),
      reason: c.text(erase),
      staffId: c.id(none),
      at: c.time(none).notNull(),
    },
    (t) => [
      c.index("payments_order").on(t.orderId, t.at, t.id),
      c.check("payments_kind", among(t.kind, paymentEntryKinds)),
      c.check("payments_amount", sql`${t.amount} >= 0`),
      c.check("payments_reason_length", atMost(t.reason, 300)),
    ],
  );

  const orderNotes = c.table(
    "order_notes",
    {
      id: c.id(none).primaryKey(),
      orderId: c
        .id(none)
        .notNull()
        .references(() => orders.id, { onDelete: "cascade" }),
      text: c.text(erase).notNull(),
      authorId: c.id(none),
      at: c.time(none).notNull(),
    },
    (t) => [
      c.index("order_notes_order").on(t.orderId, t.at, t.id),
      c.check("order_notes_length", atMost(t.text, 5000)),
    ],
  );

  /** A customer's orders in one currency, kept in the transaction of every order's event (`domain` 1). */
  const customerFigures = c.table(
    "customer_figures",
    {
      customerId: c
        .id(none)
        .notNull()
        .references(() => customers.id, { onDelete: "cascade" }),
      currency: c.text(none).notNull(),
      /** Placed and not cancelled. */
      orders: c.int(none).notNull(),
      gross: c.money(none).notNull(),
      refunded: c.money(none).notNull(),
      net: c.money(none).notNull(),
      firstOrderAt: c.time(none),
      lastOrderAt: c.time(none),
    },
    (t) => [
      c.primaryKey({ name: "customer_figures_key", columns: [t.customerId, t.currency] }),
      c.index("customer_figures_net").on(t.currency, t.net, t.customerId),
    ],
  );

  return { orderNumbers, orders, orderLines, shipments, shipmentLines, payments, orderNotes, customerFigures };
};
