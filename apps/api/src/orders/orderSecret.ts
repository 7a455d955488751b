import type { Tx } from "@clientele/db";
import type { StoredOrder } from "@clientele/db/orders/orders";
import type { OrderMail } from "@clientele/domain/mail";
import type { ShopContext } from "../context.ts";
import { queueMail } from "../mail/queueMail.ts";

type Mailing = Pick<ShopContext, "now" | "newId" | "tokens" | "wakeMail">;

/**
 * Issues the secret that opens a guest order. It belongs to the order alone and not to the row that the order counts for,
 * so that it lives on when that row is absorbed; earlier ones stay good, since each is in a mail of its own.
 */
export const issueOrderSecret = (
  tx: Tx,
  ctx: Mailing,
  { email, orderId }: { email: string; orderId: string | undefined },
): Promise<{ id: string }> => ctx.tokens.issue(tx, ctx, { purpose: "order_secret", email, orderId, voidOlder: false });

/**
 * Queues the mail that confirms an order. A guest's carries the secret, and a link that opens an account and takes the
 * order along: both are issued for every guest, and whether the second is of any use is decided when the mail is written.
 */
export const queueConfirmation = async (
  tx: Tx,
  ctx: Mailing,
  { id: orderId, access, email, customerId }: Pick<StoredOrder, "id" | "access" | "email" | "customerId">,
): Promise<void> => {
  const mail = { template: "order_confirmation", orderId } as const;
  if (access === "account" || email === null) {
    await queueMail(tx, ctx, { ...mail, customerId });
    return;
  }
  const secret = await issueOrderSecret(tx, ctx, { email, orderId });
  // Nobody's earlier link dies of an order that anybody may place with their address.
  await ctx.tokens.issue(tx, ctx, { purpose: "sign_up", email, orderId, voidOlder: false });
  await queueMail(tx, ctx, { ...mail, tokenId: secret.id });
};

/**
 * Queues the mail that tells of a step of an order to whoever placed it. A guest's carries a
 * secret of its own, so that it opens the order without the earlier mails.
 */
export const queueStepMail = async (
  tx: Tx,
  ctx: Mailing,
  { id: orderId, access, email, customerId }: Pick<StoredOrder, "id" | "access" | "email" | "customerId">,
  told: { template: OrderMail; eventId: string },
): Promise<void> => {
  if (access === "account" || email === null) {
    await queueMail(tx, ctx, { ...told, orderId, customerId });
    return;
  }
  const secret = await issueOrderSecret(tx, ctx, { email, orderId });
  await queueMail(tx, ctx, { ...told, orderId, tokenId: secret.id });
};
