import type { Tx } from "@clientele/db";
import type { ShopContext } from "../context.ts";
import { type OpenedSession, shopSessions } from "./sessionService.ts";

/** Opens a session at the shop door and ends the one that the browser presented: none is ever adopted (SES-2). */
export const openSession = async (
  tx: Tx,
  ctx: ShopContext,
  customerId: string,
  remember: boolean,
): Promise<OpenedSession> => {
  const opened = await shopSessions.create(tx, ctx, customerId, { remember });
  if (ctx.session !== null) await shopSessions.revoke(tx, ctx.session.handle);
  return opened;
};
