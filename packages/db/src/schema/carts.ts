import { cartStates, type CartChange } from "@clientele/domain/carts/cart";
import type { Place } from "@clientele/domain/carts/place";
import { sql } from "drizzle-orm";
import { among, atMost } from "../columns/checks.ts";
import type { Columns } from "../columns/postgres.ts";
import { erase, none } from "../columns/words.ts";
import type { catalogueTables } from "./catalogue.ts";
import type { customerTables } from "./customers.ts";

/** A change that a cart keeps until it was seen, because nothing else would tell of it: a merge, or a new region. */
export type KeptChange = Pick<CartChange, "kind" | "title" | "quantity">;

export const cartTables = (
  c: Columns,
  { customers }: ReturnType<typeof customerTables>,
  { regions, shippingOptions, variants }: ReturnType<typeof catalogueTables>,
) => {
  /** Belongs to a browser by the hash of its cookie, or to an account; never to both (`domain` 7). */
  const carts = c.table(
    "carts",
    {
      id: c.id(none).primaryKey(),
      /** SHA-256 of the cookie's token; null for an account's cart. */
      tokenHash: c.bytes(none),
      customerId: c.id(none).references(() => customers.id, { onDelete: "cascade" }),
      state: c.oneOf(cartStates, none).notNull(),
      /** The region last chosen; null while nobody chose one. */
      regionId: c.id(none).references(() => regions.id, { onDelete: "set null" }),
      /** A guest's address. */
      email: c.text(erase),
      shippingAddress: c.json<Place>(erase),
      billingAddress: c.json<Place>(erase),
      shippingOptionId: c.id(none).references(() => shippingOptions.id, { onDelete: "set null" }),
      changes: c.json<KeptChange[]>(none).notNull(),
      createdAt: c.time(none).notNull(),
      updatedAt: c.time(none).notNull(),
    },
    (t) => [
      c.uniqueIndex("carts_token_key").on(t.tokenHash),
      // An account has one open cart on all its devices.
      c
        .uniqueIndex("carts_customer_open_key")
        .on(t.customerId)
        .where(sql`${t.state} = 'open'`),
      c.index("carts_customer").on(t.customerId),
      c.index("carts_region").on(t.regionId),
      c.index("carts_shipping_option").on(t.shippingOptionId),
      c.index("carts_updated").on(t.updatedAt, t.id),
      c.check("carts_state", among(t.state, cartStates)),
      c.check("carts_owner", sql`${t.tokenHash} is null or ${t.customerId} is null`),
      c.check("carts_email_length", atMost(t.email, 254)),
    ],
  );

  const cartLines = c.table(
    "cart_lines",
    {
      id: c.id(none).primaryKey(),
      cartId: c
        .id(none)
        .notNull()
        .references(() => carts.id, { onDelete: "cascade" }),
      variantId: c
        .id(none)
        .notNull()
        .references(() => variants.id, { onDelete: "cascade" }),
      quantity: c.int(none).notNull(),
      /** What the shopper last saw: the price of a piece and its currency. */
      seenAmount: c.money(none),
      seenCurrency: c.text(none),
      position: c.int(none).notNull(),
    },
    (t) => [
      c.uniqueIndex("cart_lines_variant_key").on(t.cartId, t.variantId),
      c.index("cart_lines_cart").on(t.cartId, t.position, t.id),
      c.index("cart_lines_variant").on(t.variantId),
      c.check("cart_lines_quantity", sql`${t.quantity} >= 1`),
    ],
  );

  /** Codes as they were typed, fitting or not. */
  const cartCodes = c.table(
    "cart_codes",
    {
      cartId: c
        .id(none)
        .notNull()
        .references(() => carts.id, { onDelete: "cascade" }),
      code: c.text(none).notNull(),
      position: c.int(none).notNull(),
    },
    (t) => [
      c.primaryKey({ name: "cart_codes_key", columns: [t.cartId, t.code] }),
      c.check("cart_codes_code_length", atMost(t.code, 40)),
    ],
  );

  return { carts, cartLines, cartCodes };
};
