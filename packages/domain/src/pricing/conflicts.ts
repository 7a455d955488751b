import { groupsMatchingBoth } from "./audienceMatch.ts";
import type { PriceListConflict } from "./priceList.ts";
import { boundariesOf } from "./priceSteps.ts";
import { byAge, byOffer, type Candidate, type ListTerms, type Price, resolvePrice } from "./resolvePrice.ts";

/** A list with what it says about variants by their ids; others have only its adjustment. */
export interface ConflictList {
  list: ListTerms;
  entries: ReadonlyMap<string, Omit<Candidate, "list">>;
}

export interface VariantBase {
  variantId: string;
  /** In the lists' currency; null where the variant is not for sale. */
  base: number | null;
}

/** Why the winner wins: it is lower, or equal and created earlier, or equal in that too and first by its id. */
export type WinReason = PriceListConflict["first"][number]["why"];

/** Two amounts for the same pieces; `to` null means every quantity from `from` on. */
export interface ConflictStep {
  variantId: string;
  from: number;
  to: number | null;
  oneAmount: number;
  otherAmount: number;
  winnerId: string;
  why: WinReason;
  /** Whether the winner's amount then is the price, other lists left aside; a sale that is not below the base is not. */
  applies: boolean;
}

export interface Conflict {
  one: ListTerms;
  other: ListTerms;
  /** When both hold: since ever and without end are null. */
  from: Date | null;
  until: Date | null;
  steps: ConflictStep[];
}

const latest = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other > one) ? other : one;
const earliest = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other < one) ? other : one;

const isOpen = (list: ListTerms, now: Date): boolean =>
  list.status === "active" && (list.endsAt === null || now < list.endsAt);

/** When and for which groups both lists could hold for one customer from now on, or null when they never do. */
function meetingOf(one: ListTerms, other: ListTerms, now: Date) {
  if (one.type !== other.type || one.currency !== other.currency) return null;
  if (!isOpen(one, now) || !isOpen(other, now)) return null;
  const from = latest(one.startsAt, other.startsAt);
  const until = earliest(one.endsAt, other.endsAt);
  if (from !== null && until !== null && from >= until) return null;
  const groups = groupsMatchingBoth(one.audience, other.audience);
  return groups === null ? null : { from, until, at: from === null || from < now ? now : from, groups };
}

const without: Omit<Candidate, "list"> = { excluded: false, amounts: [] };

const amountOf = (price: Price, list: ListTerms): number | null =>
  price.trace.find(({ listId }) => listId === list.id)?.amount ?? null;

/**
 * How two active or coming lists of the same type and currency meet: the quantities of each variant that both price while
 * both hold for one possible customer, and which of them wins. Null when they never meet.
 */
export function conflictBetween(
  first: ConflictList,
  second: ConflictList,
  variants: readonly VariantBase[],
  now: Date,
): Conflict | null {
  const [one, other] = byAge(first.list, second.list) <= 0 ? [first, second] : [second, first];
  const meeting = meetingOf(one.list, other.list, now);
  if (meeting === null) return null;
  const steps = variants.flatMap(({ variantId, base }) => {
    const candidates = [one, other].map(({ list, entries }) => ({ list, ...(entries.get(variantId) ?? without) }));
    const starts = boundariesOf(candidates.flatMap(({ amounts }) => amounts));
    return starts.flatMap((from, at): ConflictStep[] => {
      const question = { base, candidates, groups: meeting.groups, now: meeting.at, currency: one.list.currency };
      const price = resolvePrice({ ...question, quantity: from });
      if (price === null) return [];
      const [oneAmount, otherAmount] = [amountOf(price, one.list), amountOf(price, other.list)];
      if (oneAmount === null || otherAmount === null) return [];
      const isOne = byOffer({ list: one.list, amount: oneAmount }, { list: other.list, amount: otherAmount }) < 0;
      const winnerId = (isOne ? one : other).list.id;
      const next = starts[at + 1];
      return [
        {
          variantId,
          from,
          to: next === undefined ? null : next - 1,
          oneAmount,
          otherAmount,
          winnerId,
          why: whyOf(one.list, oneAmount, other.list, otherAmount),
          applies: price.list?.id === winnerId,
        },
      ];
    });
  });
  return steps.length === 0
    ? null
    : { one: one.list, other: other.list, from: meeting.from, until: meeting.until, steps };
}

function whyOf(one: ListTerms, oneAmount: number, other: ListTerms, otherAmount: number): WinReason {
  if (oneAmount !== otherAmount) return "lower";
  return one.createdAt.getTime() === other.createdAt.getTime() ? "same_time" : "earlier";
}

/** Every pair of lists that meet on some variant, by the age of their lists whatever the order of rows. */
export function conflictsOf(lists: readonly ConflictList[], variants: readonly VariantBase[], now: Date): Conflict[] {
  const byCreation = lists.toSorted((one, other) => byAge(one.list, other.list));
  return byCreation.flatMap((one, at) =>
    byCreation.slice(at + 1).flatMap((other) => conflictBetween(one, other, variants, now) ?? []),
  );
}
