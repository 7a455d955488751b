import type { Tx } from "@clientele/db";
import { claimGuestOrder } from "@clientele/db/orders/orders";
import { type TokenRow, voidTokens } from "@clientele/db/sessions/tokens";
import { type EventSource, recordEvent } from "../events.ts";

/**
 * Takes the one guest order along for which an account was opened, if it is of the very address that the link proved; all
 * others wait for their claim (`domain` 1). Its secrets die with it (GST-4).
 */
export const claimWithSignUp = async (
  tx: Tx,
  ctx: EventSource,
  { orderId, email }: Pick<TokenRow, "orderId" | "email">,
  customerId: string,
): Promise<void> => {
  if (orderId === null || !(await claimGuestOrder(tx, orderId, customerId, email))) return;
  await voidTokens(tx, { orderId, purposes: ["order_secret"] }, ctx.now());
  const actor = { realm: "shop", id: customerId } as const;
  await recordEvent(tx, ctx, { type: "order.claimed", orderId, customerId, actor });
};
