import { z } from "zod";
import { DomainError } from "../errors.ts";
import { asField } from "../fieldProblem.ts";
import { idOf, IdempotencyKey } from "../ids.ts";
import { foldText, line, optionalLine, requiredLine } from "../text.ts";
import { Consent } from "./consent.ts";
import { CustomerStatus, hasAccount } from "./customerStatus.ts";
import { Email } from "./email.ts";
import { Metadata } from "./metadata.ts";
import { Phone } from "./phone.ts";
import { Tag, TagName } from "./tag.ts";

export const createdByKinds = ["self", "checkout", "staff", "import", "api"] as const;

/** The languages mails and formats exist for. */
export const locales = ["en", "en-GB", "en-US", "de-DE", "fr-FR", "es-ES", "it-IT", "nl-NL", "ar", "ja-JP"] as const;

/** The fields people edit, each with its rule; every input picks from these. */
export const customerFields = {
  firstName: line(100),
  lastName: line(100),
  phone: Phone,
  companyName: optionalLine(120),
  taxId: optionalLine(40),
  locale: z.enum(locales, asField("field.choice")).nullable(),
};

/** A customer as the system knows one: one row per canonical e-mail; an erased one has none. */
export const Customer = z.object({
  id: z.string(),
  email: z.string().nullable(),
  status: CustomerStatus,
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  companyName: z.string().nullable(),
  taxId: z.string().nullable(),
  locale: z.string().nullable(),
  metadata: z.record(z.string(), z.unknown()),
  createdBy: z.enum(createdByKinds),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
export type Customer = z.infer<typeof Customer>;

/** What shoppers see of themselves: nothing that staff own. */
export const Profile = Customer.pick({
  id: true,
  email: true,
  firstName: true,
  lastName: true,
  phone: true,
  companyName: true,
  taxId: true,
  locale: true,
  createdAt: true,
  updatedAt: true,
  version: true,
});
export type Profile = z.infer<typeof Profile>;

const version = z.int().min(1);
// A shopper's own account keeps a first name; the last one may be empty.
export const UpdateProfile = z.strictObject({
  version,
  firstName: requiredLine(100).optional(),
  lastName: customerFields.lastName.optional(),
  phone: customerFields.phone.optional(),
  companyName: customerFields.companyName.optional(),
  taxId: customerFields.taxId.optional(),
  locale: customerFields.locale.optional(),
});
export type UpdateProfile = z.output<typeof UpdateProfile>;

export const CustomerId = z.strictObject({ id: idOf("customer") });
export const CreateCustomer = z.strictObject({
  email: Email,
  firstName: customerFields.firstName.default(""),
  lastName: customerFields.lastName.default(""),
  phone: customerFields.phone.default(null),
  companyName: customerFields.companyName.default(null),
  taxId: customerFields.taxId.default(null),
  locale: customerFields.locale.default(null),
  metadata: Metadata.default({}),
  tags: z.array(TagName).max(50).default([]),
  groupIds: z.array(idOf("group")).max(50).default([]),
  /** Mails the link that opens an account, good for 72 h. */
  invite: z.boolean().default(false),
  idempotencyKey: IdempotencyKey.optional(),
});
export type CreateCustomer = z.output<typeof CreateCustomer>;

export const UpdateCustomer = z.strictObject({
  id: idOf("customer"),
  version,
  firstName: customerFields.firstName.optional(),
  lastName: customerFields.lastName.optional(),
  phone: customerFields.phone.optional(),
  companyName: customerFields.companyName.optional(),
  taxId: customerFields.taxId.optional(),
  locale: customerFields.locale.optional(),
});
export type UpdateCustomer = z.output<typeof UpdateCustomer>;

export const CustomerVersion = z.strictObject({ id: idOf("customer"), version });
export type CustomerVersion = z.output<typeof CustomerVersion>;
export const DisableCustomer = z.strictObject({ id: idOf("customer"), version, reason: requiredLine(300) });
export type DisableCustomer = z.output<typeof DisableCustomer>;
/** Sets all tags of a customer by their names; a name that no tag has makes one. */
export const SetTags = z.strictObject({ id: idOf("customer"), tags: z.array(TagName).max(50) });
export type SetTags = z.output<typeof SetTags>;
export const SetMetadata = z.strictObject({ id: idOf("customer"), version, metadata: Metadata });
export type SetMetadata = z.output<typeof SetMetadata>;
/** Corrects the address of a guest or invited row; for an account it starts the same change the shopper could. */
export const ChangeCustomerEmail = z.strictObject({
  id: idOf("customer"),
  version,
  email: Email,
  reason: requiredLine(300),
});
export type ChangeCustomerEmail = z.output<typeof ChangeCustomerEmail>;

const GroupOfCustomer = z.object({ id: z.string(), name: z.string(), colour: z.string() });

/** A row of the admin's list. */
export const CustomerInList = Customer.omit({ metadata: true, taxId: true, locale: true }).extend({
  tags: z.array(Tag),
  groups: z.array(GroupOfCustomer),
  /** Orders placed and not cancelled, in all currencies, and the newest of them. */
  orders: z.int(),
  lastOrderAt: z.date().nullable(),
  /** In the store's currency. */
  netSpent: z.object({ amount: z.int(), currency: z.string() }),
});
export type CustomerInList = z.infer<typeof CustomerInList>;

/** A present or coming membership as the customer's page shows it. */
export const MembershipOfCustomer = z.object({
  id: z.string(),
  group: GroupOfCustomer.extend({ kind: z.string() }),
  from: z.date(),
  until: z.date().nullable(),
  effective: z.boolean(),
  source: z.string(),
  reason: z.string().nullable(),
});
export type MembershipOfCustomer = z.infer<typeof MembershipOfCustomer>;

/** All of a customer that stands on the admin's page beside addresses, notes and timeline, which page on their own. */
export const CustomerDetail = Customer.extend({
  tags: z.array(Tag),
  memberships: z.array(MembershipOfCustomer),
  consents: z.array(Consent),
  /** An invitation not yet used, withdrawn or past its end. */
  invitation: z.object({ sentAt: z.date(), expiresAt: z.date() }).nullable(),
  /** The new address of a change that waits for its mailbox. */
  pendingEmail: z.string().nullable(),
  lastSignInAt: z.date().nullable(),
  liveSessions: z.int(),
});
export type CustomerDetail = z.infer<typeof CustomerDetail>;

/** The stored key lists are sorted by: last name, first name, then e-mail for those without a name; folded. */
export const sortKey = (customer: Pick<Customer, "firstName" | "lastName" | "email">): string =>
  foldText(`${customer.lastName} ${customer.firstName}`) || foldText(customer.email ?? "");

/** Longer words are found by their beginning; a search index refuses keys of any length. */
const longestWord = 100;
const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => [...word].slice(0, longestWord).join(""));
const withoutZeros = (word: string): string[] => (/^0+\d+$/.test(word) ? [word, word.replace(/^0+/, "")] : [word]);

/**
 * The stored words a search looks through: name, company, e-mail and its parts, phone with and without its prefix;
 * folded, parted and surrounded by single spaces, so that ` ann` finds the beginning of a word.
 */
export function searchWords(
  customer: Pick<Customer, "firstName" | "lastName" | "email" | "phone" | "companyName">,
): string {
  const digits = customer.phone?.replace(/\D/g, "") ?? "";
  // A number is looked for with its country prefix or as it is dialled at home, which drops up to three digits.
  const phones = digits === "" ? [] : [digits, digits.slice(1), digits.slice(2), digits.slice(3)];
  const texts = [customer.firstName, customer.lastName, customer.companyName ?? "", customer.email ?? ""];
  const words = [...texts.flatMap(wordsOf).flatMap(withoutZeros), ...phones];
  return words.length === 0 ? "" : ` ${[...new Set(words)].join(" ")} `;
}

/** The words a search asks for: each must begin a stored word. A phone number typed with blanks is one word. */
export function searchTerms(search: string): string[] {
  const trimmed = search.trim();
  const digits = trimmed.replace(/\D/g, "");
  if (digits !== "" && /^[+(\d][\d\s()./-]{4,}$/.test(trimmed)) {
    return [digits.replace(/^0+(?=\d)/, "").slice(0, longestWord)];
  }
  return [...new Set(wordsOf(trimmed))].slice(0, 8);
}

/** Throws `input.invalid` at the first name when an account would be left without one. */
export function checkAccountName(customer: Pick<Customer, "status" | "firstName">): void {
  if (!hasAccount(customer.status) || customer.firstName !== "") return;
  throw new DomainError("input.invalid", {}, { firstName: { code: "field.required", params: {} } });
}

/** The customer with its fields changed, and the names of those that differ; the same row when none does. */
export function changedCustomer(
  customer: Customer,
  wanted: { [Name in keyof Customer]?: Customer[Name] | undefined },
  now: Date,
): { customer: Customer; fields: string[] } {
  const fields = Object.entries(wanted)
    .filter(([name, value]) => value !== undefined && !sameValue(customer[name as keyof Customer], value))
    .map(([name]) => name);
  if (fields.length === 0) return { customer, fields };
  const changes = Object.fromEntries(fields.map((name) => [name, wanted[name as keyof Customer]]));
  return { customer: { ...customer, ...changes, updatedAt: now, version: customer.version + 1 }, fields };
}

const sameValue = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === "object" && typeof other === "object" && JSON.stringify(one) === JSON.stringify(other));
