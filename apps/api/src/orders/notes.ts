import { getOrder } from "@clientele/db/orders/orders";
import { insertOrderNote } from "@clientele/db/orders/orderNotes";
import type { AddOrderNote, OrderDetail } from "@clientele/domain/orders/order";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { once } from "../idempotency.ts";
import { againAfterRace } from "../raced.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { getOrderDetail } from "./orders.ts";

/** Writes a note for other staff; the order itself stays as it is, and so does its version. */
export const addOrderNote = async (ctx: StaffContext, input: AddOrderNote): Promise<OrderDetail> => {
  const { idempotencyKey: key, ...asked } = input;
  const call = { procedure: "admin.orders.addNote", actor: ctx.actor.staffId, key, input: asked };
  await againAfterRace(["idempotency_keys_pkey"], () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "orders.write");
      await once(tx, ctx, call, async () => {
        const { id: orderId, customerId } = await getOrder(tx, input.orderId);
        const noteId = ctx.newId("note");
        const note = { id: noteId, orderId, text: input.text, authorId: ctx.actor.staffId, at: ctx.now() };
        await insertOrderNote(tx, note);
        await recordEvent(tx, ctx, { type: "order.note_added", orderId, customerId, data: { orderNoteId: noteId } });
        return noteId;
      });
    }),
  );
  return getOrderDetail(ctx, { id: input.orderId });
};
