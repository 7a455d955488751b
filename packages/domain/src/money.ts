import { z } from "zod";
import { asField } from "./fieldProblem.ts";
import { minorDigits } from "./formatMoney.ts";

export { formatMoney, minorDigits, plainAmount } from "./formatMoney.ts";

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));
/** An ISO 4217 code the platform knows, in capitals. */
export const Currency = z
  .string()
  .length(3, asField("field.choice"))
  .refine((code) => currencies.has(code), asField("field.choice"));
export type Currency = z.infer<typeof Currency>;

/** The most one amount can be; every product with basis points then stays an exact number. */
export const mostAmount = 100_000_000_000;
/** Money in the currency's minor unit; never negative. */
export const Amount = z.int().min(0).max(mostAmount);
export type Amount = z.infer<typeof Amount>;

/** An amount with its currency as it is shown; a sum of many may be above the most that one amount can be. */
export const Money = z.object({ amount: z.int(), currency: Currency });
export type Money = z.infer<typeof Money>;

/** The whole in which rates and percentages are given: 10000 basis points are one. */
export const basis = 10_000;

/**
 * The quotient rounded to the nearest whole number, an exact half to the even one. It is the only division of money
 * (`domain` 7). A numerator beyond the safe integers is given as a bigint.
 */
export function roundHalfEven(numerator: number | bigint, denominator: number): number {
  const below = BigInt(denominator);
  const quotient = BigInt(numerator) / below;
  const rest = BigInt(numerator) - quotient * below;
  const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
  const doubled = magnitude(rest) * 2n;
  const away = doubled > magnitude(below) || (doubled === magnitude(below) && quotient % 2n !== 0n);
  if (!away) return Number(quotient);
  return Number(quotient + (rest < 0n === below < 0n ? 1n : -1n));
}

/** The part of an amount that is `numerator` of `denominator`, multiplied exactly and rounded once. */
export const partOf = (amount: number, numerator: number, denominator: number): number =>
  roundHalfEven(BigInt(amount) * BigInt(numerator), denominator);

/**
 * Splits a total by weights so that the parts add up to it: each gets its whole share, and what is left goes by one to
 * the largest remainders, of equal ones to the earlier. It is the only split of money (`domain` 7). A part of a total
 * that is not above the sum of the weights is never above its own weight. Where all weights are zero they count as
 * equal, so that the parts still add up. Neither total nor weights are negative.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((whole, weight) => whole + BigInt(weight), 0n);
  if (sum === 0n)
    return weights.length === 0 || total === 0
      ? weights.map(() => 0)
      : allocate(
          total,
          weights.map(() => 1),
        );
  const parts = weights.map((weight, at) => {
    const product = BigInt(total) * BigInt(weight);
    return { at, whole: product / sum, rest: product % sum };
  });
  const given = parts.reduce((whole, part) => whole + part.whole, 0n);
  const byRest = parts.toSorted((one, other) =>
    one.rest === other.rest ? one.at - other.at : one.rest > other.rest ? -1 : 1,
  );
  const raised = new Set(byRest.slice(0, Number(BigInt(total) - given)).map(({ at }) => at));
  return parts.map(({ at, whole }) => Number(whole) + (raised.has(at) ? 1 : 0));
}

/** The sum of whole numbers: of quantities, or of amounts of one currency. */
export const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

const spaces = /[\s\u00a0\u202f]+/g;

function marksOf(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: "always" }).formatToParts(1234567.5);
  const of = (type: "decimal" | "group"): string => parts.find((part) => part.type === type)?.value ?? "";
  return { decimal: of("decimal"), group: of("group") };
}

/** The text without the currency's own code or sign at one of its ends. */
function withoutCurrency(text: string, currency: string, locale: string): string {
  if (/^[\d.,'’\s]*$/.test(text)) return text;
  const signs = (["code", "symbol", "narrowSymbol"] as const).map(
    (currencyDisplay) =>
      new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay })
        .formatToParts(1)
        .find(({ type }) => type === "currency")?.value ?? "",
  );
  const upper = text.toUpperCase();
  for (const sign of signs.map((value) => value.toUpperCase()).filter((value) => value !== "")) {
    if (upper.startsWith(sign)) return text.slice(sign.length).trim();
    if (upper.endsWith(sign)) return text.slice(0, -sign.length).trim();
  }
  return text;
}

/** No amount with its marks and its currency is longer; what is must not keep the process busy. */
const longestAmount = 100;
const plainNumber = /^(\d+)(?:\.(\d+))?$/;

/** The number with one decimal point and no other mark, or null when its marks cannot be read in one way only. */
function withoutMarks(text: string, currency: string, locale: string): string | null {
  const grouped = (mark: string): RegExp => new RegExp(`^[1-9]\\d{0,2}(?:\\${mark}\\d{3})+$`);
  // Blanks and apostrophes are never decimal marks; they must stand between groups of three before any such mark.
  const [head = "", ...tail] = text
    .replaceAll("’", "'")
    .replace(spaces, " ")
    .split(/(?=[.,])/);
  const blank = [" ", "'"].find((mark) => head.includes(mark));
  if (blank !== undefined && (!grouped(blank).test(head) || tail.length > 1)) return null;
  if (tail.some((part) => /[ ']/.test(part))) return null;
  const bare = [blank === undefined ? head : head.replaceAll(blank, ""), ...tail].join("");

  const last = /[.,](?=\d*$)/.exec(bare)?.[0];
  if (last === undefined) return bare;
  const other = last === "." ? "," : ".";
  const at = bare.lastIndexOf(last);
  const [whole, decimals] = [bare.slice(0, at), bare.slice(at + 1)];
  if (whole.includes(last))
    return whole.includes(other) || !grouped(last).test(bare) ? null : bare.replaceAll(last, "");
  if (whole.includes(other)) return grouped(other).test(whole) ? `${whole.replaceAll(other, "")}.${decimals}` : null;
  const asDecimal = `${whole === "" ? "0" : whole}.${decimals}`;
  if (decimals.length !== 3 || blank !== undefined) return asDecimal;
  // One mark before exactly three digits: thousands or thousandths, and only the locale can tell.
  const marks = marksOf(locale);
  if (last === marks.decimal) return asDecimal;
  const isThousands = last === marks.group && minorDigits(currency) < 3 && grouped(last).test(bare);
  return isThousands ? bare.replace(last, "") : null;
}

/**
 * The amount in minor units that a person typed or pasted, or null. "12.50" and "12,50" mean the same everywhere, and so
 * do "1.234,50", "1,234.50" and "1'200.00": of two kinds of marks the last is the decimal one, and the others must stand
 * between groups of three. A single mark before exactly three digits is read as the locale writes it, and refused where
 * the locale does not decide: "1.234" is 1234 euros in German, too many decimals in English, and nothing in French. More decimals
 * than the currency has are refused and never rounded. The currency's own code or sign may stand at either end.
 */
export function parseAmount(text: string, currency: string, locale: string): number | null {
  if (text.length > longestAmount) return null;
  const bare = withoutCurrency(text.trim(), currency, locale).replace(/^[\s\u00a0\u202f]+/, "");
  const number = withoutMarks(bare, currency, locale);
  const [, whole, decimals = ""] = plainNumber.exec(number ?? "") ?? [];
  const digits = minorDigits(currency);
  if (whole === undefined || whole.length > 14 || decimals.length > digits) return null;
  const amount = Number(`${whole}${decimals.padEnd(digits, "0")}`);
  return amount > mostAmount ? null : amount;
}
