import type { Reader, Tx } from "@clientele/db";
import { findCartByToken, findOpenCart, insertCart, saveCart, type StoredCart } from "@clientele/db/carts/carts";
import { getActiveCustomer } from "@clientele/db/customers/customers";
import { mostLines } from "@clientele/domain/carts/cart";
import { DomainError } from "@clientele/domain/errors";
import type { ShopContext } from "../context.ts";
import { againAfterRace } from "../raced.ts";
import { hashOfSent, newCartToken } from "./cartToken.ts";

/** What two calls at the same time may both find missing and make; the later one looks again. */
export const racedCartRules = [
  "carts_customer_open_key",
  "carts_token_key",
  "cart_lines_variant_key",
  "cart_codes_key",
  "idempotency_keys_pkey",
];

/** A browser's cart while it is open; what the token of an account's, a merged or an ordered cart names is not there. */
export const findBrowserCart = async (db: Reader, ctx: Pick<ShopContext, "cart">): Promise<StoredCart | null> => {
  const hash = hashOfSent(ctx.cart.present);
  const cart = hash === null ? null : await findCartByToken(db, hash);
  return cart?.state === "open" && cart.customerId === null ? cart : null;
};

/**
 * The shopper's open cart: the account's for whoever is signed in, else the one of this browser's cookie (AUZ-6). It
 * follows from session and cookie alone; no input names a cart.
 */
export const findOwnCart = (db: Reader, ctx: Pick<ShopContext, "cart" | "session">): Promise<StoredCart | null> =>
  ctx.session === null ? findBrowserCart(db, ctx) : findOpenCart(db, ctx.session.ownerId);

/** An open cart with nothing in it. */
export const emptyCartOf = (
  ctx: Pick<ShopContext, "now" | "newId">,
  owner: Pick<StoredCart, "tokenHash" | "customerId">,
): StoredCart => {
  const now = ctx.now();
  return {
    ...owner,
    id: ctx.newId("cart"),
    state: "open",
    regionId: null,
    email: null,
    shippingAddress: null,
    billingAddress: null,
    shippingOptionId: null,
    changes: [],
    createdAt: now,
    updatedAt: now,
  };
};

/** What a shopper without a cart gets who changes something in it. */
export const noCart = (): never => {
  throw new DomainError("cart.empty");
};

/** What a cart still has to tell; the oldest goes first when nobody ever looks. */
export const keptChanges = (...changes: StoredCart["changes"][]): StoredCart["changes"] =>
  changes.flat().slice(-mostLines);

/** What a change makes of the cart's own row; null leaves it as it was. */
type Changed = Partial<StoredCart> | null;

/**
 * Runs a change of the shopper's own cart in one transaction and answers the cart. A cart is scratch paper: what happens
 * to it is no event (decision 010). `missing` says what a shopper without a cart gets: a new one, or a refusal.
 */
export const changeCart = async (
  ctx: ShopContext,
  missing: "begin" | (() => never),
  work: (tx: Tx, cart: StoredCart) => Promise<Changed>,
): Promise<StoredCart> => {
  const { session } = ctx;
  const token = newCartToken();
  const { cart, begun } = await againAfterRace(racedCartRules, () =>
    ctx.db.transaction(async (tx) => {
      if (session !== null) await getActiveCustomer(tx, session.ownerId);
      const found = await findOwnCart(tx, ctx);
      if (found === null && missing !== "begin") return missing();
      const owner =
        session === null
          ? { tokenHash: token.hash, customerId: null }
          : { tokenHash: null, customerId: session.ownerId };
      const present = found ?? emptyCartOf(ctx, owner);
      if (found === null) await insertCart(tx, present);
      const changed = await work(tx, present);
      const after: StoredCart = { ...present, ...changed, updatedAt: ctx.now() };
      if (changed !== null) await saveCart(tx, after);
      return { cart: changed === null ? present : after, begun: found === null };
    }),
  );
  // The browser keeps its cart as long as the store does, from the last change on.
  const text = begun ? token.text : ctx.cart.present;
  if (session === null && text !== null) ctx.cart.set(text);
  return cart;
};
