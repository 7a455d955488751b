import type { Tx } from "@clientele/db";
import { countOrder } from "@clientele/db/orders/figures";
import { getOrder, saveOrder, type StoredOrder } from "@clientele/db/orders/orders";
import { DomainError } from "@clientele/domain/errors";
import type { EventData, EventType } from "@clientele/domain/events";
import type { OrderMail } from "@clientele/domain/mail";
import type { OrderInMotion } from "@clientele/domain/orders/transitions";
import type { OrderDetail } from "@clientele/domain/orders/order";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { inMotion } from "./motion.ts";
import { queueStepMail } from "./orderSecret.ts";
import { getOrderDetail } from "./orders.ts";
import { type WholeOrder, wholeOrder } from "./views.ts";

/** The order somebody works on, in the version they saw. */
interface SeenOrder {
  id: string;
  version: number;
}

/** What a step makes of an order: its states and sums afterwards, and what tells staff and the shopper of it. */
interface Step {
  after: OrderInMotion;
  canceledAt?: Date;
  event: { type: EventType; data: EventData };
  mail?: OrderMail;
}

type Work = (tx: Tx, whole: WholeOrder, order: OrderInMotion) => Promise<Step>;

/** Takes one step with an order: the row, the figures of its customer, the event and the mail in the caller's transaction. */
export const stepOrder = async (tx: Tx, ctx: StaffContext, seen: SeenOrder, work: Work): Promise<void> => {
  const order = await getOrder(tx, seen.id);
  if (order.version !== seen.version) throw new DomainError("order.changed_meanwhile", { version: order.version });
  const whole = await wholeOrder(tx, order);
  const { after, canceledAt, event, mail } = await work(tx, whole, inMotion(whole));
  const { lines: _lines, ...states } = after;
  const saved: StoredOrder = {
    ...order,
    ...states,
    canceledAt: canceledAt ?? order.canceledAt,
    version: order.version + 1,
  };
  await saveOrder(tx, saved, seen.version);
  await countOrder(tx, order, saved);
  const isTold = mail !== undefined && order.email !== null;
  const data = isTold ? { ...event.data, mailed: true } : event.data;
  const about = { orderId: order.id, customerId: order.customerId };
  const eventId = await recordEvent(tx, ctx, { ...about, type: event.type, data });
  if (isTold) await queueStepMail(tx, ctx, order, { template: mail, eventId });
};

/** One step by staff who may, answered with the order as it is by then. */
export const changeOrder = async (ctx: StaffContext, seen: SeenOrder, work: Work): Promise<OrderDetail> => {
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "orders.write");
    await stepOrder(tx, ctx, seen, work);
  });
  return getOrderDetail(ctx, seen);
};
