import { productSorts, productStatuses } from "@clientele/domain/catalogue/product";
import { z } from "zod";
import { given } from "../given.ts";
import { choiceParam, cursorParam, wordParam } from "../searchParams.ts";
import type { Inputs } from "../trpc.ts";

/** The state of the list of products in the address. */
export const ProductSearch = z.object({
  search: wordParam,
  status: choiceParam(productStatuses),
  category: wordParam,
  sort: choiceParam(productSorts),
  cursor: cursorParam,
});
export type ProductSearch = z.output<typeof ProductSearch>;

export const noProductFilter = { search: undefined, status: undefined, category: undefined, cursor: undefined };

export const hasProductFilter = ({ search, status, category }: ProductSearch): boolean =>
  search !== undefined || status !== undefined || category !== undefined;

/** The page of products that is shown. */
export const productsInput = ({
  search,
  status,
  category,
  sort,
  cursor,
}: ProductSearch): Inputs["products"]["list"] => ({
  ...given({ search, status, category: category?.slice(0, 60), sort, cursor }),
  limit: 25,
});
