import { asField } from "@clientele/domain/fieldProblem";
import { z } from "zod";

const mostStock = 1_000_000;

/** The stock somebody typed; null for an empty field, which means that it is not counted. */
export const readStock = (typed: string): number | null => (typed.trim() === "" ? null : Number(typed.trim()));
export const writeStock = (stock: number | null): string => (stock === null ? "" : String(stock));

/** A stock as it is typed in a form. */
export const stockText = z.string().superRefine((typed, context) => {
  if (!/^\s*\d*\s*$/.test(typed)) context.addIssue({ code: "custom", ...asField("field.number") });
  else if (Number(typed) > mostStock) {
    context.addIssue({ code: "custom", ...asField("field.too_big", { most: mostStock }) });
  }
});
