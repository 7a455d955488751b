import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fulfilmentStates, orderStatuses, paymentStates } from "./order.ts";
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
  fulfilmentOf,
  type OrderInMotion,
  type OrderStates,
  refundableOf,
  refusalFor,
  type Transition,
  type TransitionRefusal,
  unfulfilledOf,
} from "./transitions.ts";

const orderOf = (total: number, quantities: readonly number[], authorized = false): OrderInMotion => ({
  status: "pending",
  payment: authorized ? "authorized" : "awaiting",
  fulfilment: "not_fulfilled",
  total,
  captured: 0,
  refunded: 0,
  lines: quantities.map((quantity, at) => ({ id: `line_${at}`, quantity, fulfilled: 0, delivered: 0, returned: 0 })),
});
const piece = (line: number, quantity: number) => ({ lineId: `line_${line}`, quantity });
const states = ({ status, payment, fulfilment }: OrderStates): string => `${status} ${payment} ${fulfilment}`;

describe("the table of transitions", () => {
  test.each<[Transition, Partial<OrderStates>, TransitionRefusal | null]>([
    ["capture", {}, null],
    ["capture", { payment: "authorized" }, null],
    ["capture", { payment: "captured" }, "already_captured"],
    ["capture", { payment: "partially_refunded" }, "already_captured"],
    ["capture", { status: "canceled", payment: "voided" }, "canceled"],
    ["capture", { fulfilment: "delivered" }, null],
    ["fulfil", {}, null],
    ["fulfil", { payment: "captured", fulfilment: "partially_fulfilled" }, null],
    ["fulfil", { fulfilment: "fulfilled" }, "already_fulfilled"],
    ["fulfil", { status: "completed", payment: "captured", fulfilment: "delivered" }, "completed"],
    ["fulfil", { status: "canceled", payment: "refunded" }, "canceled"],
    ["deliver", {}, "nothing_fulfilled"],
    ["deliver", { fulfilment: "partially_fulfilled" }, null],
    ["deliver", { fulfilment: "delivered" }, "already_delivered"],
    ["cancel", {}, null],
    ["cancel", { payment: "captured" }, null],
    ["cancel", { payment: "refunded" }, null],
    ["cancel", { fulfilment: "partially_fulfilled" }, "fulfilment_begun"],
    ["cancel", { fulfilment: "delivered" }, "fulfilment_begun"],
    ["cancel", { status: "canceled", payment: "voided" }, "canceled"],
    ["refund", {}, "not_captured"],
    ["refund", { payment: "captured" }, null],
    ["refund", { payment: "partially_refunded", status: "completed", fulfilment: "delivered" }, null],
    ["refund", { payment: "refunded" }, "already_refunded"],
    ["refund", { payment: "refunded", status: "canceled" }, "canceled"],
  ])("%s in %j: %s", (transition, given, refusal) => {
    const order = { status: "pending", payment: "awaiting", fulfilment: "not_fulfilled", ...given } as const;
    expect(refusalFor(transition, order)).toBe(refusal);
  });

  test("allows nothing but refunds once an order is completed, and nothing at all once it is canceled", () => {
    for (const payment of paymentStates) {
      for (const fulfilment of fulfilmentStates) {
        for (const transition of ["capture", "fulfil", "deliver", "cancel", "refund"] as const) {
          expect(refusalFor(transition, { status: "canceled", payment, fulfilment })).not.toBeNull();
          if (transition === "refund") continue;
          expect(refusalFor(transition, { status: "completed", payment, fulfilment })).not.toBeNull();
        }
      }
    }
  });
});

describe("an order", () => {
  test("is completed by itself when all of it is delivered and its payment captured, whichever comes last", () => {
    const order = orderOf(900, [2, 1]);
    const sent = afterFulfilment(afterFulfilment(order, [piece(0, 1)]), [piece(0, 1), piece(1, 1)]);
    expect(states(afterFulfilment(order, [piece(0, 1)]))).toBe("pending awaiting partially_fulfilled");
    expect(states(sent)).toBe("pending awaiting fulfilled");
    const partly = afterDelivery(sent, [piece(0, 2)]);
    expect(states(partly)).toBe("pending awaiting fulfilled");
    expect(states(afterDelivery(afterCapture(partly), [piece(1, 1)]))).toBe("completed captured delivered");
    expect(states(afterCapture(afterDelivery(partly, [piece(1, 1)])))).toBe("completed captured delivered");
  });

  test("stays completed when it is refunded, and counts a part refund as paid", () => {
    const paid = afterCapture(orderOf(900, [1]));
    const part = afterRefund(paid, 400);
    expect(states(part)).toBe("pending partially_refunded not_fulfilled");
    const done = afterDelivery(afterFulfilment(part, [piece(0, 1)]), [piece(0, 1)]);
    expect(states(done)).toBe("completed partially_refunded delivered");
    expect(canRefund(done, 501)).toBe("too_much");
    expect(states(afterRefund(done, 500))).toBe("completed refunded delivered");
    expect(canRefund(done, 0)).toBe("no_amount");
  });

  test("gives back on canceling what was captured and not refunded yet, and lets go of the rest", () => {
    const order = orderOf(900, [1], true);
    expect(afterCancel(order)).toMatchObject({
      refund: 0,
      payment: "voided",
      order: { status: "canceled", payment: "voided" },
    });
    expect(afterCancel(afterRefund(afterCapture(order), 300))).toMatchObject({
      refund: 600,
      payment: "refunded",
      order: { status: "canceled", payment: "refunded", refunded: 900 },
    });
  });

  test("names what is wrong with the pieces it is asked to send or deliver", () => {
    const order = afterFulfilment(orderOf(900, [2, 1]), [piece(0, 1)]);
    expect(unfulfilledOf(order)).toEqual([piece(0, 1), piece(1, 1)]);
    expect(canFulfil(order, [piece(0, 1), piece(1, 1)])).toBeNull();
    expect(canFulfil(order, [piece(0, 2)])).toBe("too_many_pieces");
    expect(canFulfil(order, [piece(0, 1), piece(0, 1)])).toBe("too_many_pieces");
    expect(canFulfil(order, [piece(7, 1)])).toBe("unknown_line");
    expect(canFulfil(order, [])).toBe("no_pieces");
    expect(canFulfil(order, [piece(0, 0)])).toBe("no_pieces");
    expect(canDeliver(order, [piece(0, 1)])).toBeNull();
    expect(canDeliver(order, [piece(1, 1)])).toBe("too_many_pieces");
    expect(canDeliver(afterDelivery(order, [piece(0, 1)]))).toBe("already_delivered");
  });

  test("has the state of its pieces together", () => {
    const line = (quantity: number, fulfilled: number, delivered: number, returned: number) => ({
      id: "line",
      quantity,
      fulfilled,
      delivered,
      returned,
    });
    expect(fulfilmentOf([line(2, 0, 0, 0)])).toBe("not_fulfilled");
    expect(fulfilmentOf([line(2, 1, 1, 0)])).toBe("partially_fulfilled");
    expect(fulfilmentOf([line(2, 2, 2, 0), line(1, 1, 0, 0)])).toBe("fulfilled");
    expect(fulfilmentOf([line(2, 2, 2, 0)])).toBe("delivered");
    expect(fulfilmentOf([line(2, 2, 2, 1), line(1, 0, 0, 0)])).toBe("partially_returned");
    expect(fulfilmentOf([line(2, 2, 2, 2)])).toBe("returned");
    const returned = { ...orderOf(5, [2, 1]), fulfilment: "partially_returned" as const, lines: [line(2, 2, 2, 1)] };
    expect(canFulfil(returned)).toBe("already_fulfilled");
  });

  const step = fc.record({
    kind: fc.constantFrom(
      "capture" as const,
      "fulfil" as const,
      "deliver" as const,
      "cancel" as const,
      "refund" as const,
    ),
    line: fc.integer({ min: 0, max: 2 }),
    quantity: fc.integer({ min: 1, max: 3 }),
    amount: fc.integer({ min: 1, max: 600 }),
  });
  const start = fc.tuple(
    fc.integer({ min: 0, max: 900 }),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }),
    fc.boolean(),
  );

  test("never gives back more than it took, sends more than it sold or leaves its states, whatever is asked of it", () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 14 }), ([total, quantities, authorized], steps) => {
        let order = orderOf(total, quantities, authorized);
        for (const { kind, line, quantity, amount } of steps) {
          const before = order;
          const pieces = [piece(line, quantity)];
          if (kind === "capture" && canCapture(order) === null) order = afterCapture(order);
          if (kind === "fulfil" && canFulfil(order, pieces) === null) order = afterFulfilment(order, pieces);
          if (kind === "deliver" && canDeliver(order, pieces) === null) order = afterDelivery(order, pieces);
          if (kind === "cancel" && canCancel(order) === null) order = afterCancel(order).order;
          if (kind === "refund" && canRefund(order, amount) === null) order = afterRefund(order, amount);

          expect(orderStatuses).toContain(order.status);
          expect(refundableOf(order)).toBeGreaterThanOrEqual(0);
          expect([0, order.total]).toContain(order.captured);
          for (const { quantity: sold, fulfilled, delivered } of order.lines) {
            expect(delivered <= fulfilled && fulfilled <= sold).toBe(true);
          }
          const isTaken = !["awaiting", "authorized", "voided"].includes(order.payment);
          if (!isTaken) expect(order.captured).toBe(0);
          if (order.payment === "refunded") expect(order.refunded).toBe(order.captured);
          if (order.payment === "partially_refunded") expect(refundableOf(order)).toBeGreaterThan(0);
          const hasArrived = order.lines.every((row) => row.delivered === row.quantity);
          if (order.status !== "canceled") expect(order.status === "completed").toBe(hasArrived && isTaken);
          else expect(order.fulfilment).toBe("not_fulfilled");
          if (before.status !== "pending") expect(order.status).toBe(before.status);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
