import { allocate, basis, partOf, sumOf } from "../money.ts";
import type { CodeRefusal } from "../pricing/discount.ts";
import {
  type DiscountCase,
  type DiscountTerms,
  type DiscountUses,
  isFor,
  meantByCode,
  missingOf,
  refusalOf,
} from "../pricing/discountFit.ts";
import { byAge, type Price } from "../pricing/resolvePrice.ts";
import { mostLineAmount } from "./limits.ts";
import { taxOf, type TaxRules } from "./tax.ts";

export interface CartInput {
  lines: readonly {
    id: string;
    variantId: string;
    productId: string;
    quantity: number;
    /** Null when it is not for sale here; such a line stays and counts for nothing. */
    price: Price | null;
  }[];
  /** The automatic ones that may apply, and those that the typed codes name. */
  discounts: readonly DiscountTerms[];
  /** Upper-cased, in the order they were typed. */
  codes: readonly string[];
  shopper: { signedIn: boolean; groups: ReadonlySet<string> };
  region: TaxRules & { id: string; currency: string };
  shipping: { id: string; name: string; amount: number } | null;
  uses: ReadonlyMap<string, DiscountUses>;
  now: Date;
}

export interface PricedLine {
  id: string;
  variantId: string;
  productId: string;
  quantity: number;
  unit: Price | null;
  /** Unit price × quantity. */
  amount: number;
  /** What each discount takes from this line, in the order of the discounts. */
  shares: { discountId: string; amount: number }[];
  discount: number;
  tax: number;
  total: number;
}

export interface PricedCart {
  currency: string;
  lines: PricedLine[];
  /** Those that take something, in the order they apply. */
  discounts: { id: string; name: string; code: string | null; kind: DiscountTerms["kind"]; amount: number }[];
  /** `missing` is what the lines are short of a minimum. */
  codes: { code: string; state: "applied" | CodeRefusal; missing: number | null }[];
  subtotal: number;
  /** Taken from the lines; what free shipping takes stands with the shipping. */
  discount: number;
  shipping: {
    option: { id: string; name: string };
    amount: number;
    discount: number;
    tax: number;
    total: number;
  } | null;
  tax: number;
  taxIncluded: boolean;
  total: number;
}

interface Rest {
  id: string;
  productId: string;
  quantity: number;
  left: number;
}

/** What a discount of value takes from each line, computed on what the ones before left. */
function takenBy(terms: DiscountTerms, lines: readonly Rest[]): number[] {
  const isMeant = (line: Rest): boolean => terms.appliesTo === "cart" || isFor(terms, line.productId);
  if (terms.kind === "fixed" && terms.appliesTo === "items") {
    return lines.map((line) => (isMeant(line) ? Math.min((terms.amount ?? 0) * line.quantity, line.left) : 0));
  }
  const weights = lines.map((line) => (isMeant(line) ? line.left : 0));
  const sum = sumOf(weights);
  const wanted = terms.kind === "percentage" ? partOf(sum, terms.basisPoints ?? 0, basis) : (terms.amount ?? 0);
  return allocate(Math.min(wanted, sum), weights);
}

/** Nobody buys so much of something so dear; what cannot be added up exactly is not for sale. */
const isTooDear = ({ price, quantity }: CartInput["lines"][number]): boolean =>
  price !== null && price.amount * quantity > mostLineAmount;

/**
 * Prices a cart: prices as they were resolved, the automatic discount, the code, free shipping, tax, always in this
 * order (`domain` 6 and 7). The order of lines and discounts never matters; that of codes does, since the first that
 * fits is the one that applies.
 *
 * A discount of the whole cart takes from every line once any line is one of its products; one of items takes from those
 * lines only. Free shipping may be automatic beside an automatic discount of value; it goes before a code, which then has
 * nothing left to take. While no shipping is chosen, a fitting code for free shipping shows as applied and takes nothing.
 */
export function priceCart(input: CartInput): PricedCart {
  const { region, now } = input;
  const cartLines = input.lines.map((line) => (isTooDear(line) ? { ...line, price: null } : line));
  // Spread in the order of ids, which is that of adding, so that a cent never moves with the order of rows.
  const sold = cartLines
    .flatMap(({ price, ...line }) => (price === null ? [] : [{ ...line, left: price.amount * line.quantity }]))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const subtotal = sumOf(sold.map(({ left }) => left));
  const given: DiscountCase = { ...input, productIds: sold.map(({ productId }) => productId), subtotal };
  const shares = new Map<string, PricedLine["shares"]>();
  const discounts: PricedCart["discounts"] = [];
  const note = ({ id, name, code, kind }: DiscountTerms, amount: number): void => {
    discounts.push({ id, name, code, kind, amount });
  };
  const take = (terms: DiscountTerms, amounts: readonly number[]): void => {
    note(terms, sumOf(amounts));
    for (const [at, line] of sold.entries()) {
      const amount = amounts[at] ?? 0;
      if (amount === 0) continue;
      line.left -= amount;
      shares.set(line.id, [...(shares.get(line.id) ?? []), { discountId: terms.id, amount }]);
    }
  };

  const automatic = input.discounts
    .filter((terms) => terms.code === null && refusalOf(terms, given) === null)
    .toSorted(byAge);
  const best = automatic
    .filter(({ kind }) => kind !== "free_shipping")
    .map((terms) => ({ terms, amounts: takenBy(terms, sold) }))
    .reduce<{ terms: DiscountTerms; amounts: number[] } | null>(
      (most, next) => (sumOf(next.amounts) > sumOf(most?.amounts ?? []) ? next : most),
      null,
    );
  if (best !== null) take(best.terms, best.amounts);

  const shippingAmount = input.shipping?.amount ?? 0;
  const automaticShipping = automatic.find(({ kind }) => kind === "free_shipping");
  const shippingCodes: DiscountTerms[] = [];
  let hasValueCode = false;
  const judge = (code: string): CodeRefusal | "applied" => {
    const terms = meantByCode(code, input.discounts, now);
    if (terms === undefined) return "unknown";
    const refusal = refusalOf(terms, given);
    if (refusal !== null) return refusal;
    if (terms.kind === "free_shipping") {
      if (shippingCodes.length > 0) return "another_code_applies";
      if (automaticShipping !== undefined || (input.shipping !== null && shippingAmount === 0)) return "takes_nothing";
      shippingCodes.push(terms);
      return "applied";
    }
    if (hasValueCode) return "another_code_applies";
    const amounts = takenBy(terms, sold);
    if (sumOf(amounts) === 0) return "takes_nothing";
    hasValueCode = true;
    take(terms, amounts);
    return "applied";
  };
  const codes = [...new Set(input.codes)].map((code) => {
    const state = judge(code);
    const terms = state === "below_minimum" ? meantByCode(code, input.discounts, now) : undefined;
    return { code, state, missing: terms === undefined ? null : missingOf(terms, subtotal) };
  });

  const freeShipping = automaticShipping ?? shippingCodes[0];
  if (freeShipping !== undefined && shippingAmount > 0) note(freeShipping, shippingAmount);
  const shippingLeft = freeShipping === undefined ? shippingAmount : 0;
  const shipping =
    input.shipping === null
      ? null
      : {
          option: { id: input.shipping.id, name: input.shipping.name },
          amount: shippingAmount,
          discount: shippingAmount - shippingLeft,
          ...taxOf(shippingLeft, region),
        };
  const lines = cartLines.map(({ price, ...line }): PricedLine => {
    const amount = (price?.amount ?? 0) * line.quantity;
    const own = shares.get(line.id) ?? [];
    const discount = sumOf(own.map((share) => share.amount));
    return { ...line, unit: price, amount, shares: own, discount, ...taxOf(amount - discount, region) };
  });
  return {
    currency: region.currency,
    lines,
    discounts,
    codes,
    subtotal,
    discount: sumOf(lines.map((line) => line.discount)),
    shipping,
    tax: sumOf(lines.map((line) => line.tax)) + (shipping?.tax ?? 0),
    taxIncluded: region.pricesIncludeTax,
    total: sumOf(lines.map((line) => line.total)) + (shipping?.total ?? 0),
  };
}
