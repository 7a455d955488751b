import { Day } from "@clientele/domain/time";
import { z } from "zod";

/** A word in the address, where an empty one is none; the router reads a word of digits as a number. */
export const wordParam = z
  .union([z.string(), z.number().transform(String)])
  .pipe(z.string().max(200))
  .transform((word) => (word === "" ? undefined : word))
  .optional()
  .catch(undefined);

/** Where a paged list stands; opaque. */
export const cursorParam = z.string().max(400).optional().catch(undefined);

/** Several values of one kind; none is the same as the parameter left out, and what is no such value is dropped. */
export const listParam = <T extends z.ZodType>(one: T) =>
  z
    .union([z.array(z.unknown()), z.unknown().transform((value) => [value])])
    .transform((values): z.output<T>[] | undefined => {
      const good = (values as unknown[]).flatMap((value) => {
        const parsed = one.safeParse(value);
        return parsed.success ? [parsed.data] : [];
      });
      return good.length === 0 ? undefined : good;
    })
    .optional();

/** One of a few words. */
export const choiceParam = <const T extends readonly [string, ...string[]]>(choices: T) =>
  z.enum(choices).optional().catch(undefined);

/** A day of the viewer's calendar, as `2026-11-30`. */
export const dayParam = Day.optional().catch(undefined);

/** A whole number that is not below zero. */
export const countParam = (most: number) => z.int().min(0).max(most).optional().catch(undefined);
