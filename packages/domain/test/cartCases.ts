import fc from "fast-check";
import type { CartInput } from "../src/carts/priceCart.ts";
import type { DiscountTerms } from "../src/pricing/discountFit.ts";
import type { Price } from "../src/pricing/resolvePrice.ts";
import { amount, audience, groupSet, instant, now, usually } from "./priceCases.ts";

export const productIds = ["prod_a", "prod_b", "prod_c"];
export const codes = ["SAVE", "MORE", "SHIP"];

export const priceOf = (value: number): Price => ({
  amount: value,
  original: value,
  base: value,
  list: null,
  overrideList: null,
  trace: [],
});

const line = fc.record({
  productId: fc.constantFrom(...productIds),
  quantity: fc.integer({ min: 1, max: 5 }),
  price: usually<Price | null>(priceOf(100), fc.option(amount.map(priceOf), { freq: 8 })),
});
export const cartLines = fc
  .array(
    fc.oneof(
      line,
      line.map((one) => ({ ...one, price: priceOf(one.quantity * 333) })),
    ),
    { maxLength: 5 },
  )
  .map((lines) => lines.map((one, at) => ({ ...one, id: `line_${at}`, variantId: `var_${at}` })));

const products = usually<string[]>([], fc.subarray(productIds, { maxLength: 2 }));
const day = usually<Date | null>(null, instant);
const drawnTerms = fc.record({
  code: fc.option(fc.constantFrom(...codes), { freq: 2 }),
  kind: fc.constantFrom("percentage" as const, "fixed" as const, "free_shipping" as const),
  appliesTo: fc.constantFrom("cart" as const, "items" as const),
  basisPoints: fc.integer({ min: 100, max: 10_000 }),
  amount: fc.integer({ min: 1, max: 900 }),
  currency: usually("EUR", fc.constant("CHF")),
  audience: usually<DiscountTerms["audience"]>({ kind: "everyone" }, audience),
  regionIds: usually<string[]>([], fc.subarray(["reg_a", "reg_b"])),
  productsIn: products,
  productsNotIn: products,
  minimum: usually<DiscountTerms["minimum"]>(null, fc.record({ amount, currency: usually("EUR", fc.constant("CHF")) })),
  startsAt: day,
  endsAt: day,
  status: usually<DiscountTerms["status"]>("active", fc.constantFrom("disabled", "archived")),
  usageLimit: usually<number | null>(null, fc.integer({ min: 1, max: 3 })),
  perCustomerLimit: usually<number | null>(null, fc.integer({ min: 1, max: 2 })),
  createdAt: fc.constantFrom(new Date(0), new Date(1)),
});
export const discounts = fc.array(drawnTerms, { maxLength: 6 }).map((drawn) =>
  drawn.map(({ kind, basisPoints, amount: value, currency, ...terms }, at): DiscountTerms => ({
    ...terms,
    id: `disc_${at}`,
    name: `Discount ${at}`,
    kind,
    basisPoints: kind === "percentage" ? basisPoints : null,
    amount: kind === "fixed" ? value : null,
    currency: kind === "fixed" ? currency : null,
  })),
);

export const cartInput: fc.Arbitrary<CartInput> = fc
  .record({
    lines: cartLines,
    discounts,
    codes: fc.shuffledSubarray([...codes, "WHAT"]),
    shopper: fc
      .record({ signedIn: fc.boolean(), groups: groupSet })
      .map(({ signedIn, groups }) => ({ signedIn, groups: signedIn ? groups : new Set<string>() })),
    region: fc.record({
      id: fc.constant("reg_a"),
      currency: fc.constant("EUR"),
      taxRate: fc.constantFrom(0, 250, 810, 1900, 2100, 10_000),
      pricesIncludeTax: fc.boolean(),
    }),
    shipping: fc.option(
      fc.record({ id: fc.constant("ship_a"), name: fc.constant("Post"), amount: fc.constantFrom(0, 495, 590) }),
    ),
    uses: fc.array(fc.record({ total: fc.integer({ min: 0, max: 3 }), byCustomer: fc.integer({ min: 0, max: 2 }) }), {
      maxLength: 6,
    }),
  })
  .map(({ uses, ...input }) => ({ ...input, uses: new Map(uses.map((use, at) => [`disc_${at}`, use])), now }));
