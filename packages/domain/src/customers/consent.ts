import { z } from "zod";
import { idOf } from "../ids.ts";
import { requiredLine } from "../text.ts";

export const channels = ["email", "sms", "phone"] as const;
export type Channel = (typeof channels)[number];
export const consentStates = ["granted", "withdrawn"] as const;
export type ConsentState = (typeof consentStates)[number];
export const consentSources = ["self", "checkout", "staff", "import"] as const;

/** One answer to "may we write to you"; unset means no (`domain` 1). */
export const Consent = z.object({
  channel: z.enum(channels),
  state: z.enum(consentStates),
  source: z.enum(consentSources),
  reason: z.string().nullable(),
  at: z.date(),
});
export type Consent = z.infer<typeof Consent>;

/** The present answer of each channel that has one, with all answers before it, newest first. */
export const Consents = z.array(Consent.extend({ history: z.array(Consent) }));
export type Consents = z.infer<typeof Consents>;

const choice = { channel: z.enum(channels), state: z.enum(consentStates) };
export const SetConsent = z.strictObject(choice);
export type SetConsent = z.output<typeof SetConsent>;
/** Staff must say why. */
export const SetCustomerConsent = z.strictObject({ id: idOf("customer"), ...choice, reason: requiredLine(300) });
export type SetCustomerConsent = z.output<typeof SetCustomerConsent>;
