import { DayOrInstant } from "@clientele/domain/time";
import { z } from "zod";
import { given } from "../given.ts";
import { cursorParam, wordParam } from "../searchParams.ts";
import type { Inputs } from "../trpc.ts";

/** For what the prices of a customer are asked, in the address. */
export const CustomerPricesSearch = z.object({
  search: wordParam,
  regionId: z.string().max(60).optional().catch(undefined),
  quantity: z.int().min(2).max(1_000_000).optional().catch(undefined),
  at: DayOrInstant.optional().catch(undefined),
  cursor: cursorParam,
});
export type CustomerPricesSearch = z.output<typeof CustomerPricesSearch>;

export const customerPricesInput = (
  customerId: string,
  { search, regionId, quantity, at, cursor }: CustomerPricesSearch,
): Inputs["customers"]["previewPrices"] => ({
  customerId,
  ...given({ search, regionId, quantity, at, cursor }),
  limit: 25,
});
