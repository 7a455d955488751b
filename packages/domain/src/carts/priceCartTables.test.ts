import { describe, expect, test } from "vitest";
import { priceOf } from "../../test/cartCases.ts";
import { now } from "../../test/priceCases.ts";
import type { DiscountTerms } from "../pricing/discountFit.ts";
import { mostLineAmount } from "./limits.ts";
import { type CartInput, priceCart, type PricedCart } from "./priceCart.ts";

const terms = (id: string, given: Partial<DiscountTerms>): DiscountTerms => ({
  id,
  name: id,
  code: null,
  kind: "percentage",
  appliesTo: "cart",
  basisPoints: given.kind === undefined || given.kind === "percentage" ? 1000 : null,
  amount: null,
  currency: given.kind === "fixed" ? "EUR" : null,
  audience: { kind: "everyone" },
  regionIds: [],
  productsIn: [],
  productsNotIn: [],
  minimum: null,
  startsAt: null,
  endsAt: null,
  status: "active",
  usageLimit: null,
  perCustomerLimit: null,
  createdAt: new Date(0),
  ...given,
});
const lineOf = (id: string, unit: number | null, quantity = 1) => ({
  id,
  variantId: `var_${id}`,
  productId: `prod_${id}`,
  quantity,
  price: unit === null ? null : priceOf(unit),
});
const price = (given: Partial<CartInput>): PricedCart =>
  priceCart({
    lines: [lineOf("a", 1000)],
    discounts: [],
    codes: [],
    shopper: { signedIn: false, groups: new Set() },
    region: { id: "reg_a", currency: "EUR", taxRate: 0, pricesIncludeTax: true },
    shipping: { id: "ship", name: "Post", amount: 500 },
    uses: new Map(),
    now,
    ...given,
  });
const discountsOf = ({ lines }: PricedCart): number[] => lines.map(({ discount }) => discount);

describe("tax", () => {
  const region = (taxRate: number, pricesIncludeTax: boolean) => ({
    id: "reg_a",
    currency: "EUR",
    taxRate,
    pricesIncludeTax,
  });

  test.each([
    // unit, rate, exclusive tax, inclusive tax
    [1000, 1900, 190, 160], // 159.66
    [50, 1900, 10, 8], // 9.5 to even; 7.98
    [150, 1900, 28, 24], // 28.5 to even; 23.95
    [99, 810, 8, 7],
    [1000, 0, 0, 0],
    [7, 10_000, 7, 3], // inclusive 3.5: the net rounds to the even 4
    [5, 10_000, 5, 3], // inclusive 2.5: the net rounds to the even 2
  ])("on %d at %d is %d when added and %d when included", (unit, rate, added, included) => {
    const lines = [lineOf("a", unit)];
    const exclusive = price({ lines, region: region(rate, false), shipping: null });
    expect(exclusive).toMatchObject({ tax: added, total: unit + added, taxIncluded: false });
    const inclusive = price({ lines, region: region(rate, true), shipping: null });
    expect(inclusive).toMatchObject({ tax: included, total: unit, taxIncluded: true });
  });

  test("is taken by line after its discount and on the shipping by itself, each rounded", () => {
    const cart = price({
      lines: [lineOf("a", 25), lineOf("b", 25)],
      discounts: [terms("d", { kind: "fixed", amount: 20 })],
      region: region(1000, false),
      shipping: { id: "ship", name: "Post", amount: 15 },
    });
    expect(cart.lines.map(({ tax }) => tax)).toEqual([2, 2]); // 1.5 each, to even
    expect(cart).toMatchObject({ tax: 6, total: 51, shipping: { tax: 2, total: 17 } });
  });
});

describe("discounts", () => {
  const three = [lineOf("a", 333), lineOf("b", 333), lineOf("c", 334)];

  test("in percent are rounded once on their sum and then spread", () => {
    const cart = price({ lines: [lineOf("a", 5), lineOf("b", 5), lineOf("c", 5)], discounts: [terms("d", {})] });
    expect(discountsOf(cart)).toEqual([1, 1, 0]); // 1.5 of 15, to even
  });

  test("of a fixed amount are spread over the lines, or taken from each piece", () => {
    const cart = { lines: three, discounts: [terms("d", { kind: "fixed", amount: 100 })] };
    expect(discountsOf(price(cart))).toEqual([33, 33, 34]);
    const perPiece = terms("d", { kind: "fixed", appliesTo: "items", amount: 400, productsIn: ["prod_a", "prod_b"] });
    expect(
      discountsOf(price({ lines: [lineOf("a", 333, 2), lineOf("b", 500, 3), lineOf("c", 10)], discounts: [perPiece] })),
    ).toEqual([666, 1200, 0]);
    expect(price({ discounts: [terms("d", { kind: "fixed", amount: 9999 })] })).toMatchObject({
      discount: 1000,
      total: 500,
    });
  });

  test("of the whole cart take from every line once one is meant, those of items from the meant ones", () => {
    const given = { productsIn: ["prod_a", "prod_b"], productsNotIn: ["prod_b"] };
    expect(discountsOf(price({ lines: three, discounts: [terms("d", given)] }))).toEqual([33, 33, 34]);
    expect(discountsOf(price({ lines: three, discounts: [terms("d", { ...given, appliesTo: "items" })] }))).toEqual([
      33, 0, 0,
    ]);
  });

  test("apply each on what the one before left: automatic, code, shipping", () => {
    const cart = price({
      discounts: [
        terms("ship", { kind: "free_shipping", code: "SHIP" }),
        terms("code", { code: "SAVE", basisPoints: 5000 }),
        terms("auto", { basisPoints: 1000 }),
      ],
      codes: ["SHIP", "SAVE"],
    });
    expect(cart.discounts.map(({ id, amount }) => [id, amount])).toEqual([
      ["auto", 100],
      ["code", 450],
      ["ship", 500],
    ]);
    expect(cart).toMatchObject({ total: 450, shipping: { amount: 500, discount: 500, total: 0 } });
  });

  test("that are automatic give way to the one that takes most, then to the earlier-created, then to the id", () => {
    const discounts = [
      terms("d", { kind: "fixed", amount: 100, createdAt: new Date(1) }),
      terms("c", {}),
      terms("b", { kind: "fixed", amount: 100 }),
      terms("a", { kind: "fixed", amount: 99 }),
    ];
    expect(price({ discounts }).discounts.map(({ id }) => id)).toEqual(["b"]);
  });

  test("for free shipping that are automatic stand beside one of value and leave a code nothing", () => {
    const discounts = [
      terms("a", { kind: "free_shipping" }),
      terms("b", {}),
      terms("c", { kind: "free_shipping", code: "SHIP" }),
    ];
    const cart = price({ discounts, codes: ["SHIP"] });
    expect(cart.discounts.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(cart.codes).toEqual([{ code: "SHIP", state: "takes_nothing", missing: null }]);
  });

  test("do not touch a line that is not for sale, which counts for nothing", () => {
    const cart = price({
      lines: [lineOf("a", null, 3), lineOf("b", 100)],
      discounts: [terms("d", {})],
      shipping: null,
    });
    expect(cart.lines[0]).toMatchObject({ unit: null, amount: 0, discount: 0, tax: 0, total: 0 });
    expect(cart).toMatchObject({ subtotal: 100, discount: 10, total: 90 });
  });
});

test("a line that comes to more than can be added up exactly is not for sale", () => {
  const most = Array.from({ length: 100 }, (_line, at) => lineOf(`l${at}`, mostLineAmount / 1000, 1000));
  const region = { id: "reg_a", currency: "EUR", taxRate: 10_000, pricesIncludeTax: false };
  const cart = price({ lines: [...most, lineOf("more", mostLineAmount / 1000 + 1, 1000)], region });
  expect(Number.isSafeInteger(cart.total)).toBe(true);
  expect(cart.total).toBe(200 * mostLineAmount + 1000);
  expect(cart.lines.at(-1)).toMatchObject({ unit: null, amount: 0, total: 0 });
});
