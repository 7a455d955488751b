import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { idOf, IdempotencyKey } from "../ids.ts";
import { line, optionalLine, requiredLine } from "../text.ts";
import { addressRules, isCountry, isPostalCode } from "./addressRules.ts";
import { e164, Phone } from "./phone.ts";

/** At most this many addresses belong to one customer (`domain` 1). */
export const mostAddresses = 50;

const fields = {
  label: line(60),
  firstName: line(100),
  lastName: line(100),
  company: optionalLine(120),
  line1: requiredLine(200),
  line2: optionalLine(200),
  city: line(120),
  province: optionalLine(120),
  postalCode: line(20),
  countryCode: z.string().max(2, asField("field.country")).toUpperCase().refine(isCountry, asField("field.country")),
  phone: Phone,
};

type Parts = z.output<z.ZodObject<typeof fields>>;

/** What the country asks of an address (`domain` 1): required parts and the postal code's pattern. */
function checkCountry(address: Omit<Parts, "label">, context: z.RefinementCtx): void {
  const rules = addressRules(address.countryCode).fields;
  for (const name of ["city", "province", "postalCode"] as const) {
    const value = address[name];
    if (rules[name].required && (value === null || value === "")) {
      context.addIssue({ code: "custom", path: [name], ...asField("field.required") });
    }
  }
  if (address.postalCode !== "" && !isPostalCode(address.postalCode, address.countryCode)) {
    context.addIssue({ code: "custom", path: ["postalCode"], ...asField("field.postal_code") });
  }
}

/** Tells the country's rules together with what is wrong with other parts, as soon as those they speak of can be read. */
const together = {
  when: ({ value }: { value: unknown }): boolean => {
    if (typeof value !== "object" || value === null) return false;
    const { countryCode, city, province, postalCode } = value as Record<string, unknown>;
    const isText = (part: unknown): boolean => typeof part === "string";
    return (
      typeof countryCode === "string" &&
      isCountry(countryCode) &&
      isText(city) &&
      isText(postalCode) &&
      (province === null || isText(province))
    );
  },
};

const defaults = { isDefaultShipping: z.boolean().optional(), isDefaultBilling: z.boolean().optional() };
const optional = {
  label: fields.label.default(""),
  firstName: fields.firstName.default(""),
  lastName: fields.lastName.default(""),
  company: fields.company.default(null),
  line2: fields.line2.default(null),
  city: fields.city.default(""),
  province: fields.province.default(null),
  postalCode: fields.postalCode.default(""),
  phone: fields.phone.default(null),
};

/** A shopper's new address. */
export const CreateAddress = z
  .strictObject({ ...fields, ...optional, ...defaults, idempotencyKey: IdempotencyKey.optional() })
  .superRefine(checkCountry, together);
export type CreateAddress = z.output<typeof CreateAddress>;

/** A shopper's changed address: the whole of its parts, so that the country's rules can be asked of all together. */
export const UpdateAddress = z
  .strictObject({ ...fields, ...optional, id: idOf("address"), version: z.int().min(1) })
  .superRefine(checkCountry, together);
export type UpdateAddress = z.output<typeof UpdateAddress>;

export const AddressId = z.strictObject({ id: idOf("address") });
/** Moving a default changes nothing of the address itself; whoever names the version they saw is told when it is stale. */
export const SetDefaultAddress = z.strictObject({
  id: idOf("address"),
  use: z.enum(["shipping", "billing"]),
  version: z.int().min(1).optional(),
});
export type SetDefaultAddress = z.output<typeof SetDefaultAddress>;

// The same at the admin door, where the customer is named beside the address.
const ofCustomer = { customerId: idOf("customer") };
export const ListCustomerAddresses = z.strictObject(ofCustomer);
export const CreateCustomerAddress = z
  .strictObject({ ...fields, ...optional, ...defaults, ...ofCustomer, idempotencyKey: IdempotencyKey.optional() })
  .superRefine(checkCountry, together);
export type CreateCustomerAddress = z.output<typeof CreateCustomerAddress>;
export const UpdateCustomerAddress = z
  .strictObject({ ...fields, ...optional, ...ofCustomer, id: idOf("address"), version: z.int().min(1) })
  .superRefine(checkCountry, together);
export type UpdateCustomerAddress = z.output<typeof UpdateCustomerAddress>;
export const CustomerAddressId = z.strictObject({ ...ofCustomer, id: idOf("address") });
export const SetCustomerDefaultAddress = z.strictObject({ ...ofCustomer, ...SetDefaultAddress.shape });
export type SetCustomerDefaultAddress = z.output<typeof SetCustomerDefaultAddress>;

/** An address that stands for itself: what a cart and an order keep a copy of. */
const { label: _label, ...placeFields } = fields;
const { label: _noLabel, ...placeOptional } = optional;
export const PlaceInput = z.strictObject({ ...placeFields, ...placeOptional }).superRefine(checkCountry, together);

/** An address as both doors answer it. */
export const Address = z.object({
  id: z.string(),
  label: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  company: z.string().nullable(),
  line1: z.string(),
  line2: z.string().nullable(),
  city: z.string(),
  province: z.string().nullable(),
  postalCode: z.string(),
  countryCode: z.string(),
  phone: z.string().nullable(),
  isDefaultShipping: z.boolean(),
  isDefaultBilling: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
export type Address = z.infer<typeof Address>;

/**
 * By way of capitals, so that "Straße" and "STRASSE" are the same street, and composed once more afterwards: the capital of
 * some letters is written with an accent apart.
 */
const caseless = (text: string): string => text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");

/** The key by which two addresses are the same one: all parts but the label, trimmed and case-folded (`domain` 1). */
export function addressKey(address: Omit<Parts, "label">): string {
  const { firstName, lastName, company, line1, line2, city, province, postalCode, countryCode, phone } = address;
  return [firstName, lastName, company, line1, line2, city, province, postalCode, countryCode, phone]
    .map((part) =>
      caseless(part ?? "")
        .trim()
        .replace(/\s+/gu, " "),
    )
    .join("\u001f");
}

/** The address that inherits a default when its holder goes: the newest other one (`domain` 1). */
export const heirOf = <A extends { id: string; createdAt: Date }>(addresses: readonly A[], goneId: string): A | null =>
  addresses
    .filter((address) => address.id !== goneId)
    .reduce<A | null>(
      (newest, address) =>
        newest === null ||
        address.createdAt > newest.createdAt ||
        (address.createdAt.getTime() === newest.createdAt.getTime() && address.id > newest.id)
          ? address
          : newest,
      null,
    );

/** A phone typed in an address form without a prefix is read as one of the address's country. */
export const addressPhone = (typed: string, countryCode: string): string => e164(typed, countryCode) ?? typed;
