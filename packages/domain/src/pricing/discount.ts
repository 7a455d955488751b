import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { idOf, IdempotencyKey } from "../ids.ts";
import { Amount, Currency, Money } from "../money.ts";
import { Named } from "../named.ts";
import { pageInput } from "../page.ts";
import { line, requiredLine } from "../text.ts";
import { DayOrInstant } from "../time.ts";
import { Audience, NamedAudience } from "./audience.ts";

export const discountKinds = ["percentage", "fixed", "free_shipping"] as const;
export const discountTargets = ["cart", "items"] as const;
export const discountStatuses = ["active", "disabled", "archived"] as const;
export const discountStates = ["coming", "live", "ended", "used_up", "disabled", "archived"] as const;

const version = z.int().min(1);
const ids = <K extends "region" | "product">(kind: K) =>
  z
    .array(idOf(kind))
    .max(200)
    .transform((values) => [...new Set(values)]);

/** A code as it is kept and compared: trimmed, upper-cased, printable ASCII without blanks. */
export const DiscountCode = z
  .string()
  .trim()
  .toUpperCase()
  .min(3)
  .max(40)
  .regex(/^[\x21-\x7e]+$/, asField("field.characters"));

const fields = {
  name: requiredLine(80),
  /** Null is an automatic discount. */
  code: DiscountCode.nullable(),
  kind: z.enum(discountKinds, asField("field.choice")),
  appliesTo: z.enum(discountTargets, asField("field.choice")),
  /** For a percentage: 1 to 100 % in basis points. */
  basisPoints: z.int().min(100).max(10_000).nullable(),
  /** For a fixed amount, with its currency. */
  amount: Amount.min(1).nullable(),
  currency: Currency.nullable(),
  audience: Audience,
  /** Empty means every region. */
  regionIds: ids("region"),
  productsIn: ids("product"),
  productsNotIn: ids("product"),
  minimum: z.strictObject({ amount: Amount, currency: Currency }).nullable(),
  startsAt: DayOrInstant.nullable(),
  endsAt: DayOrInstant.nullable(),
  usageLimit: z.int().min(1).max(1_000_000).nullable(),
  perCustomerLimit: z.int().min(1).max(1_000).nullable(),
};

type Value = Partial<Pick<z.output<z.ZodObject<typeof fields>>, "basisPoints" | "amount" | "currency">> & {
  kind: (typeof discountKinds)[number];
};
const checkValue = (input: Value, context: z.RefinementCtx): void => {
  const wanted: readonly string[] = {
    percentage: ["basisPoints"],
    fixed: ["amount", "currency"],
    free_shipping: [],
  }[input.kind];
  for (const name of ["basisPoints", "amount", "currency"] as const) {
    const given = input[name] !== null && input[name] !== undefined;
    if (wanted.includes(name) === given) continue;
    context.addIssue({ code: "custom", path: [name], ...asField(given ? "field.unknown" : "field.required") });
  }
};

/** A discount as staff see it. */
export const Discount = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  kind: z.enum(discountKinds),
  appliesTo: z.enum(discountTargets),
  basisPoints: z.int().nullable(),
  amount: z.int().nullable(),
  currency: z.string().nullable(),
  audience: NamedAudience,
  regions: z.array(Named),
  productsIn: z.array(Named),
  productsNotIn: z.array(Named),
  minimum: Money.nullable(),
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  usageLimit: z.int().nullable(),
  perCustomerLimit: z.int().nullable(),
  status: z.enum(discountStatuses),
  state: z.enum(discountStates),
  /** How often it counts as used now: orders placed with it that were not cancelled. */
  uses: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
export type Discount = z.infer<typeof Discount>;

export const DiscountId = z.strictObject({ id: idOf("discount") });
const preset = {
  ...fields,
  code: fields.code.default(null),
  appliesTo: fields.appliesTo.default("cart"),
  basisPoints: fields.basisPoints.default(null),
  amount: fields.amount.default(null),
  currency: fields.currency.default(null),
  audience: fields.audience.default({ kind: "everyone" }),
  regionIds: fields.regionIds.default([]),
  productsIn: fields.productsIn.default([]),
  productsNotIn: fields.productsNotIn.default([]),
  minimum: fields.minimum.default(null),
  startsAt: fields.startsAt.default(null),
  endsAt: fields.endsAt.default(null),
  usageLimit: fields.usageLimit.default(null),
  perCustomerLimit: fields.perCustomerLimit.default(null),
};
export const CreateDiscount = z
  .strictObject({ ...preset, idempotencyKey: IdempotencyKey.optional() })
  .superRefine(checkValue);
export type CreateDiscount = z.output<typeof CreateDiscount>;
/** The whole of it, so that kind and value are judged together. */
export const UpdateDiscount = z.strictObject({ ...fields, id: idOf("discount"), version }).superRefine(checkValue);
export type UpdateDiscount = z.output<typeof UpdateDiscount>;
/** Enables, disables, archives or removes the discount as it was seen. */
export const SeenDiscount = z.strictObject({ id: idOf("discount"), version });
export type SeenDiscount = z.output<typeof SeenDiscount>;

export const discountSorts = ["name", "-name", "-createdAt", "createdAt", "-updatedAt", "updatedAt"] as const;
export const ListDiscounts = z.strictObject({
  /** Words of the name, or the beginning of a code. */
  search: line(200).optional(),
  status: z.enum(discountStatuses, asField("field.choice")).optional(),
  automatic: z.boolean().optional(),
  groupId: idOf("group").optional(),
  sort: z.enum(discountSorts, asField("field.choice")).default("-updatedAt"),
  ...pageInput,
});
export type ListDiscounts = z.output<typeof ListDiscounts>;

/** Why a code takes nothing from this cart (`domain` 6). */
export const codeRefusals = [
  "unknown",
  "not_started",
  "ended",
  "disabled",
  "used_up",
  "used_by_you",
  "sign_in_needed",
  "other_audience",
  "other_region",
  "other_currency",
  "no_matching_items",
  "below_minimum",
  "another_code_applies",
  "takes_nothing",
] as const;
export type CodeRefusal = (typeof codeRefusals)[number];
export const codeStates = ["applied", ...codeRefusals] as const;

/** "Try it": what the discount would take from a cart of these lines, for this customer or for a visitor. */
export const TryDiscount = z.strictObject({
  id: idOf("discount"),
  regionId: idOf("region").optional(),
  customerId: idOf("customer").optional(),
  lines: z
    .array(z.strictObject({ variantId: idOf("variant"), quantity: z.int().min(1).max(10_000) }))
    .min(1)
    .max(50),
});
export type TryDiscount = z.output<typeof TryDiscount>;
export const DiscountTried = z.object({
  state: z.enum(codeStates),
  /** What is missing to the minimum. */
  missing: Money.nullable(),
  subtotal: Money,
  discount: Money,
  total: Money,
  lines: z.array(
    z.object({
      variantId: z.string(),
      title: z.string(),
      quantity: z.int(),
      unit: Money.nullable(),
      discount: Money,
      total: Money,
    }),
  ),
});
export type DiscountTried = z.infer<typeof DiscountTried>;
