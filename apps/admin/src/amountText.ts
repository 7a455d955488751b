import { asField } from "@clientele/domain/fieldProblem";
import { minorDigits, parseAmount, plainAmount } from "@clientele/domain/money";
import { z } from "zod";

export interface AmountRule {
  currency: string;
  /** Of the person who types: decides how "1.234" is read. */
  locale: string;
  least?: number;
  most?: number;
  /** Whether the field may stay empty. */
  optional?: boolean;
}

/** An amount of money as it is typed in a form; `parseAmount` reads it once it is sent. */
export const amountText = ({ currency, locale, least = 0, most, optional = false }: AmountRule) =>
  z.string().superRefine((typed, context) => {
    if (typed.trim() === "") {
      if (!optional) context.addIssue({ code: "custom", ...asField("field.required") });
      return;
    }
    const amount = parseAmount(typed, currency, locale);
    const about = (limit: number) => Number(plainAmount(limit, currency));
    if (amount === null) context.addIssue({ code: "custom", ...asField("field.amount") });
    else if (amount < least)
      context.addIssue({ code: "custom", ...asField("field.too_small", { least: about(least) }) });
    else if (most !== undefined && amount > most) {
      context.addIssue({ code: "custom", ...asField("field.too_big", { most: about(most) }) });
    }
  });

/** An amount as its form field begins: in the marks of the locale, so that `parseAmount` reads it back as it is. */
export const typedAmount = ({ amount, currency }: { amount: number; currency: string }, locale: string): string => {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
    numberingSystem: "latn",
  }).format(plainAmount(amount, currency));
};
