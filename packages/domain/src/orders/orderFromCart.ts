import type { PricedCart } from "../carts/priceCart.ts";
import { sumOf } from "../money.ts";

/** A line as an order keeps it: everything stored, nothing computed anew. */
export interface SoldLine {
  cartLineId: string;
  variantId: string;
  productId: string;
  quantity: number;
  unitAmount: number;
  originalAmount: number;
  /** The price list that made the price, with the benefit line the shopper saw. */
  list: { id: string; name: string; benefit: string | null } | null;
  amount: number;
  shares: { discountId: string; amount: number }[];
  discount: number;
  tax: number;
  total: number;
}

/** The money of an order; amounts are in its currency. */
export interface OrderSums {
  currency: string;
  lines: SoldLine[];
  /** Each counts as one use. */
  discounts: PricedCart["discounts"];
  shipping: NonNullable<PricedCart["shipping"]>;
  subtotal: number;
  discount: number;
  tax: number;
  taxIncluded: boolean;
  total: number;
}

/** Why a priced cart cannot become an order. */
export type CartHindrance = "empty" | "not_for_sale" | "no_shipping";

/** The first thing that keeps the cart from being ordered; stock is for its own conditional update to decide. */
export function hindranceOf(cart: PricedCart): CartHindrance | null {
  if (cart.lines.length === 0) return "empty";
  if (cart.lines.some(({ unit }) => unit === null)) return "not_for_sale";
  return cart.shipping === null ? "no_shipping" : null;
}

/** What an order of the cart stores; its sums are the sums of its lines and its shipping. Null when there is a hindrance. */
export function orderFromCart(cart: PricedCart): OrderSums | null {
  const { shipping } = cart;
  if (hindranceOf(cart) !== null || shipping === null) return null;
  const lines = cart.lines.flatMap(({ id, unit, ...line }): SoldLine[] =>
    unit === null
      ? []
      : [{ ...line, cartLineId: id, unitAmount: unit.amount, originalAmount: unit.original, list: unit.list }],
  );
  const sum = (of: "amount" | "discount" | "tax" | "total"): number => sumOf(lines.map((line) => line[of]));
  return {
    currency: cart.currency,
    lines,
    discounts: cart.discounts,
    shipping,
    subtotal: sum("amount"),
    discount: sum("discount"),
    tax: sum("tax") + shipping.tax,
    taxIncluded: cart.taxIncluded,
    total: sum("total") + shipping.total,
  };
}
