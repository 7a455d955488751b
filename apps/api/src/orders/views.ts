import type { Reader } from "@clientele/db";
import { handlesOfProducts } from "@clientele/db/orders/orderProducts";
import { linesOfOrders, type StoredLine, type StoredOrder } from "@clientele/db/orders/orders";
import { listShipments, type StoredShipment } from "@clientele/db/orders/shipments";
import type { OrderLine, Shipment, ShopOrder } from "@clientele/domain/orders/order";

/** An amount of an order, in the order's currency. */
export const moneyOf =
  ({ currency }: Pick<StoredOrder, "currency">) =>
  (amount: number) => ({ amount, currency });

/** An order with all that its answers are made of. */
export interface WholeOrder {
  order: StoredOrder;
  lines: StoredLine[];
  shipments: StoredShipment[];
  /** Where the products of its lines still stand in the shop. */
  handles: ReadonlyMap<string, string>;
}

/** Reads what belongs to an order; three statements however long it is. */
export const wholeOrder = async (db: Reader, order: StoredOrder): Promise<WholeOrder> => {
  const lines = await linesOfOrders(db, [order.id]);
  const shipments = await listShipments(db, order.id);
  const handles = await handlesOfProducts(
    db,
    lines.flatMap(({ productId }) => productId ?? []),
  );
  return { order, lines, shipments, handles };
};

/** A line as everybody sees it: what was bought, and how its price came about. */
export const lineView = ({ order, handles }: WholeOrder, line: StoredLine): OrderLine => {
  const money = moneyOf(order);
  return {
    id: line.id,
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    picture: line.picture,
    handle: line.productId === null ? null : (handles.get(line.productId) ?? null),
    quantity: line.quantity,
    unit: money(line.unit),
    original: money(line.original),
    benefit: line.benefit,
    amount: money(line.amount),
    discount: money(line.discount),
    tax: money(line.tax),
    total: money(line.total),
    fulfilled: line.fulfilled,
  };
};

const shipmentView = (lines: readonly StoredLine[], { lines: sent, ...shipment }: StoredShipment): Shipment => {
  const titles = new Map(lines.map(({ id, title }) => [id, title]));
  return {
    ...shipment,
    lines: sent.map(({ lineId, quantity }) => ({ lineId, title: titles.get(lineId) ?? "", quantity })),
  };
};

/** The order as its shopper sees it: who sold at which list, and how staff speak of it, are not in it. */
export const shopView = (whole: WholeOrder): ShopOrder => {
  const { order, lines, shipments } = whole;
  const money = moneyOf(order);
  return {
    id: order.id,
    number: order.number,
    placedAt: order.placedAt,
    email: order.email,
    status: order.status,
    payment: order.payment,
    fulfilment: order.fulfilment,
    paymentKind: order.paymentKind,
    lines: lines.map((line) => lineView(whole, line)),
    discounts: order.discounts.map(({ name, code, amount }) => ({ name, code, amount: money(amount) })),
    shippingName: order.shippingName,
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    shipments: shipments.map((shipment) => shipmentView(lines, shipment)),
    canceledAt: order.canceledAt,
    subtotal: money(order.subtotal),
    discount: money(order.discount),
    shipping: money(order.shipping),
    shippingDiscount: money(order.shippingDiscount),
    tax: money(order.tax),
    taxIncluded: order.taxIncluded,
    total: money(order.total),
    refunded: money(order.refunded),
  };
};

/** Reads what belongs to an order and shows it to its shopper. */
export const shopOrderOf = async (db: Reader, order: StoredOrder): Promise<ShopOrder> =>
  shopView(await wholeOrder(db, order));
