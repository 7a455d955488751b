import { priceListSorts, priceListStatuses, priceListTypes } from "@clientele/domain/pricing/priceList";
import { z } from "zod";
import { given } from "../given.ts";
import { choiceParam, cursorParam, wordParam } from "../searchParams.ts";
import type { Inputs } from "../trpc.ts";

/** The state of the list of price lists in the address. */
export const PriceListSearch = z.object({
  search: wordParam,
  status: choiceParam(priceListStatuses),
  type: choiceParam(priceListTypes),
  sort: choiceParam(priceListSorts),
  cursor: cursorParam,
});
export type PriceListSearch = z.output<typeof PriceListSearch>;

export const isNarrowed = ({ search, status, type }: PriceListSearch): boolean =>
  search !== undefined || status !== undefined || type !== undefined;

export const priceListsInput = ({
  search,
  status,
  type,
  sort,
  cursor,
}: PriceListSearch): Inputs["priceLists"]["list"] => ({
  ...given({ search, status, type, sort, cursor }),
  limit: 25,
});
