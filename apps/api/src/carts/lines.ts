import type { Reader, Tx } from "@clientele/db";
import {
  listCartLines,
  removeCartLines,
  saveCartLines,
  type StoredCart,
  type StoredCartLine,
} from "@clientele/db/carts/carts";
import {
  type AddLine,
  type Cart,
  type LineId,
  mostLineAmount,
  mostLines,
  mostQuantity,
  type SetQuantity,
} from "@clientele/domain/carts/cart";
import { fewLeft } from "@clientele/domain/catalogue/shopCatalogue";
import { DomainError } from "@clientele/domain/errors";
import { type PriceQuestion, resolvePrice } from "@clientele/domain/pricing/resolvePrice";
import { regionOf } from "../catalogue/regionOf.ts";
import type { ShopContext } from "../context.ts";
import { once } from "../idempotency.ts";
import { shopperOf } from "../pricing/shopper.ts";
import { cartViewOf, mostOf, seenOf } from "./cartView.ts";
import { changeCart } from "./ownCart.ts";
import { isForSale, priceQuestions } from "./pricedCart.ts";

/** A variant as this shopper can have it for this cart, or `cart.not_for_sale`, also for one that never was. */
const getOffer = async (tx: Reader, ctx: ShopContext, cart: StoredCart, variantId: string) => {
  const now = ctx.now();
  const shopper = await shopperOf(tx, ctx.session, now);
  const region = await regionOf(tx, { regionId: cart.regionId, customerId: shopper.customerId });
  const offer = (await priceQuestions(tx, shopper, region, [variantId], now)).get(variantId);
  if (offer === undefined || !isForSale(offer.variant)) throw new DomainError("cart.not_for_sale");
  return offer;
};

type Offer = Awaited<ReturnType<typeof getOffer>>;

const unitAt = (question: PriceQuestion, quantity: number) => {
  const price = resolvePrice({ ...question, quantity });
  return price === null ? null : { amount: price.amount, currency: question.currency };
};

/**
 * Refuses more than there is of a variant, or than its price lets a line come to. How many may be had is told only where
 * a shopper may know it: few are left, as the product's page says, or it is not the stock that ends it.
 */
const checkQuantity = ({ variant, question }: Offer, quantity: number): void => {
  const unit = unitAt(question, quantity)?.amount ?? 0;
  const affordable = unit === 0 ? mostQuantity : Math.floor(mostLineAmount / unit);
  const most = mostOf(variant);
  const available = Math.min(most, affordable);
  if (quantity <= available) return;
  const mayBeTold = available <= fewLeft || affordable < most || variant.stock === null;
  throw new DomainError("cart.out_of_stock", { available: mayBeTold ? available : null });
};

/**
 * The line in another quantity. Its price at that quantity is the shopper's own doing and so counts as seen, unless the
 * line's price had changed before and that was not seen yet.
 */
const inQuantity = (line: StoredCartLine, question: PriceQuestion, quantity: number): StoredCartLine => {
  const seen = seenOf(line);
  const before = unitAt(question, line.quantity);
  const knew = seen === null || (seen.amount === before?.amount && seen.currency === before.currency);
  const unit = knew ? unitAt(question, quantity) : seen;
  return { ...line, quantity, seenAmount: unit?.amount ?? null, seenCurrency: unit?.currency ?? null };
};

/** Puts pieces into the cart; what is in it already of the variant adds up to one line. */
export const addLine = async (ctx: ShopContext, input: AddLine): Promise<Cart> => {
  const cart = await changeCart(ctx, "begin", async (tx, present) => {
    const { idempotencyKey: key, ...asked } = input;
    // A browser's first call has no cart to bind its key to, and with its answer the cart itself was lost.
    const call = { procedure: "shop.cart.addLine", actor: present.customerId ?? present.id, key, input: asked };
    await once(tx, ctx, call, () => put(tx, ctx, present, asked));
    return {};
  });
  return cartViewOf(ctx.db, ctx, cart);
};

const put = async (
  tx: Tx,
  ctx: ShopContext,
  cart: StoredCart,
  { variantId, quantity }: Pick<AddLine, "variantId" | "quantity">,
): Promise<string> => {
  const offer = await getOffer(tx, ctx, cart, variantId);
  const lines = await listCartLines(tx, cart.id);
  const present = lines.find((line) => line.variantId === variantId);
  if (present === undefined && lines.length >= mostLines) {
    throw new DomainError("cart.too_many_lines", { most: mostLines });
  }
  const wanted = (present?.quantity ?? 0) + quantity;
  checkQuantity(offer, wanted);
  const fresh: StoredCartLine = {
    id: ctx.newId("line"),
    cartId: cart.id,
    variantId,
    quantity: wanted,
    seenAmount: null,
    seenCurrency: null,
    position: (lines.at(-1)?.position ?? 0) + 1,
  };
  const line = inQuantity(present ?? fresh, offer.question, wanted);
  await saveCartLines(tx, [line]);
  return line.id;
};

const noLine = (): never => {
  throw new DomainError("cart.line_not_found");
};

/** The line of this very cart; another cart's is not there (AUZ-4). */
const getLine = async (tx: Reader, cart: StoredCart, lineId: string): Promise<StoredCartLine> =>
  (await listCartLines(tx, cart.id)).find(({ id }) => id === lineId) ?? noLine();

/** Sets how many of a line are wanted. Throws `cart.line_not_found` and `cart.out_of_stock`. */
export const setQuantity = async (ctx: ShopContext, { lineId, quantity }: SetQuantity): Promise<Cart> => {
  const cart = await changeCart(ctx, noLine, async (tx, present) => {
    const line = await getLine(tx, present, lineId);
    if (line.quantity === quantity) return null;
    const offer = await getOffer(tx, ctx, present, line.variantId);
    checkQuantity(offer, quantity);
    await saveCartLines(tx, [inQuantity(line, offer.question, quantity)]);
    return {};
  });
  return cartViewOf(ctx.db, ctx, cart);
};

/** Takes a line out of the cart. Throws `cart.line_not_found`. */
export const removeLine = async (ctx: ShopContext, { lineId }: LineId): Promise<Cart> => {
  const cart = await changeCart(ctx, noLine, async (tx, present) => {
    const line = await getLine(tx, present, lineId);
    await removeCartLines(tx, present.id, [line.id]);
    return {};
  });
  return cartViewOf(ctx.db, ctx, cart);
};
