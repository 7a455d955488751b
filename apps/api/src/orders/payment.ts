import type { Tx } from "@clientele/db";
import { giveStock } from "@clientele/db/catalogue/stock";
import { insertPayment, type StoredPayment } from "@clientele/db/orders/payments";
import { giveBackUses } from "@clientele/db/pricing/uses";
import type { CancelOrder, CaptureOrder, OrderDetail, RefundOrder } from "@clientele/domain/orders/order";
import {
  afterCancel,
  afterCapture,
  afterRefund,
  canCancel,
  canCapture,
  canRefund,
} from "@clientele/domain/orders/transitions";
import type { StaffContext } from "../context.ts";
import { once } from "../idempotency.ts";
import { againAfterRace } from "../raced.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { changeOrder, stepOrder } from "./changeOrder.ts";
import { refuse } from "./motion.ts";
import { getOrderDetail } from "./orders.ts";
import { paymentPortOf } from "./paymentPort.ts";
import type { WholeOrder } from "./views.ts";

const steps = { captured: "capture", voided: "void", refunded: "refund" } as const;

/** Lets the order's provider move money, and notes that it did. */
const pay = async (
  tx: Tx,
  ctx: StaffContext,
  { order }: WholeOrder,
  { kind, amount, reason = "" }: Pick<StoredPayment, "amount"> & { kind: keyof typeof steps; reason?: string },
): Promise<string> => {
  await paymentPortOf(order.paymentKind)[steps[kind]](tx, { orderId: order.id, amount, currency: order.currency });
  const id = ctx.newId("payment");
  const said = { reason: reason === "" ? null : reason, staffId: ctx.actor.staffId, at: ctx.now() };
  await insertPayment(tx, { id, orderId: order.id, kind, amount, ...said });
  return id;
};

/** Records that the whole order was paid. */
export const captureOrder = (ctx: StaffContext, seen: CaptureOrder): Promise<OrderDetail> =>
  changeOrder(ctx, seen, async (tx, whole, order) => {
    refuse(canCapture(order), order);
    await pay(tx, ctx, whole, { kind: "captured", amount: order.total });
    const data = { amount: order.total, currency: whole.order.currency };
    return { after: afterCapture(order), event: { type: "order.captured", data } };
  });

/** Gives back a part of what was paid, or all of it; a repeated call with its key gives nothing back twice. */
export const refundOrder = async (ctx: StaffContext, input: RefundOrder): Promise<OrderDetail> => {
  const { idempotencyKey: key, ...asked } = input;
  const { amount, reason, ...seen } = asked;
  const call = { procedure: "admin.orders.refund", actor: ctx.actor.staffId, key, input: asked };
  await againAfterRace(["idempotency_keys_pkey"], () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "orders.write");
      await once(tx, ctx, call, async () => {
        await stepOrder(tx, ctx, seen, async (_tx, whole, order) => {
          refuse(canRefund(order, amount), order);
          await pay(tx, ctx, whole, { kind: "refunded", amount, reason });
          const data = { amount, currency: whole.order.currency, ...(reason === "" ? {} : { reason }) };
          const event = { type: "order.refunded", data } as const;
          return { after: afterRefund(order, amount), event, mail: "order_refunded" };
        });
        return seen.id;
      });
    }),
  );
  return getOrderDetail(ctx, seen);
};

/**
 * Ends an order of which nothing was sent: stock and uses of discounts come back, what was paid is refunded and what was
 * not is let go.
 */
export const cancelOrder = (ctx: StaffContext, { reason, ...seen }: CancelOrder): Promise<OrderDetail> =>
  changeOrder(ctx, seen, async (tx, whole, order) => {
    refuse(canCancel(order), order);
    const { order: after, refund, payment } = afterCancel(order);
    if (payment === "voided") await pay(tx, ctx, whole, { kind: "voided", amount: order.total, reason });
    else if (refund > 0) await pay(tx, ctx, whole, { kind: "refunded", amount: refund, reason });
    await giveStock(tx, countedPieces(whole));
    await giveBackUses(
      tx,
      whole.order.id,
      whole.order.discounts.map(({ id }) => id),
    );
    const money = refund > 0 ? { amount: refund, currency: whole.order.currency } : {};
    const data = { ...money, ...(reason === "" ? {} : { reason }) };
    return { after, canceledAt: ctx.now(), event: { type: "order.canceled", data }, mail: "order_canceled" };
  });

/** What was taken from a counted stock, of variants that are still there. */
const countedPieces = ({ lines }: WholeOrder): { variantId: string; quantity: number }[] =>
  lines.flatMap(({ variantId, quantity, counted }) => (counted && variantId !== null ? [{ variantId, quantity }] : []));
