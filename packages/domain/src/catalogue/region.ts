import { z } from "zod";
import { isCountry } from "../customers/addressRules.ts";
import { asField } from "../fieldProblem.ts";
import { idOf, IdempotencyKey } from "../ids.ts";
import { Amount, Currency, Money } from "../money.ts";
import { line, requiredLine } from "../text.ts";

const version = z.int().min(1);
const country = z.string().length(2).toUpperCase().refine(isCountry, asField("field.country"));

const fields = {
  name: requiredLine(80),
  currency: Currency,
  /** Basis points: 1900 is 19 %. */
  taxRate: z.int().min(0).max(10_000),
  pricesIncludeTax: z.boolean(),
  /** A country belongs to one region. */
  countries: z
    .array(country)
    .max(250)
    .transform((codes) => [...new Set(codes)].toSorted()),
};

/** Where the store sells: its currency, its tax, its countries (`domain` 4). */
export const Region = z.object({
  id: z.string(),
  name: z.string(),
  currency: z.string(),
  taxRate: z.int(),
  pricesIncludeTax: z.boolean(),
  countries: z.array(z.string()),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
export type Region = z.infer<typeof Region>;

export const RegionId = z.strictObject({ id: idOf("region") });
export const CreateRegion = z.strictObject({ ...fields, idempotencyKey: IdempotencyKey.optional() });
export type CreateRegion = z.output<typeof CreateRegion>;
/** The currency stays: prices and lists are made in it. */
export const UpdateRegion = z.strictObject({
  id: idOf("region"),
  version,
  name: fields.name.optional(),
  taxRate: fields.taxRate.optional(),
  pricesIncludeTax: fields.pricesIncludeTax.optional(),
  countries: fields.countries.optional(),
});
export type UpdateRegion = z.output<typeof UpdateRegion>;
export const RemoveRegion = z.strictObject({ id: idOf("region"), version });
export type RemoveRegion = z.output<typeof RemoveRegion>;

/** A way goods are sent in a region, and what it costs. */
export const ShippingOption = z.object({
  id: z.string(),
  regionId: z.string(),
  name: z.string(),
  description: z.string(),
  price: Money,
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
export type ShippingOption = z.infer<typeof ShippingOption>;

const optionFields = {
  name: requiredLine(80),
  description: line(200),
  /** In the region's currency. */
  amount: Amount,
};
export const ShippingOptionId = z.strictObject({ id: idOf("shippingOption") });
export const ListShippingOptions = z.strictObject({ regionId: idOf("region") });
export type ListShippingOptions = z.output<typeof ListShippingOptions>;
export const CreateShippingOption = z.strictObject({
  ...optionFields,
  description: optionFields.description.default(""),
  regionId: idOf("region"),
  idempotencyKey: IdempotencyKey.optional(),
});
export type CreateShippingOption = z.output<typeof CreateShippingOption>;
export const UpdateShippingOption = z.strictObject({
  id: idOf("shippingOption"),
  version,
  name: optionFields.name.optional(),
  description: optionFields.description.optional(),
  amount: optionFields.amount.optional(),
});
export type UpdateShippingOption = z.output<typeof UpdateShippingOption>;
export const RemoveShippingOption = z.strictObject({ id: idOf("shippingOption"), version });
export type RemoveShippingOption = z.output<typeof RemoveShippingOption>;

/** The most regions and shipping options of one region a store can have; both are lists that are shown whole. */
export const mostRegions = 100;
export const mostShippingOptions = 20;

/** A region as a shopper chooses it. */
export const ShopRegion = Region.pick({
  id: true,
  name: true,
  currency: true,
  pricesIncludeTax: true,
  countries: true,
});
export type ShopRegion = z.infer<typeof ShopRegion>;

/** The store's own region among regions in the order of their creation: the first in its currency, else the first. */
export const storeRegion = (regions: readonly Region[], currency: string | null): Region | null =>
  regions.find((region) => region.currency === currency) ?? regions[0] ?? null;
