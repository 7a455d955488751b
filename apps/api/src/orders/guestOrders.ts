import { findOrderByNumber, getOrder } from "@clientele/db/orders/orders";
import { DomainError } from "@clientele/domain/errors";
import type { GuestOrder, RequestGuestLink, ShopOrder } from "@clientele/domain/orders/order";
import { asked, type Asked } from "@clientele/domain/sessions/account";
import type { ShopContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { queueMail } from "../mail/queueMail.ts";
import { mayMail } from "../sessions/askedMail.ts";
import { checkLink } from "../sessions/checkLink.ts";
import { throttle, throttleAddress } from "../throttle/throttle.ts";
import { issueOrderSecret } from "./orderSecret.ts";
import { shopOrderOf } from "./views.ts";

/** The guest order that a mailed secret opens; once it is claimed, no secret does any more (GST-4). */
export const getGuestOrder = async (ctx: ShopContext, { token }: GuestOrder): Promise<ShopOrder> => {
  const { orderId } = await checkLink(ctx, token, ["order_secret"]);
  if (orderId === null) throw new DomainError("link.expired");
  const order = await getOrder(ctx.db, orderId);
  if (order.access !== "guest") throw new DomainError("link.expired");
  return shopOrderOf(ctx.db, order);
};

/**
 * Mails the link to a guest order to the order's own address, for whoever names its number and that address. Whatever
 * they name, the same is looked up and the same rows are written; a mail about no order is dropped when it is rendered
 * (GST-1). Guesses from one address, at one number, with one e-mail and by everybody together are counted first (RAT-6).
 */
export const requestGuestLink = async (ctx: ShopContext, { number, email }: RequestGuestLink): Promise<Asked> => {
  await throttleAddress(ctx, "orderPerAddress");
  await throttle(ctx, "orderPerNumber", String(number));
  await throttle(ctx, "orderPerEmail", email);
  await throttle(ctx, "orderGlobal", "everybody");
  if (!(await mayMail(ctx, "order_link", email))) return asked;
  await ctx.db.transaction(async (tx) => {
    const order = await findOrderByNumber(tx, number);
    const isMeant = order !== null && order.access === "guest" && order.email === email;
    const orderId = isMeant ? order.id : undefined;
    const secret = await issueOrderSecret(tx, ctx, { email, orderId });
    await queueMail(tx, ctx, { template: "order_link", orderId, tokenId: secret.id });
    await recordEvent(tx, ctx, { type: "order.link_requested", orderId });
  });
  return asked;
};
