import { describe, expect, test } from "vitest";
import { now } from "../../test/priceCases.ts";
import { priceOf } from "../../test/cartCases.ts";
import { type CartInput, priceCart } from "../carts/priceCart.ts";
import type { CodeRefusal } from "./discount.ts";
import type { DiscountTerms, DiscountUses } from "./discountFit.ts";

const terms: DiscountTerms = {
  id: "disc",
  name: "Ten off",
  code: "SAVE",
  kind: "percentage",
  appliesTo: "cart",
  basisPoints: 1000,
  amount: null,
  currency: null,
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
};
const vips = { kind: "groups", anyOf: ["grp_vip"], allOf: [], noneOf: [] } as const;
const member = { signedIn: true, groups: new Set(["grp_vip"]) };
const visitor = { signedIn: false, groups: new Set<string>() };
const customer = { signedIn: true, groups: new Set<string>() };
const soon = new Date(now.getTime() + 1);

const codesOf = (discounts: readonly DiscountTerms[], given: Partial<CartInput> = {}) =>
  priceCart({
    lines: [{ id: "line", variantId: "var", productId: "prod_a", quantity: 1, price: priceOf(1000) }],
    discounts,
    codes: ["SAVE"],
    shopper: visitor,
    region: { id: "reg_a", currency: "EUR", taxRate: 0, pricesIncludeTax: true },
    shipping: { id: "ship", name: "Post", amount: 500 },
    uses: new Map(),
    now,
    ...given,
  }).codes;
const uses = (total: number, byCustomer: number): ReadonlyMap<string, DiscountUses> =>
  new Map([["disc", { total, byCustomer }]]);

describe("a code", () => {
  test.each<[string, Partial<DiscountTerms>, Partial<CartInput>, "applied" | CodeRefusal]>([
    ["that fits", {}, {}, "applied"],
    ["nobody made", { code: "OTHER" }, {}, "unknown"],
    ["that is automatic", { code: null }, {}, "unknown"],
    ["of later", { startsAt: soon }, {}, "not_started"],
    ["that begins now", { startsAt: now }, {}, "applied"],
    ["that ends now", { endsAt: now }, {}, "ended"],
    ["that ends soon", { endsAt: soon }, {}, "applied"],
    ["that was archived", { status: "archived" }, {}, "ended"],
    ["that was disabled", { status: "disabled" }, {}, "disabled"],
    ["that was disabled and is over", { status: "disabled", endsAt: now }, {}, "ended"],
    ["of another region", { regionIds: ["reg_b"] }, {}, "other_region"],
    ["of this region too", { regionIds: ["reg_b", "reg_a"] }, {}, "applied"],
    ["of another currency", { kind: "fixed", amount: 5, currency: "CHF", basisPoints: null }, {}, "other_currency"],
    ["with a minimum in another currency", { minimum: { amount: 1, currency: "CHF" } }, {}, "other_currency"],
    ["for groups, to a visitor", { audience: vips }, {}, "sign_in_needed"],
    [
      "for all but a group, to a visitor",
      { audience: { ...vips, anyOf: [], noneOf: ["grp_vip"] } },
      {},
      "sign_in_needed",
    ],
    ["for groups, to others", { audience: vips }, { shopper: customer }, "other_audience"],
    ["for groups, to a member", { audience: vips }, { shopper: member }, "applied"],
    ["with a limit per customer, to a visitor", { perCustomerLimit: 1 }, { uses: uses(1, 1) }, "sign_in_needed"],
    ["used by the customer", { perCustomerLimit: 1 }, { shopper: customer, uses: uses(1, 1) }, "used_by_you"],
    ["used by another", { perCustomerLimit: 1 }, { shopper: customer, uses: uses(1, 0) }, "applied"],
    ["used up", { usageLimit: 2 }, { uses: uses(2, 0) }, "used_up"],
    [
      "used up and by the customer",
      { usageLimit: 1, perCustomerLimit: 1 },
      { shopper: customer, uses: uses(1, 1) },
      "used_by_you",
    ],
    ["used all but once", { usageLimit: 3 }, { uses: uses(2, 0) }, "applied"],
    ["for other products", { productsIn: ["prod_b"] }, {}, "no_matching_items"],
    ["not for these products", { productsNotIn: ["prod_a"] }, {}, "no_matching_items"],
    ["in an empty cart", {}, { lines: [] }, "no_matching_items"],
    ["with a minimum that is met", { minimum: { amount: 1000, currency: "EUR" } }, {}, "applied"],
    [
      "that rounds to nothing",
      { basisPoints: 100 },
      { lines: [{ id: "l", variantId: "v", productId: "p", quantity: 1, price: priceOf(50) }] },
      "takes_nothing",
    ],
    [
      "for shipping that is free",
      { kind: "free_shipping" },
      { shipping: { id: "s", name: "Post", amount: 0 } },
      "takes_nothing",
    ],
    ["for shipping not chosen yet", { kind: "free_shipping" }, { shipping: null }, "applied"],
  ])("%s", (_, given, input, state) => {
    expect(codesOf([{ ...terms, ...given }], input)).toEqual([{ code: "SAVE", state, missing: null }]);
  });

  test("tells what is missing to its minimum, of all lines before any discount", () => {
    const minimum = { amount: 1200, currency: "EUR" };
    expect(codesOf([{ ...terms, minimum }])).toEqual([{ code: "SAVE", state: "below_minimum", missing: 200 }]);
    const automatic = { ...terms, id: "auto", code: null, basisPoints: 9000 };
    expect(codesOf([{ ...terms, minimum: { ...minimum, amount: 1000 } }, automatic])).toMatchObject([
      { state: "applied" },
    ]);
  });

  test("of value goes to the first that fits, and one for shipping stands beside it", () => {
    const discounts = [
      { ...terms, code: "A", status: "disabled" as const },
      { ...terms, id: "b", code: "B", basisPoints: 100 },
      { ...terms, id: "c", code: "C" },
      { ...terms, id: "d", code: "D", kind: "free_shipping" as const },
      { ...terms, id: "e", code: "E", kind: "free_shipping" as const },
    ];
    const states = codesOf(discounts, { codes: ["A", "B", "C", "D", "E", "B"] }).map(
      ({ code, state }) => `${code} ${state}`,
    );
    expect(states).toEqual([
      "A disabled",
      "B applied",
      "C another_code_applies",
      "D applied",
      "E another_code_applies",
    ]);
  });

  test("that finds nothing to take leaves its place to the next", () => {
    const discounts = [
      { ...terms, id: "a", code: "A", appliesTo: "items" as const, productsIn: ["prod_free"] },
      { ...terms, id: "b", code: "B" },
    ];
    const line = (id: string, unit: number) => ({
      id,
      variantId: id,
      productId: `prod_${id}`,
      quantity: 1,
      price: priceOf(unit),
    });
    const states = codesOf(discounts, { codes: ["A", "B"], lines: [line("free", 0), line("dear", 1000)] });
    expect(states.map(({ state }) => state)).toEqual(["takes_nothing", "applied"]);
  });

  test("means the one that can still be had, of several that bore it", () => {
    const over = { ...terms, id: "over", status: "archived" as const, createdAt: new Date(5) };
    const older = { ...terms, id: "older", endsAt: now };
    for (const discounts of [
      [over, terms, older],
      [older, over, terms],
    ]) {
      expect(codesOf(discounts)).toMatchObject([{ state: "applied" }]);
    }
    expect(codesOf([older, { ...over, status: "active", startsAt: soon }])).toMatchObject([{ state: "not_started" }]);
  });
});
