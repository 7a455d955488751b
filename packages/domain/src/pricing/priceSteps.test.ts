import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cheap, question, ranges } from "../../test/priceCases.ts";
import { checkRanges, priceSteps, rangesOverlap } from "./priceSteps.ts";
import { type QuantityRange, resolvePrice } from "./resolvePrice.ts";

describe("the steps of a price", () => {
  test("say for every quantity what resolving it says, and change at each of them", () => {
    fc.assert(
      fc.property(question, ({ quantity: mostQuantity, ...asked }) => {
        const steps = priceSteps({ ...asked, mostQuantity });
        for (let quantity = 1; quantity <= mostQuantity; quantity += 1) {
          const step = steps.findLast(({ from }) => from <= quantity);
          const price = resolvePrice({ ...asked, quantity });
          expect(step && { amount: step.amount, original: step.original }).toEqual(
            price === null ? undefined : { amount: price.amount, original: price.original },
          );
        }
        expect(steps.every(({ from }) => from >= 1 && from <= mostQuantity)).toBe(true);
        for (const [at, { from: _, ...step }] of steps.entries()) {
          const { from: __, ...before } = steps[at - 1] ?? { from: 0 };
          expect(step).not.toEqual(before);
        }
      }),
      cheap,
    );
  });
});

describe("ranges of quantities", () => {
  const anyRange = fc.record({
    min: fc.integer({ min: -1, max: 9 }),
    max: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 3 }),
  });
  const held = ({ min, max }: QuantityRange): number[] =>
    Array.from({ length: 20 }, (_, at) => at).filter((at) => at >= min && (max === null || at <= max));

  test("have problems exactly when they begin below one, end early or hold the same quantity twice", () => {
    fc.assert(
      fc.property(fc.array(anyRange, { maxLength: 5 }), (rows) => {
        const isSound = rows.every((range) => range.min >= 1 && held(range).length > 0);
        const all = rows.flatMap(held);
        expect(checkRanges(rows).length === 0).toBe(isSound && new Set(all).size === all.length);
        if (isSound) expect(rangesOverlap(rows)).toBe(new Set(all).size < all.length);
      }),
      cheap,
    );
  });

  test("that touch do not overlap, and both of two that do are told", () => {
    expect(
      checkRanges([
        { min: 1, max: 4 },
        { min: 5, max: null },
      ]),
    ).toEqual([]);
    expect(
      checkRanges([
        { min: 1, max: 5 },
        { min: 9, max: 9 },
        { min: 5, max: 8 },
      ]),
    ).toEqual([
      { at: 0, problem: "overlaps" },
      { at: 2, problem: "overlaps" },
    ]);
    expect(
      checkRanges([
        { min: 1, max: null },
        { min: 100, max: null },
      ]),
    ).toHaveLength(2);
    expect(
      checkRanges([
        { min: 0, max: null },
        { min: 4, max: 3 },
      ]),
    ).toEqual([
      { at: 0, problem: "below_one" },
      { at: 1, problem: "ends_before_it_begins" },
    ]);
    fc.assert(
      fc.property(ranges, (rows) => {
        expect(checkRanges(rows)).toEqual([]);
      }),
    );
  });
});
