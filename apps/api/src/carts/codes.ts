import { listCartCodes, setCartCodes } from "@clientele/db/carts/carts";
import { type Cart, type CartCodeInput, mostCodes } from "@clientele/domain/carts/cart";
import { DomainError } from "@clientele/domain/errors";
import type { ShopContext } from "../context.ts";
import { throttle, throttleAddress } from "../throttle/throttle.ts";
import { hashOfSent } from "./cartToken.ts";
import { cartViewOf } from "./cartView.ts";
import { changeCart, noCart } from "./ownCart.ts";

/** Whose tries are counted together: the customer's, or a browser's cart's; null before there is a cart. */
const typistOf = ({ session, cart }: ShopContext): string | null =>
  session?.ownerId ?? hashOfSent(cart.present)?.toString("base64url") ?? null;

/**
 * Remembers a code, whether it fits or not: the answer says what it takes or why it takes nothing. Tries are counted
 * before anything is looked up, so that codes cannot be guessed, not with a new cart for each either (RAT-5).
 */
export const applyCode = async (ctx: ShopContext, { code }: CartCodeInput): Promise<Cart> => {
  await throttleAddress(ctx, "codePerAddress");
  const typist = typistOf(ctx);
  if (typist !== null) await throttle(ctx, "codePerCart", typist);
  const cart = await changeCart(ctx, noCart, async (tx, present) => {
    const codes = await listCartCodes(tx, present.id);
    if (codes.includes(code)) return null;
    if (codes.length >= mostCodes) throw new DomainError("cart.too_many_codes", { most: mostCodes });
    await setCartCodes(tx, present.id, [...codes, code]);
    return {};
  });
  return cartViewOf(ctx.db, ctx, cart);
};

/** Forgets a code; one that is not there is forgotten already. */
export const removeCode = async (ctx: ShopContext, { code }: CartCodeInput): Promise<Cart> => {
  const cart = await changeCart(ctx, noCart, async (tx, present) => {
    const codes = await listCartCodes(tx, present.id);
    if (!codes.includes(code)) return null;
    await setCartCodes(
      tx,
      present.id,
      codes.filter((typed) => typed !== code),
    );
    return {};
  });
  return cartViewOf(ctx.db, ctx, cart);
};
