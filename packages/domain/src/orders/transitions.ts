import { sumOf } from "../money.ts";
import type { fulfilmentStates, orderStatuses, paymentStates } from "./order.ts";

export type OrderStatus = (typeof orderStatuses)[number];
export type PaymentState = (typeof paymentStates)[number];
export type FulfilmentState = (typeof fulfilmentStates)[number];

export interface OrderStates {
  status: OrderStatus;
  payment: PaymentState;
  fulfilment: FulfilmentState;
}

/** How many pieces of a line were sold, sent, arrived and came back. */
export interface LinePieces {
  id: string;
  quantity: number;
  fulfilled: number;
  delivered: number;
  returned: number;
}

/** What an order's transitions look at; sums are in its currency. */
export interface OrderInMotion extends OrderStates {
  total: number;
  captured: number;
  refunded: number;
  lines: readonly LinePieces[];
}

/** Pieces of a line to send, or that arrived. */
export interface Pieces {
  lineId: string;
  quantity: number;
}

export type Transition = "capture" | "fulfil" | "deliver" | "cancel" | "refund";

/** Why a transition is refused. */
export const transitionRefusals = [
  "canceled",
  "completed",
  "already_captured",
  "not_captured",
  "already_refunded",
  "already_fulfilled",
  "already_delivered",
  "nothing_fulfilled",
  "fulfilment_begun",
  "no_pieces",
  "unknown_line",
  "too_many_pieces",
  "no_amount",
  "too_much",
] as const;
export type TransitionRefusal = (typeof transitionRefusals)[number];

type Row<S extends string> = Readonly<Record<S, TransitionRefusal | null>>;
interface Rule {
  status: Row<OrderStatus>;
  payment: Row<PaymentState>;
  fulfilment: Row<FulfilmentState>;
}

const openStatus = { pending: null, completed: "completed", canceled: "canceled" } as const;
const anyPayment = {
  awaiting: null,
  authorized: null,
  captured: null,
  partially_refunded: null,
  refunded: null,
  voided: "canceled",
} as const;
const anyFulfilment = {
  not_fulfilled: null,
  partially_fulfilled: null,
  fulfilled: null,
  delivered: null,
  partially_returned: null,
  returned: null,
} as const;

/**
 * What may happen to an order in which state, and why not otherwise (`domain` 8). The first refusal of status, payment
 * and fulfilment counts; null allows. How the money came or went never holds back a shipment, since an order may be paid
 * on delivery and staff may send what they refunded.
 */
const transitions: Readonly<Record<Transition, Rule>> = {
  capture: {
    status: { pending: null, completed: "already_captured", canceled: "canceled" },
    payment: {
      awaiting: null,
      authorized: null,
      captured: "already_captured",
      partially_refunded: "already_captured",
      refunded: "already_captured",
      voided: "canceled",
    },
    fulfilment: anyFulfilment,
  },
  fulfil: {
    status: openStatus,
    payment: anyPayment,
    fulfilment: {
      ...anyFulfilment,
      fulfilled: "already_fulfilled",
      delivered: "already_fulfilled",
      returned: "already_fulfilled",
    },
  },
  deliver: {
    status: openStatus,
    payment: anyPayment,
    fulfilment: {
      ...anyFulfilment,
      not_fulfilled: "nothing_fulfilled",
      delivered: "already_delivered",
      returned: "already_delivered",
    },
  },
  cancel: {
    status: openStatus,
    payment: anyPayment,
    fulfilment: {
      not_fulfilled: null,
      partially_fulfilled: "fulfilment_begun",
      fulfilled: "fulfilment_begun",
      delivered: "fulfilment_begun",
      partially_returned: "fulfilment_begun",
      returned: "fulfilment_begun",
    },
  },
  refund: {
    status: { pending: null, completed: null, canceled: "canceled" },
    payment: {
      awaiting: "not_captured",
      authorized: "not_captured",
      captured: null,
      partially_refunded: null,
      refunded: "already_refunded",
      voided: "canceled",
    },
    fulfilment: anyFulfilment,
  },
};

/** Why the transition is refused in these states, or null when it is allowed. */
export function refusalFor(
  transition: Transition,
  { status, payment, fulfilment }: OrderStates,
): TransitionRefusal | null {
  const rule = transitions[transition];
  return rule.status[status] ?? rule.payment[payment] ?? rule.fulfilment[fulfilment];
}

const pieceRefusal = (
  order: OrderInMotion,
  pieces: readonly Pieces[],
  roomOf: (line: LinePieces) => number,
): TransitionRefusal | null => {
  if (pieces.length === 0 || pieces.some(({ quantity }) => quantity < 1)) return "no_pieces";
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  if (pieces.some(({ lineId }) => !lines.has(lineId))) return "unknown_line";
  const isTooMany = order.lines.some((line) => wantedOf(line.id, pieces) > roomOf(line));
  return isTooMany ? "too_many_pieces" : null;
};
const wantedOf = (lineId: string, pieces: readonly Pieces[]): number =>
  sumOf(pieces.filter((piece) => piece.lineId === lineId).map(({ quantity }) => quantity));

/** The pieces of an order that were not sent yet, by line. */
export const unfulfilledOf = (order: Pick<OrderInMotion, "lines">): Pieces[] =>
  order.lines.flatMap(({ id, quantity, fulfilled }) =>
    quantity > fulfilled ? [{ lineId: id, quantity: quantity - fulfilled }] : [],
  );

/** What could still be given back. */
export const refundableOf = ({ captured, refunded }: Pick<OrderInMotion, "captured" | "refunded">): number =>
  captured - refunded;

/** Whether the whole total may be captured. */
export const canCapture = (order: OrderInMotion): TransitionRefusal | null => refusalFor("capture", order);
/** Whether these pieces, or without any named anything at all, may be sent. */
export function canFulfil(order: OrderInMotion, pieces?: readonly Pieces[]): TransitionRefusal | null {
  const refusal = refusalFor("fulfil", order);
  if (refusal !== null) return refusal;
  // Pieces that came back hide in the state whether others still wait to be sent.
  if (unfulfilledOf(order).length === 0) return "already_fulfilled";
  return pieces === undefined ? null : pieceRefusal(order, pieces, (line) => line.quantity - line.fulfilled);
}
/** Whether these sent pieces, or without any named anything at all, may be marked as delivered. */
export function canDeliver(order: OrderInMotion, pieces?: readonly Pieces[]): TransitionRefusal | null {
  const refusal = refusalFor("deliver", order);
  if (refusal !== null) return refusal;
  if (order.lines.every((line) => line.delivered === line.fulfilled)) return "already_delivered";
  return pieces === undefined ? null : pieceRefusal(order, pieces, (line) => line.fulfilled - line.delivered);
}
/** Whether the whole order may be canceled. */
export const canCancel = (order: OrderInMotion): TransitionRefusal | null => refusalFor("cancel", order);
/** Whether the amount, or without one anything at all, may be refunded: never more than was captured and is not given back. */
export function canRefund(order: OrderInMotion, amount?: number): TransitionRefusal | null {
  const refusal = refusalFor("refund", order);
  if (refusal !== null || amount === undefined) return refusal;
  if (amount < 1) return "no_amount";
  return amount > refundableOf(order) ? "too_much" : null;
}

/** The state that an order's pieces are in together. */
export function fulfilmentOf(lines: readonly LinePieces[]): FulfilmentState {
  const every = (isDone: (line: LinePieces) => boolean): boolean => lines.every(isDone);
  if (every(({ quantity, returned }) => returned >= quantity)) return "returned";
  if (!every(({ returned }) => returned === 0)) return "partially_returned";
  if (every(({ quantity, delivered }) => delivered >= quantity)) return "delivered";
  if (every(({ quantity, fulfilled }) => fulfilled >= quantity)) return "fulfilled";
  return every(({ fulfilled }) => fulfilled === 0) ? "not_fulfilled" : "partially_fulfilled";
}

// Captured money stays captured for this rule however much of it was given back.
const paidStates: readonly PaymentState[] = ["captured", "partially_refunded", "refunded"];

/** The order, completed when everything of it arrived (or came back since) and its payment was captured or refunded. */
function settled<O extends OrderInMotion>(order: O): O {
  const arrived = order.lines.every(({ quantity, delivered }) => delivered >= quantity);
  const isDone = order.status === "pending" && arrived && paidStates.includes(order.payment);
  return isDone ? { ...order, status: "completed" } : order;
}

const withPieces = <O extends OrderInMotion>(
  order: O,
  pieces: readonly Pieces[],
  count: "fulfilled" | "delivered",
): O => {
  const lines = order.lines.map((line) => ({ ...line, [count]: line[count] + wantedOf(line.id, pieces) }));
  return settled({ ...order, lines, fulfilment: fulfilmentOf(lines) });
};

/** The order with its whole total captured. Ask `canCapture` first, as each of these asks for its own question. */
export const afterCapture = <O extends OrderInMotion>(order: O): O =>
  settled({ ...order, payment: "captured", captured: order.total });

/** The order with the pieces sent. */
export const afterFulfilment = <O extends OrderInMotion>(order: O, pieces: readonly Pieces[]): O =>
  withPieces(order, pieces, "fulfilled");

/** The order with the pieces of a shipment arrived. */
export const afterDelivery = <O extends OrderInMotion>(order: O, pieces: readonly Pieces[]): O =>
  withPieces(order, pieces, "delivered");

/** The order with the amount given back. */
export function afterRefund<O extends OrderInMotion>(order: O, amount: number): O {
  const refunded = order.refunded + amount;
  return settled({ ...order, refunded, payment: refunded >= order.captured ? "refunded" : "partially_refunded" });
}

/** The canceled order: what was captured is given back whole, what was not is let go. */
export function afterCancel<O extends OrderInMotion>(
  order: O,
): { order: O; refund: number; payment: "refunded" | "voided" } {
  const payment = paidStates.includes(order.payment) ? "refunded" : "voided";
  const refund = refundableOf(order);
  return { order: { ...order, status: "canceled", payment, refunded: order.refunded + refund }, refund, payment };
}
