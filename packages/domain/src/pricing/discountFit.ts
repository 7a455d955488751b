import { type AudienceShape, matchesAudience } from "./audienceMatch.ts";
import type { CodeRefusal, discountKinds, discountStatuses, discountTargets } from "./discount.ts";

/** What a discount says about itself. */
export interface DiscountTerms {
  id: string;
  name: string;
  /** Upper-cased; null is automatic. */
  code: string | null;
  kind: (typeof discountKinds)[number];
  appliesTo: (typeof discountTargets)[number];
  /** Of a percentage. */
  basisPoints: number | null;
  /** Of a fixed amount, with its currency. */
  amount: number | null;
  currency: string | null;
  audience: AudienceShape;
  /** Empty means every region. */
  regionIds: readonly string[];
  /** Empty means every product. */
  productsIn: readonly string[];
  productsNotIn: readonly string[];
  minimum: { amount: number; currency: string } | null;
  startsAt: Date | null;
  /** The first instant after it. */
  endsAt: Date | null;
  status: (typeof discountStatuses)[number];
  usageLimit: number | null;
  perCustomerLimit: number | null;
  createdAt: Date;
}

/** How often a discount counts as used: by everybody, and by the signed-in customer. */
export interface DiscountUses {
  total: number;
  byCustomer: number;
}

/** What the conditions of a discount are judged by. */
export interface DiscountCase {
  shopper: { signedIn: boolean; groups: ReadonlySet<string> };
  region: { id: string; currency: string };
  /** Of the lines that are for sale. */
  productIds: readonly string[];
  /** All lines at their prices, before discounts, without shipping. */
  subtotal: number;
  uses: ReadonlyMap<string, DiscountUses>;
  now: Date;
}

/** Whether the product is one the discount is for. */
export const isFor = (
  { productsIn, productsNotIn }: Pick<DiscountTerms, "productsIn" | "productsNotIn">,
  productId: string,
): boolean => (productsIn.length === 0 || productsIn.includes(productId)) && !productsNotIn.includes(productId);

/** A discount for groups or with a limit per customer is for signed-in shoppers, so no answer tells of a typed e-mail. */
const needsSignIn = ({ audience, perCustomerLimit }: DiscountTerms): boolean =>
  audience.kind === "groups" || perCustomerLimit !== null;

/** Why the discount is not to be had now by anybody, or null. */
function closedBecause({ status, startsAt, endsAt }: DiscountTerms, now: Date): CodeRefusal | null {
  if (status === "archived" || (endsAt !== null && now >= endsAt)) return "ended";
  if (status === "disabled") return "disabled";
  return startsAt !== null && now < startsAt ? "not_started" : null;
}

/**
 * The first condition that the cart or its shopper does not meet (`domain` 6), or null when the discount fits. What a
 * visitor is told is asked before anything about customers and their uses.
 */
export function refusalOf(terms: DiscountTerms, given: DiscountCase): CodeRefusal | null {
  const { shopper, region, productIds, subtotal, now } = given;
  const closed = closedBecause(terms, now);
  if (closed !== null) return closed;
  if (terms.regionIds.length > 0 && !terms.regionIds.includes(region.id)) return "other_region";
  const currencies = [terms.kind === "fixed" ? terms.currency : null, terms.minimum?.currency ?? null];
  if (currencies.some((currency) => currency !== null && currency !== region.currency)) return "other_currency";
  if (needsSignIn(terms) && !shopper.signedIn) return "sign_in_needed";
  if (!matchesAudience(terms.audience, shopper.groups)) return "other_audience";
  const uses = given.uses.get(terms.id) ?? { total: 0, byCustomer: 0 };
  if (terms.perCustomerLimit !== null && uses.byCustomer >= terms.perCustomerLimit) return "used_by_you";
  if (terms.usageLimit !== null && uses.total >= terms.usageLimit) return "used_up";
  if (!productIds.some((productId) => isFor(terms, productId))) return "no_matching_items";
  return missingOf(terms, subtotal) > 0 ? "below_minimum" : null;
}

/** What the lines are short of the discount's minimum. */
export const missingOf = ({ minimum }: Pick<DiscountTerms, "minimum">, subtotal: number): number =>
  Math.max(0, (minimum?.amount ?? 0) - subtotal);

/**
 * Which of several discounts that bear a code it means: one that still can be had before one that is over, of two such
 * the one created last. Only one of them is live (`domain` 6).
 */
export function meantByCode(code: string, discounts: readonly DiscountTerms[], now: Date): DiscountTerms | undefined {
  const rank = (terms: DiscountTerms): number => (closedBecause(terms, now) === "ended" ? 1 : 0);
  return discounts
    .filter((terms) => terms.code === code)
    .toSorted((one, other) => {
      const younger = other.createdAt.getTime() - one.createdAt.getTime();
      return rank(one) - rank(other) || younger || (one.id > other.id ? -1 : 1);
    })[0];
}
