import fc from "fast-check";
import type { AudienceShape } from "../src/pricing/audienceMatch.ts";
import type { Candidate, ListTerms, QuantityRange } from "../src/pricing/resolvePrice.ts";

export const cheap = { numRuns: 3000 };
export const groupIds = ["grp_a", "grp_b", "grp_c"];
export const now = new Date("2026-03-10T12:00:00.000Z");
const hour = (step: number): Date => new Date(now.getTime() + step * 3_600_000);
/** Instants close enough to the present one that ends and beginnings fall on it. */
export const instant = fc.integer({ min: -2, max: 2 }).map(hour);

export const groupSet = fc.subarray(groupIds).map((ids) => new Set(ids));
const part = fc.subarray(groupIds, { maxLength: 2 });
export const audience: fc.Arbitrary<AudienceShape> = fc.oneof(
  fc.constant<AudienceShape>({ kind: "everyone" }),
  fc.record({ kind: fc.constant("groups"), anyOf: part, allOf: part, noneOf: part }),
);

/** Ranges that never overlap: cuts of the quantities from one on, some of them left out. */
export const ranges: fc.Arbitrary<QuantityRange[]> = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }), fc.array(fc.boolean(), { minLength: 5 }))
  .map(([cuts, isKept]) => {
    const starts = cuts.toSorted((one, other) => one - other);
    return starts
      .map((min, at) => ({ min, max: (starts[at + 1] ?? 0) - 1 }))
      .map(({ min, max }) => ({ min, max: max < min ? null : max }))
      .filter((_, at) => isKept[at]);
  });

/** Few different amounts, so that ties are common. */
export const amount = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 5000 }));

export const usually = <T>(value: T, rest: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(value), weight: 6 }, { arbitrary: rest, weight: 1 });

const terms = fc
  .record({
    type: fc.constantFrom("override" as const, "sale" as const),
    status: usually<ListTerms["status"]>("active", fc.constantFrom("draft", "archived")),
    currency: usually("EUR", fc.constant("CHF")),
    startsAt: fc.option(instant, { freq: 2 }),
    endsAt: fc.option(instant, { freq: 2 }),
    audience,
    adjustment: fc.option(fc.integer({ min: -10_000, max: 3000 })),
    floor: fc.option(amount),
    createdAt: fc.constantFrom(hour(-100), hour(-99)),
  })
  .map((list) =>
    list.type === "sale" && list.adjustment !== null ? { ...list, adjustment: -Math.abs(list.adjustment) } : list,
  );

export const candidate = fc.record({
  terms,
  excluded: fc.boolean(),
  ranges: fc.oneof(fc.constant<QuantityRange[]>([]), ranges),
  amounts: fc.array(amount, { minLength: 8, maxLength: 8 }),
});

/** Lists with ids of their own; what is drawn for one of them does not depend on the others. */
export const candidates: fc.Arbitrary<Candidate[]> = fc.array(candidate, { maxLength: 6 }).map((drawn) =>
  drawn.map(({ terms: list, excluded, ranges: own, amounts }, at) => ({
    list: { ...list, id: `plist_${at}`, name: `List ${at}`, benefit: `Price ${at}` },
    excluded,
    amounts: own.map((range, place) => ({ ...range, amount: amounts[place] ?? 0 })),
  })),
);

export const question = fc.record({
  base: usually<number | null>(1000, fc.option(amount)),
  candidates,
  groups: groupSet,
  quantity: fc.integer({ min: 1, max: 10 }),
  now: fc.constant(now),
  currency: fc.constant("EUR"),
});

/** The rows in another order, drawn by `fc.array(fc.nat())`. */
export const shuffled = <T>(rows: readonly T[], order: readonly number[]): T[] =>
  rows
    .map((row, at) => ({ row, place: order[at] ?? 0 }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ row }) => row);
export const order = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });

/** Half-even by its definition: the nearer of the two whole numbers around the quotient, the even one when both are as near. */
export function halfEven(numerator: number, denominator: number): number {
  const [above, below] = [BigInt(numerator), BigInt(denominator)];
  for (let low = above / below; ; low -= 1n) {
    const distance = above - low * below;
    if (distance < 0n) continue;
    const toHigh = below - distance;
    if (distance < toHigh) return Number(low);
    if (distance > toHigh) return Number(low) + 1;
    return Number(low % 2n === 0n ? low : low + 1n);
  }
}
