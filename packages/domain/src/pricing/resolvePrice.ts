import { basis, partOf } from "../money.ts";
import { type AudienceShape, matchesAudience } from "./audienceMatch.ts";
import type { traceOutcomes } from "./previewPrices.ts";
import type { priceListStatuses, priceListTypes } from "./priceList.ts";

export type ListType = (typeof priceListTypes)[number];

/** What a price list says about itself. */
export interface ListTerms {
  id: string;
  name: string;
  /** The short line shoppers read, as "Wholesale price". */
  benefit: string | null;
  type: ListType;
  status: (typeof priceListStatuses)[number];
  currency: string;
  startsAt: Date | null;
  /** The first instant after it. */
  endsAt: Date | null;
  audience: AudienceShape;
  /** Signed basis points of the base price, for variants without an amount of their own. */
  adjustment: number | null;
  /** Lifts adjusted amounts, never above the base price. */
  floor: number | null;
  createdAt: Date;
}

/** Both ends belong to the range; without a `max` it is open. */
export interface QuantityRange {
  min: number;
  max: number | null;
}

/** What one list says about one variant; without amounts of its own it may still have an adjustment. */
export interface Candidate {
  list: ListTerms;
  excluded: boolean;
  amounts: readonly (QuantityRange & { amount: number })[];
}

/** How a list fared; its words stand in `traceOutcomes`. */
export type TraceOutcome = (typeof traceOutcomes)[number];

// A trace tells first what made the price, then what lost to it, then what was not asked.
const place = {
  won: 0,
  base_replaced: 1,
  tied: 2,
  higher: 3,
  not_below_original: 4,
  quantity: 5,
  excluded: 6,
  no_amount: 7,
  other_audience: 8,
  not_started: 9,
  ended: 10,
  draft: 11,
  archived: 12,
  other_currency: 13,
} as const satisfies Record<TraceOutcome, number>;

export interface TraceEntry {
  listId: string;
  listName: string;
  type: ListType;
  /** What the list gives for this quantity, also when it does not count now; null when it gives nothing here. */
  amount: number | null;
  outcome: TraceOutcome;
}

export interface Price {
  amount: number;
  /** The base price or what an override made of it; screens strike it through only when it is higher than the amount. */
  original: number;
  base: number;
  /** The list whose amount is the price: the winning sale, else the override that set the original, else none. */
  list: { id: string; name: string; benefit: string | null } | null;
  /** The override that set the original price, also when a sale went below it. */
  overrideList: { id: string; name: string } | null;
  trace: TraceEntry[];
}

/** Who asks when and where. */
export interface PriceQuestion {
  /** Null where the variant has no price in the currency and so is not for sale. */
  base: number | null;
  /** At most one for each list. */
  candidates: readonly Candidate[];
  /** The benefit groups of the shopper (`benefitGroups`). */
  groups: ReadonlySet<string>;
  now: Date;
  currency: string;
}

type Standing = Extract<
  TraceOutcome,
  "draft" | "archived" | "other_currency" | "not_started" | "ended" | "other_audience"
>;

/** Why the list does not count for this shopper now, or null when it does. */
export function standingOf(
  list: ListTerms,
  { groups, now, currency }: Pick<PriceQuestion, "groups" | "now" | "currency">,
): Standing | null {
  if (list.status !== "active") return list.status;
  if (list.currency !== currency) return "other_currency";
  if (list.startsAt !== null && now < list.startsAt) return "not_started";
  if (list.endsAt !== null && now >= list.endsAt) return "ended";
  return matchesAudience(list.audience, groups) ? null : "other_audience";
}

const holds = (range: QuantityRange, quantity: number): boolean =>
  range.min <= quantity && (range.max === null || quantity <= range.max);

/** What a list gives for a variant and a quantity, or why it gives nothing (`domain` 5.1). */
function givenBy(candidate: Candidate, base: number, quantity: number): number | "quantity" | "excluded" | "no_amount" {
  const { list, excluded, amounts } = candidate;
  const explicit = amounts.find((range) => holds(range, quantity));
  if (explicit !== undefined) return explicit.amount;
  if (excluded) return "excluded";
  if (list.adjustment === null) return amounts.length > 0 ? "quantity" : "no_amount";
  const adjusted = partOf(base, basis + list.adjustment, basis);
  return list.floor === null ? adjusted : Math.max(adjusted, Math.min(list.floor, base));
}

type Aged = { id: string; createdAt: Date };
/** Orders by creation, then id: the earlier-created of two that are equal otherwise goes first. */
export function byAge(one: Aged, other: Aged): number {
  const apart = one.createdAt.getTime() - other.createdAt.getTime();
  if (apart !== 0) return apart;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

interface Offer {
  list: ListTerms;
  amount: number;
}
/** The lowest first; a tie goes to the earlier-created, then to the id. */
export const byOffer = (one: Offer, other: Offer): number => one.amount - other.amount || byAge(one.list, other.list);

const lowest = (offers: readonly Offer[], type: ListType): Offer | undefined =>
  offers.filter(({ list }) => list.type === type).toSorted(byOffer)[0];

/**
 * The price of a variant for a shopper and a quantity, with every list's fate, or null when it is not for sale. Nothing
 * else in the system chooses a price. The order of candidates never matters.
 */
export function resolvePrice({
  base,
  candidates,
  quantity,
  ...asker
}: PriceQuestion & { quantity: number }): Price | null {
  if (base === null) return null;
  const judged = candidates.map((candidate) => {
    const given = candidate.list.currency === asker.currency ? givenBy(candidate, base, quantity) : "no_amount";
    return { list: candidate.list, given, standing: standingOf(candidate.list, asker) };
  });
  const offers = judged.flatMap(({ list, given, standing }) =>
    standing === null && typeof given === "number" ? [{ list, amount: given }] : [],
  );
  const override = lowest(offers, "override");
  const original = override?.amount ?? base;
  const cheapest = lowest(offers, "sale");
  const sale = cheapest !== undefined && cheapest.amount < original ? cheapest : undefined;
  const winner = sale ?? override;

  const fateOf = (list: ListTerms, amount: number): TraceOutcome => {
    if (list === winner?.list) return "won";
    if (list === override?.list) return "base_replaced";
    if (list.type === "sale" && amount >= original) return "not_below_original";
    return amount === (list.type === "sale" ? sale : override)?.amount ? "tied" : "higher";
  };
  const trace = judged
    .map(({ list, given, standing }) => {
      const amount = typeof given === "number" ? given : null;
      const outcome = standing ?? (typeof given === "number" ? fateOf(list, given) : given);
      return { list, entry: { listId: list.id, listName: list.name, type: list.type, amount, outcome } };
    })
    .toSorted((one, other) => {
      const rank = place[one.entry.outcome] - place[other.entry.outcome];
      return rank || (one.entry.amount ?? 0) - (other.entry.amount ?? 0) || byAge(one.list, other.list);
    })
    .map(({ entry }) => entry);

  return {
    amount: winner?.amount ?? base,
    original,
    base,
    list: winner === undefined ? null : { id: winner.list.id, name: winner.list.name, benefit: winner.list.benefit },
    overrideList: override === undefined ? null : { id: override.list.id, name: override.list.name },
    trace,
  };
}
