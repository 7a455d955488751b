import type { Sums } from "./SumRows.tsx";
import type { Cart } from "./useCart.ts";

/** The rows of a cart's total. */
export const sumsOfCart = ({ totals, discounts, shippingOption }: Cart): Sums => ({
  ...totals,
  discounts,
  shipping: shippingOption,
});
