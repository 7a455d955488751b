import type { EventType } from "@clientele/domain/events";

/** Fields as people call them. */
export const fieldNames: Readonly<Record<string, string>> = {
  firstName: "first name",
  lastName: "last name",
  email: "e-mail",
  phone: "phone",
  companyName: "company",
  company: "company",
  taxId: "tax id",
  locale: "language",
  label: "label",
  line1: "street",
  line2: "second line",
  city: "city",
  province: "province",
  postalCode: "postal code",
  countryCode: "country",
  name: "name",
  description: "description",
  colour: "colour",
  metadata: "additional data",
  until: "end",
  reason: "reason",
  text: "text",
  pinned: "pin",
  currency: "currency",
  timeZone: "time zone",
  privacyPolicy: "privacy policy",
  termsPolicy: "terms",
  returnsPolicy: "returns policy",
};
export const channels: Readonly<Record<string, string>> = { email: "e-mail", sms: "text message", phone: "phone call" };
export const roles: Readonly<Record<string, string>> = {
  owner: "owner",
  manager: "manager",
  support: "support",
  viewer: "viewer",
};
/** What somebody was about to do when a password or code was wrong. */
export const during: Readonly<Record<string, string>> = {
  sign_in: "failed to sign in",
  password_proof: "typed a wrong password when asked to confirm it",
  password_change: "typed a wrong password when changing it",
  code: "typed a wrong code when signing in",
};

/** "a", "a and b", "a, b and c". */
export const joined = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1] ?? ""}`;

/** "3 sessions". */
export const sessions = (count: number): string =>
  `${count.toLocaleString("en")} ${count === 1 ? "session" : "sessions"}`;

/** The event's name in a filter: the sentence without its actor and subject. */
export const eventName = (type: EventType): string => {
  const [subject = "", event = ""] = type.split(".");
  const readable = `${subject} ${event}`.replaceAll("_", " ");
  return readable.charAt(0).toUpperCase() + readable.slice(1);
};
