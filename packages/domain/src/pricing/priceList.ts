import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { idOf, IdempotencyKey } from "../ids.ts";
import { Amount, Currency } from "../money.ts";
import { Named } from "../named.ts";
import { pageInput } from "../page.ts";
import { line, optionalLine, requiredLine } from "../text.ts";
import { DayOrInstant } from "../time.ts";
import { Audience, NamedAudience } from "./audience.ts";

export const priceListTypes = ["override", "sale"] as const;
export const priceListStatuses = ["draft", "active", "archived"] as const;
/** Where a list stands at an instant: an active one may still come or be over. */
export const priceListStates = ["draft", "coming", "live", "ended", "archived"] as const;

const version = z.int().min(1);
const fields = {
  name: requiredLine(80),
  /** What shoppers read beside the price, "Wholesale price"; null says nothing of it. */
  benefit: optionalLine(40),
  type: z.enum(priceListTypes, asField("field.choice")),
  currency: Currency,
  startsAt: DayOrInstant.nullable(),
  endsAt: DayOrInstant.nullable(),
  audience: Audience,
  /** Signed basis points on the base price: −2000 is 20 % off. */
  adjustment: z.int().min(-10_000).max(100_000).nullable(),
  /** The least an adjusted amount can become, in the list's currency. */
  floor: Amount.nullable(),
};

/** A price list as staff see it. */
export const PriceList = z.object({
  id: z.string(),
  name: z.string(),
  benefit: z.string().nullable(),
  type: z.enum(priceListTypes),
  currency: z.string(),
  status: z.enum(priceListStatuses),
  state: z.enum(priceListStates),
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  audience: NamedAudience,
  adjustment: z.int().nullable(),
  floor: z.int().nullable(),
  /** How many variants it names a price for, or leaves out. */
  variants: z.int(),
  /** Whether an order was placed at one of its prices; such a list is archived, never removed. */
  used: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
export type PriceList = z.infer<typeof PriceList>;

export const PriceListId = z.strictObject({ id: idOf("priceList") });
export const CreatePriceList = z.strictObject({
  ...fields,
  benefit: fields.benefit.default(null),
  startsAt: fields.startsAt.default(null),
  endsAt: fields.endsAt.default(null),
  adjustment: fields.adjustment.default(null),
  floor: fields.floor.default(null),
  /** Copies the entries of another list in the same currency: how an archived one starts anew. */
  copyOf: idOf("priceList").optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type CreatePriceList = z.output<typeof CreatePriceList>;
/** The currency stays, and so does the type once the list is active. */
export const UpdatePriceList = z.strictObject({
  id: idOf("priceList"),
  version,
  name: fields.name.optional(),
  benefit: fields.benefit.optional(),
  type: fields.type.optional(),
  startsAt: fields.startsAt.optional(),
  endsAt: fields.endsAt.optional(),
  audience: fields.audience.optional(),
  adjustment: fields.adjustment.optional(),
  floor: fields.floor.optional(),
});
export type UpdatePriceList = z.output<typeof UpdatePriceList>;
/** Activates, archives or removes the list as it was seen. */
export const SeenPriceList = z.strictObject({ id: idOf("priceList"), version });
export type SeenPriceList = z.output<typeof SeenPriceList>;

export const priceListSorts = ["name", "-name", "-createdAt", "createdAt", "-updatedAt", "updatedAt"] as const;
export const ListPriceLists = z.strictObject({
  search: line(200).optional(),
  status: z.enum(priceListStatuses, asField("field.choice")).optional(),
  type: fields.type.optional(),
  groupId: idOf("group").optional(),
  sort: z.enum(priceListSorts, asField("field.choice")).default("-updatedAt"),
  ...pageInput,
});
export type ListPriceLists = z.output<typeof ListPriceLists>;

/** Two lists of the same type and currency that one customer could meet on the same variant at the same time. */
export const PriceListConflict = z.object({
  one: Named,
  other: Named,
  /** Of all amounts here. */
  currency: z.string(),
  from: z.date().nullable(),
  until: z.date().nullable(),
  variants: z.int(),
  first: z.array(
    z.object({
      variantId: z.string(),
      sku: z.string(),
      title: z.string(),
      quantity: z.int(),
      oneAmount: z.int(),
      otherAmount: z.int(),
      winnerId: z.string(),
      why: z.enum(["lower", "earlier", "same_time"]),
    }),
  ),
});
export type PriceListConflict = z.infer<typeof PriceListConflict>;
export const ListConflicts = z.strictObject({ priceListId: idOf("priceList").optional() });
export type ListConflicts = z.output<typeof ListConflicts>;
export const PriceListConflicts = z.object({
  /** Of the list that was asked about, or of all conflicts; null when they differ. */
  currency: z.string().nullable(),
  conflicts: z.array(PriceListConflict),
  /** More pairs than are shown. */
  more: z.boolean(),
});
export type PriceListConflicts = z.infer<typeof PriceListConflicts>;

/** What activating would change now: variants whose price changes, for how many customers, and a few of them. */
export const ActivationPreview = z.object({
  variants: z.int(),
  customers: z.object({ count: z.int(), capped: z.boolean() }),
  /** Whether visitors who are not signed in pay it too. */
  everyone: z.boolean(),
  first: z.array(
    z.object({ variantId: z.string(), sku: z.string(), title: z.string(), before: z.int(), after: z.int() }),
  ),
});
export type ActivationPreview = z.infer<typeof ActivationPreview>;
