import type { StoredLine, StoredOrder } from "@clientele/db/orders/orders";
import type { EventData, EventType } from "@clientele/domain/events";
import { partOf } from "@clientele/domain/money";
import {
  afterCancel,
  afterCapture,
  afterDelivery,
  afterFulfilment,
  afterRefund,
  canCancel,
  canCapture,
  canDeliver,
  canFulfil,
  canRefund,
  type OrderInMotion,
  type Pieces,
} from "@clientele/domain/orders/transitions";
import type { Staff } from "@clientele/domain/staff/staff";
import { days, hours, later } from "@clientele/domain/time";
import { byStaff, happened, type World } from "../world.ts";

export interface PastShipment {
  id: string;
  orderId: string;
  carrier: string;
  tracking: string;
  shippedAt: Date;
  deliveredAt: Date | null;
  lines: Pieces[];
}
export interface PastPayment {
  id: string;
  orderId: string;
  kind: "captured" | "voided" | "refunded";
  amount: number;
  reason: string | null;
  staffId: string;
  at: Date;
}
export interface Fate {
  order: StoredOrder;
  lines: StoredLine[];
  shipments: PastShipment[];
  payments: PastPayment[];
}

const carriers = ["DHL", "DPD", "UPS", "Hermes"] as const;
const refundReasons = [
  "A knot that should not be there",
  "Arrived with a scratch",
  "Came late, as promised",
  "",
] as const;
const cancelReasons = ["Ordered twice", "Found something else", "Cannot wait so long", ""] as const;

const none = (refusal: string | null): void => {
  if (refusal !== null) throw new Error(`the demo's past cannot be: ${refusal}`);
};

/** Lets an order become what its age makes likely, by the same transitions that staff make. */
export const fateOf = (world: World, staff: Staff, placed: { order: StoredOrder; lines: StoredLine[] }): Fate => {
  const { random, now } = world;
  const { order } = placed;
  const shipments: PastShipment[] = [];
  const payments: PastPayment[] = [];
  let canceledAt: Date | null = null;
  let steps = 0;
  let motion: OrderInMotion = {
    status: order.status,
    payment: order.payment,
    fulfilment: order.fulfilment,
    total: order.total,
    captured: 0,
    refunded: 0,
    lines: placed.lines.map(({ id, quantity }) => ({ id, quantity, fulfilled: 0, delivered: 0, returned: 0 })),
  };
  const tell = (at: Date, type: EventType, data: EventData): void => {
    steps += 1;
    happened(world, at, byStaff(staff), { type, customerId: order.customerId, orderId: order.id, data });
  };
  const money = (amount: number): EventData => ({ amount, currency: order.currency });

  const capture = (at: Date): void => {
    if (at >= now) return;
    none(canCapture(motion));
    motion = afterCapture(motion);
    payments.push({
      id: world.newId("payment", at),
      orderId: order.id,
      kind: "captured",
      amount: order.total,
      reason: null,
      staffId: staff.id,
      at,
    });
    tell(at, "order.captured", money(order.total));
  };
  const send = (at: Date, pieces: Pieces[], arrives: Date): void => {
    if (at >= now || pieces.length === 0) return;
    none(canFulfil(motion, pieces));
    motion = afterFulfilment(motion, pieces);
    const id = world.newId("shipment", at);
    const shipment: PastShipment = {
      id,
      orderId: order.id,
      carrier: random.pick(carriers),
      tracking: `LH${random.int(10_000_000, 99_999_999)}`,
      shippedAt: at,
      deliveredAt: null,
      lines: pieces,
    };
    shipments.push(shipment);
    const sent = pieces.reduce((sum, { quantity }) => sum + quantity, 0);
    const left = order.pieces - motion.lines.reduce((sum, { fulfilled }) => sum + fulfilled, 0);
    tell(at, "order.fulfilled", { shipmentId: id, pieces: sent, left });
    if (arrives >= now) return;
    none(canDeliver(motion, pieces));
    motion = afterDelivery(motion, pieces);
    shipment.deliveredAt = arrives;
    tell(arrives, "order.delivered", { shipmentId: id, pieces: sent });
  };
  const refund = (at: Date, amount: number): void => {
    if (at >= now || amount < 1 || canRefund(motion, amount) !== null) return;
    motion = afterRefund(motion, amount);
    const reason = random.pick(refundReasons);
    const said = reason === "" ? {} : { reason };
    payments.push({
      id: world.newId("payment", at),
      orderId: order.id,
      kind: "refunded",
      amount,
      reason: reason === "" ? null : reason,
      staffId: staff.id,
      at,
    });
    tell(at, "order.refunded", { ...money(amount), ...said });
  };
  const cancel = (at: Date): void => {
    if (at >= now) return;
    none(canCancel(motion));
    const { order: after, refund: back, payment } = afterCancel(motion);
    motion = after;
    canceledAt = at;
    const reason = random.pick(cancelReasons);
    const kind = payment === "voided" ? "voided" : "refunded";
    const amount = payment === "voided" ? order.total : back;
    payments.push({
      id: world.newId("payment", at),
      orderId: order.id,
      kind,
      amount,
      reason: reason === "" ? null : reason,
      staffId: staff.id,
      at,
    });
    tell(at, "order.canceled", { ...(back > 0 ? money(back) : {}), ...(reason === "" ? {} : { reason }) });
  };

  const { placedAt } = order;
  const paidSoon = random.chance(0.7);
  const paidAt = later(placedAt, paidSoon ? hours(random.int(2, 30)) : days(random.int(9, 18)));
  if (random.chance(0.035)) {
    if (random.chance(0.5)) capture(later(placedAt, hours(3)));
    cancel(later(placedAt, hours(random.int(5, 40))));
  } else {
    const all = motion.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
    const sentAt = later(placedAt, days(random.int(1, 4)) + hours(random.int(1, 8)));
    const parts =
      all.length > 1 && random.chance(placedAt > later(now, -days(12)) ? 0.6 : 0.16)
        ? [all.slice(0, 1), all.slice(1)]
        : [all];
    if (paidSoon) capture(paidAt);
    parts.forEach((pieces, index) => {
      const at = later(sentAt, days(index * random.int(3, 6)));
      send(at, pieces, later(at, days(random.int(2, 5))));
    });
    // A few never pay, which somebody still has to look after.
    if (!paidSoon && random.chance(0.97)) capture(paidAt);
    if (motion.payment === "captured" && random.chance(0.045)) {
      const amount = random.chance(0.35) ? order.total : partOf(order.total, random.int(5, 40), 100);
      refund(later(placedAt, days(random.int(19, 34))), amount);
    }
  }
  const fulfilled = new Map(motion.lines.map((line) => [line.id, line.fulfilled]));
  const { status, payment, fulfilment, captured, refunded } = motion;
  return {
    order: { ...order, status, payment, fulfilment, captured, refunded, canceledAt, version: 1 + steps },
    lines: placed.lines.map((line) => ({ ...line, fulfilled: fulfilled.get(line.id) ?? 0 })),
    shipments,
    payments,
  };
};
