import { CreateRegion } from "@clientele/domain/catalogue/region";
import { asField } from "@clientele/domain/fieldProblem";
import { z } from "zod";
import type { Outputs } from "../trpc.ts";

export type Region = Outputs["regions"]["list"][number];
export type ShippingOption = Outputs["shippingOptions"]["list"][number];

/** A tax rate as it is typed in percent, in basis points; null for what is none. */
export function readRate(typed: string): number | null {
  const [, whole, decimals = ""] = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed.trim()) ?? [];
  const rate = Number(`${whole ?? "x"}${decimals.padEnd(2, "0")}`);
  return Number.isNaN(rate) || rate > 10_000 ? null : rate;
}

/** A tax rate as people read it: 1900 is "19", 550 is "5.5". */
export const writeRate = (rate: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(rate / 100);

const rateText = z.string().superRefine((typed, context) => {
  if (typed.trim() === "") context.addIssue({ code: "custom", ...asField("field.required") });
  else if (readRate(typed) === null) context.addIssue({ code: "custom", ...asField("field.number") });
});

const { shape } = CreateRegion;
export const RegionForm = z.strictObject({
  name: shape.name,
  currency: shape.currency,
  tax: rateText,
  pricesIncludeTax: shape.pricesIncludeTax,
  countries: z.array(z.string()).max(250),
});
export type RegionValues = z.input<typeof RegionForm>;
