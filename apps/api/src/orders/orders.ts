import { getCustomer } from "@clientele/db/customers/customers";
import { listOrderEvents } from "@clientele/db/events/audit";
import { getOrder } from "@clientele/db/orders/orders";
import { listOrders as listStored } from "@clientele/db/orders/orderList";
import { listOrderNotes } from "@clientele/db/orders/orderNotes";
import { listPayments } from "@clientele/db/orders/payments";
import { staffNames } from "@clientele/db/staff/staff";
import type { TimelineEntry } from "@clientele/domain/events";
import type { ListOrders, ListOrderTimeline, OrderDetail, OrderInList } from "@clientele/domain/orders/order";
import { canCancel, canCapture, canFulfil, canRefund, refundableOf } from "@clientele/domain/orders/transitions";
import type { Page } from "@clientele/domain/page";
import type { Services, StaffContext } from "../context.ts";
import { timelineEntries } from "../timelineEntries.ts";
import { inMotion } from "./motion.ts";
import { lineView, moneyOf, shopView, wholeOrder } from "./views.ts";

/** A page of all orders, guest and account alike. */
export const listOrders = async (ctx: StaffContext, input: ListOrders): Promise<Page<OrderInList>> => {
  const page = await listStored(ctx.db, input);
  const items = page.items.map(({ currency, total, ...order }) => ({ ...order, total: { amount: total, currency } }));
  return { ...page, items };
};

/** The whole order as staff see it; as many statements for a hundred lines as for one. */
export const getOrderDetail = async ({ db }: Pick<Services, "db">, { id }: { id: string }): Promise<OrderDetail> => {
  const order = await getOrder(db, id);
  const whole = await wholeOrder(db, order);
  const { email, firstName, lastName } = await getCustomer(db, order.customerId);
  const payments = await listPayments(db, id);
  const notes = await listOrderNotes(db, id);
  const authors = await staffNames(
    db,
    notes.flatMap(({ authorId }) => authorId ?? []),
  );
  const motion = inMotion(whole);
  const money = moneyOf(order);
  return {
    ...shopView(whole),
    customer: { id: order.customerId, email, firstName, lastName },
    access: order.access,
    regionName: order.regionName,
    lines: whole.lines.map((line) => ({
      ...lineView(whole, line),
      listId: line.listId,
      listName: line.listName,
    })),
    payments: payments.map(({ id: paymentId, kind, amount, reason, at }) => ({
      id: paymentId,
      kind,
      amount: money(amount),
      reason,
      at,
    })),
    captured: money(order.captured),
    notes: notes.map(({ id: noteId, text, authorId, at }) => ({
      id: noteId,
      text,
      author: authorId === null ? null : (authors.get(authorId) ?? null),
      at,
    })),
    refundable: money(canRefund(motion) === null ? refundableOf(motion) : 0),
    may: {
      capture: canCapture(motion) === null,
      fulfil: canFulfil(motion) === null,
      cancel: canCancel(motion) === null,
      refund: canRefund(motion, 1) === null,
    },
    version: order.version,
  };
};

/** What happened to an order, newest first. */
export const orderTimeline = async (ctx: StaffContext, input: ListOrderTimeline): Promise<Page<TimelineEntry>> => {
  const { id, number } = await getOrder(ctx.db, input.orderId);
  const page = await listOrderEvents(ctx.db, id, input);
  return { ...page, items: await timelineEntries(ctx.db, page.items, () => ({ order: { id, number } })) };
};
