import type { Reader, Tx } from "@clientele/db";
import { emptyCart, findCartByToken, findOpenCart, saveCart, type StoredCart } from "@clientele/db/carts/carts";
import { takeStock } from "@clientele/db/catalogue/stock";
import { getActiveCustomer } from "@clientele/db/customers/customers";
import { countOrder } from "@clientele/db/orders/figures";
import { getOrder, insertOrder, nextOrderNumber } from "@clientele/db/orders/orders";
import { markListsUsed, takeUse } from "@clientele/db/pricing/uses";
import type { PlaceOrder } from "@clientele/domain/carts/cart";
import type { Customer } from "@clientele/domain/customers/customer";
import { DomainError } from "@clientele/domain/errors";
import { mostAmount } from "@clientele/domain/money";
import { orderFromCart, type OrderSums } from "@clientele/domain/orders/orderFromCart";
import type { PlacedOrder } from "@clientele/domain/orders/order";
import { hashOfSent } from "../carts/cartToken.ts";
import { pricedCart, type ReadCart } from "../carts/pricedCart.ts";
import type { ShopContext } from "../context.ts";
import { guestOf } from "../customers/guests.ts";
import { recordEvent } from "../events.ts";
import { madeBefore, once } from "../idempotency.ts";
import { shopperOf } from "../pricing/shopper.ts";
import { againAfterRace } from "../raced.ts";
import { throttle, throttleAddress } from "../throttle/throttle.ts";
import { inTurn } from "./inTurn.ts";
import { newOrderOf } from "./newOrder.ts";
import { queueConfirmation } from "./orderSecret.ts";
import { paymentPortOf } from "./paymentPort.ts";
import { shopOrderOf } from "./views.ts";

/** What two checkouts at the same time may both find missing and make; the later one looks again. */
const racedRules = ["idempotency_keys_pkey", "orders_cart_key", "customers_email_key", "discount_uses_key"];

/**
 * Turns the shopper's cart into an order, once for each key (`domain` 8). What decides is read and written in one
 * transaction; what is refused already now is refused before it, so that a crowd that comes too late does not hold up
 * those who still get something.
 */
export const placeOrder = async (ctx: ShopContext, input: PlaceOrder): Promise<PlacedOrder> => {
  const id = (await judgeFirst(ctx, input)) ?? (await inTurn(ctx.db, () => placeOnce(ctx, input)));
  const order = await shopOrderOf(ctx.db, await getOrder(ctx.db, id));
  return { order, guest: ctx.session === null };
};

/** The cart of this session or this cookie; a browser's also when it was ordered, since it still names who asks again. */
const findAskedCart = (db: Reader, { session, cart }: ShopContext): Promise<StoredCart | null> => {
  if (session !== null) return findOpenCart(db, session.ownerId);
  const hash = hashOfSent(cart.present);
  return hash === null ? Promise.resolve(null) : findCartByToken(db, hash);
};

/** Who asks: the account, or for a guest the cart that the cookie's token names; null when there is neither. */
const callOf = ({ session }: ShopContext, cart: StoredCart | null, { idempotencyKey: key, ...input }: PlaceOrder) => {
  const actor = session?.ownerId ?? cart?.id;
  return actor === undefined ? null : { procedure: "shop.checkout.placeOrder", actor, key, input };
};

/**
 * Judges the cart by what is committed by now. Throws why it cannot be ordered, unless this very call was done before,
 * by a twin perhaps that took the last piece: then it answers the order's id. Null means that it may be tried.
 */
const judgeFirst = async (ctx: ShopContext, input: PlaceOrder): Promise<string | null> => {
  const cart = await findAskedCart(ctx.db, ctx);
  const call = callOf(ctx, cart, input);
  if (call === null) throw new DomainError("cart.empty");
  try {
    const { read } = await judge(ctx.db, ctx, cart, input);
    await countGuest(ctx, read.cart);
    return null;
  } catch (error) {
    // Looked for after the judgement, which may have been of what a twin's order left.
    const orderId = await madeBefore(ctx.db, call);
    if (orderId !== null) return orderId;
    throw error;
  }
};

/** A guest's order mails to a typed address, so it is counted for it, whoever's it is (RAT-5). */
const countGuest = async (ctx: ShopContext, { email }: StoredCart): Promise<void> => {
  if (ctx.session !== null) return;
  await throttleAddress(ctx, "guestOrderPerAddress");
  await throttle(ctx, "guestOrderPerRecipient", email ?? "");
};

/** The cart as it would be ordered now, or why it cannot be. */
const judge = async (
  db: Reader,
  ctx: ShopContext,
  cart: StoredCart | null,
  input: PlaceOrder,
): Promise<{ read: ReadCart; sums: OrderSums }> => {
  if (cart?.state !== "open") throw new DomainError("cart.empty");
  const now = ctx.now();
  const read = await pricedCart(db, await shopperOf(db, ctx.session, now), cart, now);
  const { lines, priced, region } = read;
  if (lines.length === 0) throw new DomainError("cart.empty");
  if (priced.lines.some(({ unit }) => unit === null)) throw new DomainError("cart.not_for_sale");
  const missing = missingOf(ctx, read);
  const sums = orderFromCart(priced);
  if (missing.length > 0 || sums === null) throw new DomainError("cart.incomplete", { missing });
  const short = lines.filter(({ line, variant: { stock } }) => stock !== null && stock < line.quantity);
  if (short.length > 0) throw outOfStock(short);
  if (sums.total > mostAmount) {
    throw new DomainError("order.too_dear", { most: mostAmount, currency: region.currency });
  }
  const { seen } = input;
  if (sums.total !== seen.total || region.currency !== seen.currency) {
    throw new DomainError("order.price_changed", { currency: region.currency, seen: seen.total, total: sums.total });
  }
  return { read, sums };
};

/** What a checkout still has to ask for. */
const missingOf = ({ session }: ShopContext, { cart, region, shipping }: ReadCart): string[] => {
  const country = cart.shippingAddress?.countryCode;
  const isServed = country !== undefined && region.countries.includes(country);
  return [
    ...(session === null && cart.email === null ? ["email"] : []),
    // A country may have left the region since it was typed.
    ...(isServed ? [] : ["shippingAddress"]),
    ...(shipping === null ? ["shipping"] : []),
  ];
};

const outOfStock = (lines: ReadCart["lines"]): DomainError<"order.out_of_stock"> =>
  new DomainError("order.out_of_stock", { titles: [...new Set(lines.map(({ variant }) => variant.title))] });

const placeOnce = (ctx: ShopContext, input: PlaceOrder): Promise<string> =>
  againAfterRace(racedRules, () =>
    ctx.db.transaction(async (tx) => {
      const account = ctx.session === null ? null : await getActiveCustomer(tx, ctx.session.ownerId);
      const cart = await findAskedCart(tx, ctx);
      const call = callOf(ctx, cart, input);
      if (call === null) throw new DomainError("cart.empty");
      return once(tx, ctx, call, () => place(tx, ctx, { account, cart, input }));
    }),
  );

/** Writes everything that makes an order of the cart. */
const place = async (
  tx: Tx,
  ctx: ShopContext,
  { account, cart, input }: { account: Customer | null; cart: StoredCart | null; input: PlaceOrder },
): Promise<string> => {
  const { read, sums } = await judge(tx, ctx, cart, input);
  const orderId = ctx.newId("order");
  await takePieces(tx, read);
  const email = account === null ? read.cart.email : account.email;
  if (email === null) throw new DomainError("cart.incomplete", { missing: ["email"] });
  const customer = account ?? (await guestOf(tx, ctx, email));
  await takeUses(tx, read, sums, { orderId, customerId: customer.id });

  const { currency, total } = sums;
  const payment = await paymentPortOf(input.payment).authorize(tx, { orderId, amount: total, currency });
  const { order, lines } = newOrderOf(ctx, read, sums, {
    id: orderId,
    number: await nextOrderNumber(tx, orderId),
    customerId: customer.id,
    access: account === null ? "guest" : "account",
    email,
    payment,
    paymentKind: input.payment,
  });
  await insertOrder(tx, { order, lines });
  await countOrder(tx, null, order);
  await markListsUsed(tx, [...new Set(lines.flatMap(({ listId }) => listId ?? []))]);
  await emptyCart(tx, read.cart.id);
  const forgotten = { email: null, shippingAddress: null, billingAddress: null, changes: [] };
  await saveCart(tx, { ...read.cart, ...forgotten, state: "ordered", updatedAt: ctx.now() });
  await tell(tx, ctx, order);
  return orderId;
};

const countedOf = ({ lines }: ReadCart): ReadCart["lines"] => lines.filter(({ variant: { stock } }) => stock !== null);

/** Takes the pieces of what is counted from stock; always in the same order, so that two orders never wait in a ring. */
const takePieces = async (tx: Tx, read: ReadCart): Promise<void> => {
  const lines = countedOf(read).toSorted((one, other) => (one.line.variantId < other.line.variantId ? -1 : 1));
  const short = new Set(
    await takeStock(
      tx,
      lines.map(({ line }) => line),
    ),
  );
  if (short.size > 0) throw outOfStock(lines.filter(({ line }) => short.has(line.variantId)));
};

/** What of the cart's discounts the order takes. */
const appliedOf = ({ discounts }: ReadCart, sums: OrderSums): ReadCart["discounts"] => {
  const applied = new Set(sums.discounts.map(({ id }) => id));
  return discounts.filter(({ id }) => applied.has(id));
};

const takeUses = async (
  tx: Tx,
  read: ReadCart,
  sums: OrderSums,
  order: { orderId: string; customerId: string },
): Promise<void> => {
  const terms = appliedOf(read, sums);
  for (const { id, perCustomerLimit } of terms.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const use = { ...order, discountId: id, perCustomerLimit };
    // The judgement has just read the same counts, so this only fails where the two disagree: then nothing is placed.
    if (!(await takeUse(tx, use))) throw new DomainError("server.busy");
  }
};

/** Records the order and queues its mail; a guest's carries the secret that opens it. */
const tell = async (tx: Tx, ctx: ShopContext, order: ReturnType<typeof newOrderOf>["order"]): Promise<void> => {
  const { id, number, customerId, access } = order;
  await recordEvent(tx, ctx, {
    type: "order.placed",
    customerId,
    orderId: id,
    actor: { realm: "shop", id: access === "account" ? customerId : null },
    data: { number, access },
  });
  await queueConfirmation(tx, ctx, order);
};
