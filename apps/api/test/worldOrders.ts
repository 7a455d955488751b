import { givenOrder } from "@clientele/testing/orders";
import { issueOrderSecret } from "../src/orders/orderSecret.ts";
import type { Harness } from "./caller.ts";

/** A customer's orders, one for each thing that is done to an order, each as far as that needs it. */
export const worldOrders = async (h: Harness, customerId: string, guestId: string) => {
  const owner = h.asStaff("owner");
  const order = async () => {
    const { id, version } = await givenOrder(h.services, { customerId, lines: [{ quantity: 2 }] });
    return { id, version };
  };
  const { shipments, ...sent } = await owner.orders.fulfil(await order());
  const paid = await owner.orders.capture(await order());
  const guest = await givenOrder(h.services, { customerId: guestId, access: "guest", email: "gil@example.com" });
  const secret = await h.db.transaction((tx) =>
    issueOrderSecret(tx, h.services, { email: "gil@example.com", orderId: guest.id }),
  );
  return {
    guestToken: h.services.tokens.textOf(secret.id),
    captured: await order(),
    fulfilled: await order(),
    canceled: await order(),
    delivered: { id: sent.id, version: sent.version, shipmentId: shipments[0]?.id ?? "" },
    refunded: { id: paid.id, version: paid.version },
  };
};
