import type { TokenRow } from "@clientele/db/sessions/tokens";
import { DomainError } from "@clientele/domain/errors";
import type { TokenPurpose } from "@clientele/domain/sessions/token";
import type { AdminContext, ShopContext } from "../context.ts";
import { throttleAddress } from "../throttle/throttle.ts";
import { peekToken } from "./mailedTokens.ts";

/**
 * Looks at a mailed token before anything costly is done for it, such as a hash; its one use is taken later, in the
 * transaction of what it allows. Tries are counted first (RAT-6). Throws `link.expired` whatever is wrong with it.
 */
export const checkLink = async (
  ctx: ShopContext | AdminContext,
  token: string,
  purposes: readonly TokenPurpose[],
): Promise<TokenRow> => {
  await throttleAddress(ctx, "tokenPerAddress");
  const found = await peekToken(ctx.db, ctx, token);
  if (found === null || found.state !== "valid" || !purposes.includes(found.row.purpose)) {
    throw new DomainError("link.expired");
  }
  return found.row;
};
