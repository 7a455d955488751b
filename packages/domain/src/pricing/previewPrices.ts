import { z } from "zod";
import { idOf, idsOf } from "../ids.ts";
import { Money } from "../money.ts";
import { Named } from "../named.ts";
import { pageInput, pageOf } from "../page.ts";
import { line } from "../text.ts";
import { DayOrInstant } from "../time.ts";
import { priceListTypes } from "./priceList.ts";

export const traceOutcomes = [
  "won",
  "base_replaced",
  /** As low as the winner, which was created earlier. */
  "tied",
  "draft",
  "archived",
  "not_started",
  "ended",
  "other_currency",
  "other_audience",
  "excluded",
  "quantity",
  "no_amount",
  "higher",
  "not_below_original",
] as const;
const PriceTrace = z.object({
  listId: z.string(),
  listName: z.string(),
  type: z.enum(priceListTypes),
  amount: z.int().nullable(),
  outcome: z.enum(traceOutcomes),
});

/** "Prices as this customer": with the trace in full, for staff only. */
export const PreviewPrices = z.strictObject({
  customerId: idOf("customer"),
  regionId: idOf("region").optional(),
  quantity: z.int().min(1).max(1_000_000).default(1),
  at: DayOrInstant.optional(),
  search: line(200).optional(),
  /** Only these, in place of a search. */
  variantIds: idsOf("variant", 100).optional(),
  ...pageInput,
});
export type PreviewPrices = z.output<typeof PreviewPrices>;
export const PreviewedPrice = z.object({
  variantId: z.string(),
  sku: z.string(),
  title: z.string(),
  base: Money.nullable(),
  price: Money.nullable(),
  original: Money.nullable(),
  list: Named.nullable(),
  trace: z.array(PriceTrace),
});
export type PreviewedPrice = z.infer<typeof PreviewedPrice>;
export const PricesPreview = pageOf(PreviewedPrice).extend({
  region: Named.extend({ currency: z.string() }),
  at: z.date(),
  groups: z.array(Named),
  /** Why public prices are shown: nobody of this status signs in. Null for an active account. */
  publicBecause: z.enum(["guest", "invited", "disabled", "erased"]).nullable(),
});
export type PricesPreview = z.infer<typeof PricesPreview>;
