import { DomainError } from "@clientele/domain/errors";
import {
  type OrderInMotion,
  type Pieces,
  refundableOf,
  type TransitionRefusal,
} from "@clientele/domain/orders/transitions";
import { sumOf } from "@clientele/domain/money";
import type { WholeOrder } from "./views.ts";

/** The order as its transitions look at it. */
export const inMotion = ({ order, lines, shipments }: WholeOrder): OrderInMotion => {
  const delivered = shipments.filter(({ deliveredAt }) => deliveredAt !== null).flatMap((shipment) => shipment.lines);
  const { status, payment, fulfilment, total, captured, refunded } = order;
  return {
    status,
    payment,
    fulfilment,
    total,
    captured,
    refunded,
    lines: lines.map(({ id, quantity, fulfilled }) => ({
      id,
      quantity,
      fulfilled,
      delivered: sumOf(delivered.filter(({ lineId }) => lineId === id).map((piece) => piece.quantity)),
      returned: 0,
    })),
  };
};

/** Says a refusal as a problem of the field it is about, or of the state the order is in by now. */
export const refuse = (
  refusal: TransitionRefusal | null,
  order: OrderInMotion,
  pieces: readonly Pieces[] = [],
): void => {
  switch (refusal) {
    case null:
      return;
    case "too_much":
    case "no_amount":
      throw new DomainError("order.refund_too_much", { most: refundableOf(order) });
    case "no_pieces":
      throw new DomainError("input.invalid", {}, { lines: { code: "field.required", params: {} } });
    case "unknown_line": {
      const at = pieces.findIndex(({ lineId }) => order.lines.every(({ id }) => id !== lineId));
      throw new DomainError("input.invalid", {}, { [`lines.${at}.lineId`]: { code: "field.choice", params: {} } });
    }
    case "too_many_pieces":
      throw tooManyPieces(order, pieces);
    default: {
      const { status, payment, fulfilment } = order;
      throw new DomainError("order.not_possible", { status, payment, fulfilment });
    }
  }
};

/** The first line of which more is wanted than is left, named at its field. */
const tooManyPieces = (order: OrderInMotion, pieces: readonly Pieces[]): DomainError => {
  const left = new Map(order.lines.map(({ id, quantity, fulfilled }) => [id, quantity - fulfilled]));
  for (const [at, { lineId, quantity }] of pieces.entries()) {
    const most = left.get(lineId) ?? 0;
    if (quantity > most) {
      const problem = { code: "order.too_many_pieces", params: { most } } as const;
      return new DomainError("order.too_many_pieces", { most }, { [`lines.${at}.quantity`]: problem });
    }
    left.set(lineId, most - quantity);
  }
  return new DomainError("order.too_many_pieces", { most: 0 });
};
