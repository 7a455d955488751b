import type { AdminContext, Services, ShopContext } from "../context.ts";
import { quietThrottle, throttle, throttleAddress } from "../throttle/throttle.ts";

/** What anybody may ask to be mailed to any address. */
type AskedMail = "sign_up" | "password_reset" | "email_change" | "order_link";

/**
 * Counts a mail that a request asks for. Too many from one network address are refused; too many to one recipient are
 * silently not sent, since the answer must not tell anything of the recipient (RAT-5). The day's counter only counts
 * what the hour's let through: refused tries must not use up the day of whoever owns the mailbox. Each kind of mail at each
 * door counts by itself: asking for one must not close the way that another opens, least of all a reset (RAT-4).
 */
export const mayMail = async (
  ctx: ShopContext | AdminContext,
  kind: AskedMail,
  recipient: string,
): Promise<boolean> => {
  await throttleAddress(ctx, "mailPerAddress");
  const key = `${ctx.realm} ${kind} ${recipient}`;
  return (
    (await quietThrottle(ctx, "mailPerRecipientHour", key)) && (await quietThrottle(ctx, "mailPerRecipientDay", key))
  );
};

/** The same for staff, who are told: theirs is no secret. What strangers asked for does not keep them from writing. */
export const countMailTo = async (
  ctx: Pick<Services, "db" | "now" | "vault" | "limits" | "log">,
  recipient: string,
): Promise<void> => {
  await throttle(ctx, "mailPerRecipientHour", `by staff ${recipient}`);
  await throttle(ctx, "mailPerRecipientDay", `by staff ${recipient}`);
};
