import { z } from "zod";

/** Totals are counted up to here and then said to be "10,000+" (`performance`). */
export const totalCap = 10_000;

/** What every paged list takes: an opaque cursor of an earlier answer and the page's size. */
export const pageInput = {
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(100).default(20),
};

/** The answer of every paged list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    prevCursor: z.string().nullable(),
    total: z.object({ count: z.int(), capped: z.boolean() }),
  });

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  prevCursor: string | null;
  total: { count: number; capped: boolean };
}

/** No input: nothing or an empty object (`api`). */
export const Nothing = z.strictObject({}).optional();
/** An answer that says only that it was done. */
export const Done = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof Done>;
export const done: Done = { done: true };
