import { saveCartLines, type StoredCartLine } from "@clientele/db/carts/carts";
import type { Cart } from "@clientele/domain/carts/cart";
import type { ShopContext } from "../context.ts";
import { shopperOf } from "../pricing/shopper.ts";
import { cartViewOf, seenOf, unitsOf } from "./cartView.ts";
import { changeCart, findOwnCart } from "./ownCart.ts";
import { pricedCart } from "./pricedCart.ts";

/** The shopper's cart; without one an empty answer, and nothing is written. */
export const getCart = async (ctx: ShopContext): Promise<Cart> =>
  cartViewOf(ctx.db, ctx, await findOwnCart(ctx.db, ctx));

/** Notes that the shopper has read what changed; from now on the present prices are what was seen. */
export const seenCart = async (ctx: ShopContext): Promise<Cart> => {
  if ((await findOwnCart(ctx.db, ctx)) === null) return getCart(ctx);
  const cart = await changeCart(ctx, "begin", async (tx, present) => {
    const now = ctx.now();
    const read = await pricedCart(tx, await shopperOf(tx, ctx.session, now), present, now);
    const units = unitsOf(read);
    const moved = read.lines.flatMap(({ line }): StoredCartLine[] => {
      const unit = units.get(line.id) ?? null;
      const seen = seenOf(line);
      const isSame = seen?.amount === unit?.amount && seen?.currency === unit?.currency;
      return isSame ? [] : [{ ...line, seenAmount: unit?.amount ?? null, seenCurrency: unit?.currency ?? null }];
    });
    await saveCartLines(tx, moved);
    return moved.length === 0 && present.changes.length === 0 ? null : { changes: [] };
  });
  return cartViewOf(ctx.db, ctx, cart);
};
