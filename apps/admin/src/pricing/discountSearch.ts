import { discountSorts, discountStatuses } from "@clientele/domain/pricing/discount";
import { z } from "zod";
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
  (search ?? "") !== "" || status !== undefined || how !== undefined;

export const discountsInput = ({ search, how, ...rest }: DiscountSearch): Inputs["discounts"]["list"] => ({
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  ...(search === undefined || search === "" ? {} : { search }),
  ...(how === undefined ? {} : { automatic: how === "automatic" }),
  limit: 25,
});
