import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cheap, halfEven } from "../test/priceCases.ts";
import {
  allocate,
  Amount,
  Currency,
  formatMoney,
  minorDigits,
  mostAmount,
  parseAmount,
  partOf,
  plainAmount,
  roundHalfEven,
} from "./money.ts";

const amount = fc.integer({ min: 0, max: mostAmount });
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe("rounding", () => {
  test.each([
    [0, 2, 0],
    [1, 2, 0],
    [3, 2, 2],
    [5, 2, 2],
    [7, 2, 4],
    [-1, 2, 0],
    [-3, 2, -2],
    [-5, 2, -2],
    [5, -2, -2],
    [-7, -2, 4],
    [1, 3, 0],
    [2, 3, 1],
    [-2, 3, -1],
    [25_000, 10_000, 2],
    [25_001, 10_000, 3],
    [24_999, 10_000, 2],
    [35_000, 10_000, 4],
  ])("%d / %d is %d", (numerator, denominator, quotient) => {
    expect(roundHalfEven(numerator, denominator)).toBe(quotient);
  });

  test("goes to the nearest, a half to the even one", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 40 }), (numerator, denominator) => {
        expect(roundHalfEven(numerator, denominator)).toBe(halfEven(numerator, denominator));
      }),
      { numRuns: 5000 },
    );
  });

  test("is exact beyond the safe integers", () => {
    expect(roundHalfEven(BigInt(Number.MAX_SAFE_INTEGER) * 10_000n, 10_000)).toBe(Number.MAX_SAFE_INTEGER);
    expect(roundHalfEven(BigInt(Number.MAX_SAFE_INTEGER) * 10_000n - 5000n, 10_000)).toBe(Number.MAX_SAFE_INTEGER - 1);
    expect(partOf(99_999_999_999, 110_000, 10_000)).toBe(1_099_999_999_989);
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 10_000 }), (whole, part) => {
        const taken = partOf(whole, part, 10_000);
        const apart = BigInt(taken) * 10_000n - BigInt(whole) * BigInt(part);
        expect(apart <= 5000n && apart >= -5000n).toBe(true);
      }),
      cheap,
    );
  });
});

describe("a split", () => {
  const weights = fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), amount), { minLength: 1, maxLength: 8 });

  test.each<[number, number[], number[]]>([
    [100, [1, 1, 1], [34, 33, 33]],
    [2, [1, 1, 1], [1, 1, 0]],
    [10, [5, 3, 2], [5, 3, 2]],
    [1, [1, 2, 2], [0, 1, 0]],
    [5, [0, 10, 0, 10], [0, 3, 0, 2]],
    [0, [0, 0], [0, 0]],
    [3, [0, 0], [2, 1]],
    [0, [], []],
  ])("of %d by %j is %j", (total, by, parts) => {
    expect(allocate(total, by)).toEqual(parts);
  });

  test("adds up to its total, each part next to its exact share", () => {
    fc.assert(
      fc.property(amount, weights, (total, by) => {
        const parts = allocate(total, by);
        expect(sumOf(parts)).toBe(total);
        const sum = by.reduce((whole, weight) => whole + BigInt(weight), 0n);
        for (const [at, part] of parts.entries()) {
          expect(part).toBeGreaterThanOrEqual(0);
          const apart = BigInt(part) * sum - BigInt(total) * BigInt(by[at] ?? 0);
          if (sum > 0n) expect(apart < sum && apart > -sum).toBe(true);
        }
      }),
      cheap,
    );
  });

  test("never gives a part more than its weight while the total is not above their sum", () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (by, share) => {
        const total = Math.floor(sumOf(by) * share);
        for (const [at, part] of allocate(total, by).entries()) expect(part).toBeLessThanOrEqual(by[at] ?? 0);
      }),
      cheap,
    );
  });

  test("gives equal weights no less the earlier they stand", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 1000 }), (total, count, weight) => {
        const parts = allocate(
          total,
          Array.from({ length: count }, () => weight),
        );
        expect(parts).toEqual(parts.toSorted((one, other) => other - one));
        expect((parts[0] ?? 0) - (parts.at(-1) ?? 0)).toBeLessThanOrEqual(1);
      }),
      cheap,
    );
  });
});

test("amounts and currencies are what they say", () => {
  expect(Currency.safeParse("EUR").success).toBe(true);
  for (const wrong of ["eur", "EU", "XXQ", "", 978]) expect(Currency.safeParse(wrong).success).toBe(false);
  expect(Amount.safeParse(mostAmount).success).toBe(true);
  for (const wrong of [-1, 0.5, mostAmount + 1, "1", Number.NaN]) expect(Amount.safeParse(wrong).success).toBe(false);
});

describe("money as text", () => {
  test("has the decimals of its currency", () => {
    expect(["EUR", "JPY", "KWD", "CLF", "HUF"].map(minorDigits)).toEqual([2, 0, 3, 4, 2]);
    expect(formatMoney({ amount: 123_450, currency: "EUR" }, "en-GB")).toBe("€1,234.50");
    expect(formatMoney({ amount: 123_450, currency: "JPY" }, "en-GB")).toBe("JP¥123,450");
    expect(formatMoney({ amount: 5, currency: "KWD" }, "en-GB")).toBe("KWD\u00a00.005");
    expect(formatMoney({ amount: 123_450, currency: "EUR" }, "de-DE")).toBe("1.234,50\u00a0€");
    expect(formatMoney({ amount: -50, currency: "EUR" }, "en-GB")).toBe("-€0.50");
    expect(formatMoney({ amount: 9_007_199_254_740_991, currency: "EUR" }, "en-GB")).toBe("€90,071,992,547,409.91");
    expect(plainAmount(5, "EUR")).toBe("0.05");
    expect(plainAmount(1200, "JPY")).toBe("1200");
  });

  test.each<[string, string, string, number | null]>([
    ["12,50", "EUR", "de-DE", 1250],
    ["12.50", "EUR", "de-DE", 1250],
    ["12,50", "EUR", "en-GB", 1250],
    ["12.5", "EUR", "en-GB", 1250],
    ["12", "EUR", "en-GB", 1200],
    [" 12 ", "EUR", "en-GB", 1200],
    [".5", "EUR", "en-GB", 50],
    ["0", "EUR", "en-GB", 0],
    ["1.234,50", "EUR", "en-GB", 123_450],
    ["1,234.50", "EUR", "de-DE", 123_450],
    ["1.234.567,8", "EUR", "de-DE", 123_456_780],
    ["1.234.567", "EUR", "en-GB", 123_456_700],
    ["1'200.00", "EUR", "de-CH", 120_000],
    ["1’200", "EUR", "de-CH", 120_000],
    ["1 200,00", "EUR", "fr-FR", 120_000],
    ["1\u202f200,00", "EUR", "fr-FR", 120_000],
    ["1 234 567,5", "EUR", "fr-FR", 123_456_750],
    // One mark before exactly three digits is what the locale says it is, or nothing.
    ["1.234", "EUR", "de-DE", 123_400],
    ["1,234", "EUR", "en-GB", 123_400],
    ["1.234", "EUR", "en-GB", null],
    ["1,234", "EUR", "de-DE", null],
    ["1.234", "EUR", "fr-FR", null],
    ["0.123", "EUR", "de-DE", null],
    ["1234.567", "EUR", "de-DE", null],
    ["1.234", "KWD", "en-GB", 1234],
    ["1.234", "KWD", "de-DE", null],
    ["1,234", "JPY", "en-GB", 1234],
    ["1.5", "JPY", "en-GB", null],
    ["12.345", "KWD", "en-GB", 12_345],
    ["1,234.567", "KWD", "en-GB", 1_234_567],
    // More decimals than the currency has are not rounded away.
    ["12.505", "EUR", "en-GB", null],
    ["12.5000", "EUR", "en-GB", null],
    ["1.234,567", "EUR", "de-DE", null],
    // Its own sign or code, and no other.
    ["€ 12,50", "EUR", "de-DE", 1250],
    ["12,50 €", "EUR", "de-DE", 1250],
    ["EUR 12.50", "EUR", "en-GB", 1250],
    ["12.50eur", "EUR", "en-GB", 1250],
    ["$12.50", "EUR", "en-GB", null],
    ["CHF 1'200.00", "CHF", "de-CH", 120_000],
    // Nothing that can be read in two ways, and no number that is none.
    ["", "EUR", "en-GB", null],
    ["-5", "EUR", "en-GB", null],
    ["+5", "EUR", "en-GB", null],
    ["12.", "EUR", "en-GB", null],
    ["1e3", "EUR", "en-GB", null],
    ["0x10", "EUR", "en-GB", null],
    ["1 2", "EUR", "en-GB", null],
    ["12 50", "EUR", "en-GB", null],
    ["1.23.456", "EUR", "de-DE", null],
    ["1,23,456.00", "EUR", "en-GB", null],
    ["12.50.00", "EUR", "en-GB", null],
    ["1.234,567.00", "EUR", "en-GB", null],
    ["1'234,567.00", "EUR", "en-GB", null],
    ["١٢", "EUR", "ar-EG", null],
    ["1000000000.00", "EUR", "en-GB", mostAmount],
    ["1000000000.01", "EUR", "en-GB", null],
    ["9".repeat(40), "EUR", "en-GB", null],
    // A cell of a hundred thousand marks kept the process busy for a second.
    ["1,".repeat(100_000), "EUR", "en-GB", null],
  ])("%j in %s, %s, is %s", (text, currency, locale, parsed) => {
    expect(parseAmount(text, currency, locale)).toBe(parsed);
  });

  test("is read back as it was written, in every locale and currency", () => {
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom("EUR", "JPY", "KWD", "CHF"),
        fc.constantFrom("en-GB", "de-DE", "de-CH", "fr-FR", "en-US", "pl-PL", "sv-SE", "es-ES"),
        (value, currency, locale) => {
          const text = formatMoney({ amount: value, currency }, locale);
          const parsed = parseAmount(text, currency, locale);
          expect(parsed, text).toBe(value);
        },
      ),
      cheap,
    );
  });

  test("is never read as another amount of the same digits than the locale writes", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,4}[.,' ]?[0-9]{0,4}[.,]?[0-9]{0,3}$/), (text) => {
        const parsed = parseAmount(text, "EUR", "de-DE");
        const digits = text.replaceAll(/\D/g, "");
        if (parsed !== null)
          expect([0, 1, 2].map((zeros) => Number(`${digits}${"0".repeat(zeros)}`))).toContain(parsed);
      }),
      cheap,
    );
  });
});
