import { setFulfilled } from "@clientele/db/orders/orders";
import { insertShipment, setDelivered } from "@clientele/db/orders/shipments";
import { DomainError } from "@clientele/domain/errors";
import { sumOf } from "@clientele/domain/money";
import type { DeliverShipment, FulfilOrder, OrderDetail } from "@clientele/domain/orders/order";
import {
  afterDelivery,
  afterFulfilment,
  canDeliver,
  canFulfil,
  type Pieces,
  unfulfilledOf,
} from "@clientele/domain/orders/transitions";
import type { StaffContext } from "../context.ts";
import { changeOrder } from "./changeOrder.ts";
import { refuse } from "./motion.ts";

const countOf = (pieces: readonly Pieces[]): number => sumOf(pieces.map(({ quantity }) => quantity));

/** The pieces by line, so that a line that was named twice is one part of the shipment. */
const byLine = (pieces: readonly Pieces[]): Pieces[] => {
  const lines = new Map<string, number>();
  for (const { lineId, quantity } of pieces) lines.set(lineId, (lines.get(lineId) ?? 0) + quantity);
  return [...lines].map(([lineId, quantity]) => ({ lineId, quantity }));
};

/** Sends pieces of an order in one shipment: those that are named, else all that are left. */
export const fulfilOrder = (
  ctx: StaffContext,
  { lines: named, carrier, tracking, ...seen }: FulfilOrder,
): Promise<OrderDetail> =>
  changeOrder(ctx, seen, async (tx, { order: { id: orderId } }, order) => {
    refuse(canFulfil(order, named), order, named);
    const pieces = byLine(named ?? unfulfilledOf(order));
    const after = afterFulfilment(order, pieces);
    const touched = new Set(pieces.map(({ lineId }) => lineId));
    await setFulfilled(
      tx,
      after.lines.filter(({ id }) => touched.has(id)),
    );
    const shipmentId = ctx.newId("shipment");
    await insertShipment(tx, orderId, { id: shipmentId, carrier, tracking, shippedAt: ctx.now(), lines: pieces });
    const data = { shipmentId, pieces: countOf(pieces), left: countOf(unfulfilledOf(after)) };
    return { after, event: { type: "order.fulfilled", data }, mail: "order_sent" };
  });

/** Notes that a shipment arrived. */
export const deliverShipment = (ctx: StaffContext, { shipmentId, ...seen }: DeliverShipment): Promise<OrderDetail> =>
  changeOrder(ctx, seen, async (tx, { shipments }, order) => {
    const shipment = shipments.find(({ id }) => id === shipmentId);
    if (shipment === undefined) throw new DomainError("order.shipment_not_found");
    refuse(shipment.deliveredAt === null ? canDeliver(order, shipment.lines) : "already_delivered", order);
    await setDelivered(tx, shipmentId, ctx.now());
    const after = afterDelivery(order, shipment.lines);
    return { after, event: { type: "order.delivered", data: { shipmentId, pieces: countOf(shipment.lines) } } };
  });
