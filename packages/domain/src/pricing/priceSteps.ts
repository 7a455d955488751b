import { type PriceQuestion, type QuantityRange, resolvePrice } from "./resolvePrice.ts";

/** What one piece costs from this quantity on, until the next step. */
export interface PriceStep {
  from: number;
  amount: number;
  original: number;
}

/** The quantities at which a price may change: one, and where a range begins or has just ended. */
export const boundariesOf = (ranges: readonly QuantityRange[]): number[] =>
  [...new Set([1, ...ranges.flatMap(({ min, max }) => (max === null ? [min] : [min, max + 1]))])].toSorted(
    (one, other) => one - other,
  );

/**
 * The steps that hold for this shopper up to the most that can be bought, for quantity breaks and optimistic
 * quantities; nothing of other groups' lists shows in them. Empty when the variant is not for sale.
 */
export function priceSteps({ mostQuantity, ...question }: PriceQuestion & { mostQuantity: number }): PriceStep[] {
  const ranges = question.candidates.flatMap(({ amounts }) => amounts);
  const steps: PriceStep[] = [];
  for (const quantity of boundariesOf(ranges)) {
    if (quantity < 1 || quantity > mostQuantity) continue;
    const price = resolvePrice({ ...question, quantity });
    if (price === null) return [];
    const last = steps.at(-1);
    if (last?.amount === price.amount && last.original === price.original) continue;
    steps.push({ from: quantity, amount: price.amount, original: price.original });
  }
  return steps;
}

/** What is wrong with a range of quantities, when something is. */
export type RangeProblem = "below_one" | "ends_before_it_begins" | "overlaps";

/** The problems of the ranges of one variant in one list, by their place; ranges that touch do not overlap. */
export function checkRanges(ranges: readonly QuantityRange[]): { at: number; problem: RangeProblem }[] {
  const endOf = ({ max }: QuantityRange): number => max ?? Number.POSITIVE_INFINITY;
  return ranges.flatMap((range, at): { at: number; problem: RangeProblem }[] => {
    if (range.min < 1) return [{ at, problem: "below_one" }];
    if (endOf(range) < range.min) return [{ at, problem: "ends_before_it_begins" }];
    const meets = ranges.some((other, place) => place !== at && other.min <= endOf(range) && range.min <= endOf(other));
    return meets ? [{ at, problem: "overlaps" }] : [];
  });
}

/** Whether any two of the ranges hold the same quantity. */
export const rangesOverlap = (ranges: readonly QuantityRange[]): boolean =>
  checkRanges(ranges).some(({ problem }) => problem === "overlaps");
