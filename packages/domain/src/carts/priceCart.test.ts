import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cartInput } from "../../test/cartCases.ts";
import { cheap, halfEven, now, order, shuffled } from "../../test/priceCases.ts";
import { codeStates } from "../pricing/discount.ts";
import type { DiscountTerms } from "../pricing/discountFit.ts";
import { type CartInput, priceCart, type PricedCart } from "./priceCart.ts";

const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0);

interface Held {
  id: string;
  productId: string;
  pieces: number;
  left: number;
}

/** Gives cents one by one to whoever is furthest below its exact share; slow, and with no division but of the compared shares. */
function dealOut(total: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  const parts = weights.map((weight) => Math.floor((total * weight) / whole) || 0);
  while (sum(parts) < total) {
    const owed = weights.map((weight, at) => total * weight - (parts[at] ?? 0) * whole);
    const neediest = owed.indexOf(Math.max(...owed));
    parts[neediest] = (parts[neediest] ?? 0) + 1;
  }
  return parts;
}

/** The rules of discounts, said once more and in another way. */
function model({ lines, discounts, codes, shopper, region, shipping, uses }: CartInput) {
  const held: Held[] = lines
    .filter((line) => line.price !== null)
    .map((line) => ({
      id: line.id,
      productId: line.productId,
      pieces: line.quantity,
      left: (line.price?.amount ?? 0) * line.quantity,
    }));
  const subtotal = sum(held.map(({ left }) => left));
  const hits = (terms: DiscountTerms, { productId }: Held): boolean =>
    !terms.productsNotIn.includes(productId) && (!terms.productsIn.length || terms.productsIn.includes(productId));
  const fits = (terms: DiscountTerms): boolean => {
    const { audience, minimum } = terms;
    const use = uses.get(terms.id);
    const isKnown = shopper.signedIn || (audience.kind === "everyone" && terms.perCustomerLimit === null);
    const isTheirs =
      audience.kind === "everyone" ||
      (!audience.noneOf.some((id) => shopper.groups.has(id)) &&
        !audience.allOf.some((id) => !shopper.groups.has(id)) &&
        (audience.anyOf.length === 0 || audience.anyOf.some((id) => shopper.groups.has(id))));
    return (
      terms.status === "active" &&
      Number(terms.startsAt ?? 0) <= Number(now) &&
      Number(terms.endsAt ?? 1e15) > Number(now) &&
      (terms.regionIds.length === 0 || terms.regionIds.includes(region.id)) &&
      (terms.currency ?? region.currency) === region.currency &&
      (minimum === null || (minimum.currency === region.currency && minimum.amount <= subtotal)) &&
      isKnown &&
      isTheirs &&
      (use?.total ?? 0) < (terms.usageLimit ?? 1e9) &&
      (use?.byCustomer ?? 0) < (terms.perCustomerLimit ?? 1e9) &&
      held.some((line) => hits(terms, line))
    );
  };
  const worth = (terms: DiscountTerms): number[] => {
    const meant = held.map((line) => (terms.appliesTo === "cart" || hits(terms, line) ? line.left : 0));
    if (terms.amount !== null && terms.appliesTo === "items") {
      const perPiece = terms.amount;
      return held.map((line, at) => Math.min(meant[at] ?? 0, perPiece * line.pieces));
    }
    const wish = terms.amount ?? halfEven(sum(meant) * (terms.basisPoints ?? 0), 10_000);
    return dealOut(Math.min(wish, sum(meant)), meant);
  };
  const apply = (amounts: readonly number[]): void => {
    for (const [at, line] of held.entries()) line.left -= amounts[at] ?? 0;
  };
  const comesBefore = (one: DiscountTerms, other: DiscountTerms): boolean =>
    Number(one.createdAt) === Number(other.createdAt) ? one.id < other.id : one.createdAt < other.createdAt;
  const automatic = discounts.filter((terms) => terms.code === null && terms.kind !== "free_shipping" && fits(terms));
  const best = automatic.find((one) =>
    automatic.every((other) => {
      if (one === other) return true;
      const more = sum(worth(one)) - sum(worth(other));
      return more > 0 || (more === 0 && comesBefore(one, other));
    }),
  );
  if (best) apply(worth(best));
  const named = codes.flatMap((code) => discounts.filter((terms) => terms.code === code && fits(terms)).slice(0, 1));
  const typed = named.find((terms) => terms.kind !== "free_shipping" && sum(worth(terms)) > 0);
  if (typed) apply(worth(typed));
  const isFree = discounts.some(
    (terms) => terms.kind === "free_shipping" && fits(terms) && (!terms.code || named.includes(terms)),
  );
  const post = isFree ? 0 : (shipping?.amount ?? 0);
  const parts = [...held.map(({ left }) => left), post];
  const taxes = parts.map((part) =>
    region.pricesIncludeTax
      ? part - halfEven(part * 10_000, 10_000 + region.taxRate)
      : halfEven(part * region.taxRate, 10_000),
  );
  return {
    subtotal,
    discount: subtotal - sum(held.map(({ left }) => left)),
    tax: sum(taxes),
    total: sum(parts) + (region.pricesIncludeTax ? 0 : sum(taxes)),
    left: Object.fromEntries(held.map(({ id, left }) => [id, left])),
  };
}

// The model has no opinion on which of several live discounts a code means; the store keeps codes unique among live ones.
const uniqueCodes = cartInput.map((input) => ({
  ...input,
  discounts: input.discounts.filter(
    ({ code }, at) => code === null || input.discounts.findIndex((other) => other.code === code) === at,
  ),
}));

test("the carts that are drawn meet every answer to a code", () => {
  const states = fc.sample(cartInput, 3000).flatMap((input) => priceCart(input).codes.map(({ state }) => state));
  expect(codeStates.filter((state) => !states.includes(state))).toEqual([]);
});

describe("a priced cart", () => {
  test("comes to what an independent model says, line by line", () => {
    fc.assert(
      fc.property(uniqueCodes, (input) => {
        const cart = priceCart(input);
        const held = cart.lines
          .filter(({ unit }) => unit !== null)
          .map((line): [string, number] => [line.id, line.amount - line.discount]);
        const left: Record<string, number> = Object.fromEntries(held);
        const { subtotal, discount, tax, total } = cart;
        expect({ subtotal, discount, tax, total, left }).toEqual(model(input));
      }),
      { numRuns: 8000 },
    );
  });

  test("does not depend on the order of lines and discounts", () => {
    fc.assert(
      fc.property(cartInput, order, (input, places) => {
        const byId = ({ lines, ...cart }: PricedCart) => ({
          ...cart,
          lines: shuffled(
            lines,
            lines.map(({ id }) => Number(id.slice(5))),
          ),
        });
        const mixed = { ...input, lines: shuffled(input.lines, places), discounts: shuffled(input.discounts, places) };
        expect(byId(priceCart(mixed))).toEqual(byId(priceCart(input)));
      }),
      cheap,
    );
  });

  test("adds up to the cent, and nothing in it is negative", () => {
    fc.assert(
      fc.property(cartInput, (input) => {
        const cart = priceCart(input);
        const { shipping } = cart;
        for (const line of cart.lines) {
          expect(line.amount).toBe((line.unit?.amount ?? 0) * line.quantity);
          expect(sum(line.shares.map(({ amount }) => amount))).toBe(line.discount);
          expect(line.total).toBe(line.amount - line.discount + (cart.taxIncluded ? 0 : line.tax));
          expect(Math.min(line.discount, line.tax, line.total, line.amount - line.discount)).toBeGreaterThanOrEqual(0);
          expect(line.shares.every(({ amount }) => amount > 0)).toBe(true);
        }
        expect(cart.subtotal).toBe(sum(cart.lines.map(({ amount }) => amount)));
        expect(cart.discount).toBe(sum(cart.lines.map(({ discount }) => discount)));
        expect(cart.tax).toBe(sum(cart.lines.map(({ tax }) => tax)) + (shipping?.tax ?? 0));
        expect(cart.total).toBe(sum(cart.lines.map(({ total }) => total)) + (shipping?.total ?? 0));
        expect(cart.discount + (shipping?.discount ?? 0)).toBe(sum(cart.discounts.map(({ amount }) => amount)));
        const added = cart.taxIncluded ? 0 : cart.tax;
        const post = (shipping?.amount ?? 0) - (shipping?.discount ?? 0);
        expect(cart.total).toBe(cart.subtotal - cart.discount + post + added);
        for (const { id, amount, kind } of cart.discounts) {
          const shares = cart.lines.flatMap(({ shares: own }) => own.filter(({ discountId }) => discountId === id));
          expect(sum(shares.map((share) => share.amount))).toBe(kind === "free_shipping" ? 0 : amount);
        }
      }),
      cheap,
    );
  });

  test("takes at most one automatic discount, one code of value and one free shipping, in this order", () => {
    fc.assert(
      fc.property(cartInput, (input) => {
        const cart = priceCart(input);
        const steps: number[] = cart.discounts.map(({ kind, code }) =>
          kind === "free_shipping" ? 2 : code === null ? 0 : 1,
        );
        expect(steps).toEqual([0, 1, 2].filter((step) => steps.includes(step)));
        expect(cart.codes.map(({ code }) => code)).toEqual(input.codes);
        for (const { code } of cart.discounts) {
          if (code !== null) expect(cart.codes.find((typed) => typed.code === code)?.state).toBe("applied");
        }
        for (const { state, missing } of cart.codes) expect(state === "below_minimum").toBe(missing !== null);
      }),
      cheap,
    );
  });

  test("tells a visitor the same whatever a customer has used", () => {
    fc.assert(
      fc.property(cartInput, (input) => {
        const visitor = { ...input, shopper: { signedIn: false, groups: new Set<string>() } };
        const unused = new Map([...input.uses].map(([id, { total }]) => [id, { total, byCustomer: 0 }]));
        expect(priceCart(visitor)).toEqual(priceCart({ ...visitor, uses: unused }));
      }),
      cheap,
    );
  });
});
