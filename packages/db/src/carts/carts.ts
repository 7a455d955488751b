import { and, asc, eq, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";
import { hot } from "../hot.ts";

/** A cart as it is stored: what of it is priced is read beside it, and never stored. */
export type StoredCart = Reader["tables"]["carts"]["$inferSelect"];
export type StoredCartLine = Reader["tables"]["cartLines"]["$inferSelect"];

const byToken = hot("cart_by_token", (db) => {
  const { carts: t } = db.tables;
  return db
    .select()
    .from(t)
    .where(eq(t.tokenHash, sql.placeholder("tokenHash")));
});

const openOf = hot("cart_open_of", (db) => {
  const { carts: t } = db.tables;
  return db
    .select()
    .from(t)
    .where(and(eq(t.customerId, sql.placeholder("customerId")), eq(t.state, "open")));
});

const linesOf = hot("cart_lines_of", (db) => {
  const { cartLines: t } = db.tables;
  return db
    .select()
    .from(t)
    .where(eq(t.cartId, sql.placeholder("cartId")))
    .orderBy(asc(t.position), asc(t.id));
});

const codesOf = hot("cart_codes_of", (db) => {
  const { cartCodes: t } = db.tables;
  return db
    .select({ code: t.code })
    .from(t)
    .where(eq(t.cartId, sql.placeholder("cartId")))
    .orderBy(asc(t.position), asc(t.code));
});

/** The cart of a browser's cookie, whatever became of it; the cart of an account has none. */
export const findCartByToken = async (db: Reader, tokenHash: Uint8Array): Promise<StoredCart | null> => {
  const [cart] = await byToken(db).execute({ tokenHash });
  return cart ?? null;
};

/** The one open cart of an account. */
export const findOpenCart = async (db: Reader, customerId: string): Promise<StoredCart | null> => {
  const [cart] = await openOf(db).execute({ customerId });
  return cart ?? null;
};

/** A cart's lines in the order they were added. */
export const listCartLines = (db: Reader, cartId: string): Promise<StoredCartLine[]> => linesOf(db).execute({ cartId });

/** A cart's codes in the order they were typed. */
export const listCartCodes = async (db: Reader, cartId: string): Promise<string[]> =>
  (await codesOf(db).execute({ cartId })).map(({ code }) => code);

export const insertCart = async (tx: Tx, cart: StoredCart): Promise<void> => {
  await tx.insert(tx.tables.carts).values(cart);
};

/** Writes the cart itself; its lines and codes are saved by their own functions. */
export const saveCart = async (tx: Tx, { id, ...cart }: StoredCart): Promise<void> => {
  const { carts: t } = tx.tables;
  await tx.update(t).set(cart).where(eq(t.id, id));
};

/** Writes lines over what there is of them; one statement whatever their number. */
export const saveCartLines = async (tx: Tx, lines: readonly StoredCartLine[]): Promise<void> => {
  const { cartLines: t } = tx.tables;
  const now = (column: "quantity" | "seen_amount" | "seen_currency" | "position") => sql.raw(`excluded.${column}`);
  for (const some of chunked(lines, 7)) {
    await tx
      .insert(t)
      .values(some)
      .onConflictDoUpdate({
        target: t.id,
        set: {
          quantity: now("quantity"),
          seenAmount: now("seen_amount"),
          seenCurrency: now("seen_currency"),
          position: now("position"),
        },
      });
  }
};

/** The open carts that hold some of the variants, with what they still have to tell and which of them they hold. */
export const openCartsWith = async (
  db: Reader,
  variantIds: readonly string[],
): Promise<(Pick<StoredCart, "id" | "changes"> & { variantIds: string[] })[]> => {
  const { carts: t, cartLines: l } = db.tables;
  const found = new Map<string, Pick<StoredCart, "id" | "changes"> & { variantIds: string[] }>();
  for (const some of chunked(variantIds)) {
    const rows = await db
      .select({ id: t.id, changes: t.changes, variantId: l.variantId })
      .from(l)
      .innerJoin(t, eq(t.id, l.cartId))
      .where(and(inArray(l.variantId, some), eq(t.state, "open")))
      .orderBy(asc(t.id), asc(l.position), asc(l.id));
    for (const { id, changes, variantId } of rows) {
      const cart = found.get(id) ?? { id, changes, variantIds: [] };
      cart.variantIds.push(variantId);
      found.set(id, cart);
    }
  }
  return [...found.values()];
};

/** Writes what carts have to tell. Nobody shopped with them by that, so each is as old as before. */
export const saveCartChanges = async (
  tx: Tx,
  cartIds: readonly string[],
  changes: StoredCart["changes"],
): Promise<void> => {
  const { carts: t } = tx.tables;
  for (const some of chunked(cartIds)) await tx.update(t).set({ changes }).where(inArray(t.id, some));
};

export const removeCartLines = async (tx: Tx, cartId: string, ids: readonly string[]): Promise<void> => {
  const { cartLines: t } = tx.tables;
  for (const some of chunked(ids)) await tx.delete(t).where(and(eq(t.cartId, cartId), inArray(t.id, some)));
};

/** Writes the cart's codes anew, in this order. */
export const setCartCodes = async (tx: Tx, cartId: string, codes: readonly string[]): Promise<void> => {
  const { cartCodes: t } = tx.tables;
  await tx.delete(t).where(eq(t.cartId, cartId));
  if (codes.length > 0) await tx.insert(t).values(codes.map((code, position) => ({ cartId, code, position })));
};

/** Takes out everything that was in the cart. */
export const emptyCart = async (tx: Tx, cartId: string): Promise<void> => {
  const { cartLines, cartCodes } = tx.tables;
  await tx.delete(cartLines).where(eq(cartLines.cartId, cartId));
  await tx.delete(cartCodes).where(eq(cartCodes.cartId, cartId));
};

/** Removes browsers' open carts that nobody touched since, and carts that ended before; accounts' open ones stay. */
export const removeOldCarts = async (
  tx: Tx,
  { untouchedSince, endedBefore }: { untouchedSince: Date; endedBefore: Date },
): Promise<number> => {
  const { carts: t } = tx.tables;
  const removed = await tx
    .delete(t)
    .where(
      or(
        and(eq(t.state, "open"), isNull(t.customerId), lt(t.updatedAt, untouchedSince)),
        and(ne(t.state, "open"), lt(t.updatedAt, endedBefore)),
      ),
    )
    .returning({ id: t.id });
  return removed.length;
};
