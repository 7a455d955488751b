import type { AdminContext, Services, ShopContext } from "../context.ts";
import { quietThrottle, throttle } from "../throttle/throttle.ts";

/**
 * Counts a mail that a request asks for. Too many from one network address are refused; too many to one recipient are
 * silently not sent, since the answer must not tell anything of the recipient (RAT-5). The day's counter only counts
 * what the hour's let through: refused tries must not use up the day of whoever owns the mailbox.
 */
export const mayMail = async (ctx: ShopContext | AdminContext, recipient: string): Promise<boolean> => {
  await throttle(ctx, "mailPerAddress", ctx.caller.address);
  return (
    (await quietThrottle(ctx, "mailPerRecipientHour", recipient)) &&
    (await quietThrottle(ctx, "mailPerRecipientDay", recipient))
  );
};

/** The same for staff, who are told: theirs is no secret. */
export const countMailTo = async (
  ctx: Pick<Services, "db" | "now" | "vault" | "limits" | "log">,
  recipient: string,
): Promise<void> => {
  await throttle(ctx, "mailPerRecipientHour", recipient);
  await throttle(ctx, "mailPerRecipientDay", recipient);
};
