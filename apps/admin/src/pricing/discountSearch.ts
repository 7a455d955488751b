import { discountSorts, discountStatuses } from "@clientele/domain/pricing/discount";
import { z } from "zod";
import { given } from "../given.ts";
import { choiceParam, cursorParam, wordParam } from "../searchParams.ts";
import type { Inputs } from "../trpc.ts";

export const discountWays = ["code", "automatic"] as const;

/** The state of the list of discounts in the address. */
export const DiscountSearch = z.object({
  search: wordParam,
  status: choiceParam(discountStatuses),
  how: choiceParam(discountWays),
  sort: choiceParam(discountSorts),
  cursor: cursorParam,
});
export type DiscountSearch = z.output<typeof DiscountSearch>;

export const isNarrowed = ({ search, status, how }: DiscountSearch): boolean =>
  search !== undefined || status !== undefined || how !== undefined;

export const discountsInput = ({ search, status, how, sort, cursor }: DiscountSearch): Inputs["discounts"]["list"] => ({
  ...given({ search, status, sort, cursor, automatic: how === undefined ? undefined : how === "automatic" }),
  limit: 25,
});
