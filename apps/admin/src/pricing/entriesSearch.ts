import { z } from "zod";
import { wordParam } from "../searchParams.ts";

/** Which rows of the grid are shown, in the address. */
export const EntriesSearch = z.object({
  search: wordParam,
  all: z.literal(true).optional().catch(undefined),
});
export type EntriesSearch = z.output<typeof EntriesSearch>;
