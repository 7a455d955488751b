import parsePhone, { isSupportedCountry } from "libphonenumber-js/min";
import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { isLine } from "../text.ts";

/** The E.164 form of a typed phone number, or null; without a leading + the number is read as one of the country. */
export function e164(typed: string, countryCode?: string): string | null {
  const parsed = parsePhone(
    typed.trim(),
    countryCode !== undefined && isSupportedCountry(countryCode) ? countryCode : undefined,
  );
  return parsed?.isValid() === true ? parsed.number : null;
}

/** A phone number from a caller, with its country prefix; answered as E.164, an empty one as null. */
export const Phone = z
  .string()
  .max(40, asField("field.phone"))
  .refine(isLine, asField("field.characters"))
  .nullable()
  .transform((typed, context) => {
    if (typed === null || typed.trim() === "") return null;
    const number = e164(typed);
    if (number !== null) return number;
    context.issues.push({ code: "custom", input: typed, ...asField("field.phone") });
    return z.NEVER;
  });

/** A stored E.164 number as people write it, for display. */
export const readablePhone = (number: string): string => parsePhone(number)?.formatInternational() ?? number;
