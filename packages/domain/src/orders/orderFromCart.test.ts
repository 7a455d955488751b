import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cartInput, priceOf } from "../../test/cartCases.ts";
import { cheap } from "../../test/priceCases.ts";
import { priceCart, type PricedCart } from "../carts/priceCart.ts";
import { hindranceOf, orderFromCart } from "./orderFromCart.ts";

const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0);

describe("an order of a cart", () => {
  test("has the cart's sums, and they are the sums of its lines and its shipping", () => {
    fc.assert(
      fc.property(cartInput, (input) => {
        const cart = priceCart(input);
        const order = orderFromCart(cart);
        const { shipping, lines } = cart;
        expect(order === null).toBe(lines.length === 0 || shipping === null || lines.some(({ unit }) => unit === null));
        if (order === null) return;
        const { subtotal, discount, tax, total } = order;
        expect({ subtotal, discount, tax, total }).toEqual({
          subtotal: cart.subtotal,
          discount: cart.discount,
          tax: cart.tax,
          total: cart.total,
        });
        expect(subtotal).toBe(sum(order.lines.map(({ unitAmount, quantity }) => unitAmount * quantity)));
        expect(discount).toBe(sum(order.lines.flatMap(({ shares }) => shares.map(({ amount }) => amount))));
        expect(total).toBe(sum(order.lines.map((line) => line.total)) + order.shipping.total);
        expect(order.discounts).toEqual(cart.discounts);
      }),
      cheap,
    );
  });

  test("keeps of each line what was decided about it", () => {
    const price = {
      ...priceOf(800),
      original: 1000,
      list: { id: "plist_a", name: "Wholesale", benefit: "Wholesale price" },
    };
    const cart = priceCart({
      lines: [{ id: "line_a", variantId: "var_a", productId: "prod_a", quantity: 2, price }],
      discounts: [],
      codes: [],
      shopper: { signedIn: true, groups: new Set() },
      region: { id: "reg_a", currency: "EUR", taxRate: 1000, pricesIncludeTax: false },
      shipping: { id: "ship_a", name: "Post", amount: 500 },
      uses: new Map(),
      now: new Date(0),
    });
    expect(orderFromCart(cart)?.lines).toEqual([
      {
        cartLineId: "line_a",
        variantId: "var_a",
        productId: "prod_a",
        quantity: 2,
        unitAmount: 800,
        originalAmount: 1000,
        list: price.list,
        amount: 1600,
        shares: [],
        discount: 0,
        tax: 160,
        total: 1760,
      },
    ]);
  });
});

test("what keeps a cart from being ordered is told, the emptiness first", () => {
  const unit = priceOf(1);
  const line = {
    id: "a",
    variantId: "a",
    productId: "a",
    quantity: 1,
    amount: 1,
    shares: [],
    discount: 0,
    tax: 0,
    total: 1,
  };
  const cart: PricedCart = {
    currency: "EUR",
    lines: [],
    discounts: [],
    codes: [],
    subtotal: 0,
    discount: 0,
    shipping: null,
    tax: 0,
    taxIncluded: true,
    total: 0,
  };
  expect(hindranceOf(cart)).toBe("empty");
  expect(
    hindranceOf({
      ...cart,
      lines: [
        { ...line, unit },
        { ...line, unit: null },
      ],
    }),
  ).toBe("not_for_sale");
  expect(hindranceOf({ ...cart, lines: [{ ...line, unit }] })).toBe("no_shipping");
});
