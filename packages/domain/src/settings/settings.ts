import { z } from "zod";
import { locales } from "../customers/customer.ts";
import { asField } from "../fieldProblem.ts";
import { Currency } from "../money.ts";
import { paragraphs, requiredLine } from "../text.ts";

/** Whether the platform reckons with a zone of this name; offsets such as `+01:00` know no summer and are none. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const fields = {
  name: requiredLine(120),
  /** What the store reckons its figures in. */
  currency: Currency,
  timeZone: z.string().max(64).refine(isTimeZone, asField("field.choice")),
  locale: z.enum(locales, asField("field.choice")),
  privacyPolicy: paragraphs(20_000),
  termsPolicy: paragraphs(20_000),
  returnsPolicy: paragraphs(20_000),
};

/** The store's own settings, one row of them. */
export const StoreSettings = z.object({
  name: z.string(),
  /** ISO 4217. */
  currency: z.string(),
  /** IANA; every calendar day the server reckons with is of this zone. */
  timeZone: z.string(),
  /** How mails write dates and money. */
  locale: z.string(),
  /** Plain text, paragraphs apart by an empty line; an empty one is not shown. */
  privacyPolicy: z.string(),
  termsPolicy: z.string(),
  returnsPolicy: z.string(),
  version: z.int(),
  updatedAt: z.date(),
});
export type StoreSettings = z.infer<typeof StoreSettings>;

/** The settings as staff see them. */
export const SettingsDetail = StoreSettings.extend({
  /** An order was placed, so the currency stays. */
  hasOrders: z.boolean(),
});
export type SettingsDetail = z.infer<typeof SettingsDetail>;

export const UpdateSettings = z.strictObject({
  version: z.int().min(1),
  name: fields.name.optional(),
  currency: fields.currency.optional(),
  timeZone: fields.timeZone.optional(),
  locale: fields.locale.optional(),
  privacyPolicy: fields.privacyPolicy.optional(),
  termsPolicy: fields.termsPolicy.optional(),
  returnsPolicy: fields.returnsPolicy.optional(),
});
export type UpdateSettings = z.output<typeof UpdateSettings>;
