import { z } from "zod";
import { asField } from "../fieldProblem.ts";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
/** Staff's own data on a customer or group: a JSON object. */
export type Metadata = Record<string, unknown>;

const limits = { bytes: 16 * 1024, keys: 50, depth: 5, keyLength: 100 };
const forbiddenKeys = new Set(["__proto__", "prototype", "constructor"]);

function fits(value: unknown, depth: number, count: { keys: number }): boolean {
  if (value === null || typeof value === "boolean" || typeof value === "string") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth >= limits.depth) return false;
  if (Array.isArray(value)) return value.every((item) => fits(item, depth + 1, count));
  return Object.entries(value).every(([key, item]) => {
    count.keys += 1;
    if (count.keys > limits.keys || key === "" || key.length > limits.keyLength || forbiddenKeys.has(key)) return false;
    return fits(item, depth + 1, count);
  });
}

/** Metadata from staff: at most 16 KB, 50 keys and 5 levels, no prototype keys (INP-5, MAS-3). */
export const Metadata = z
  .record(z.string(), z.unknown())
  .refine((value) => fits(value, 0, { keys: 0 }), asField("field.metadata"))
  .refine((value) => JSON.stringify(value).length <= limits.bytes, asField("field.metadata"))
  .refine((value) => !/[\0\p{Cs}]|\\u0000|\\ud[89a-f]/iu.test(JSON.stringify(value)), asField("field.characters"));
