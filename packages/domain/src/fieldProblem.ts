import type { z } from "zod";
import { type FieldProblem, type FieldProblemCode, fieldProblems, type ProblemValue } from "./errors.ts";

/** The options of a `refine` or `addIssue` that must show as the given field problem. */
export const asField = (code: FieldProblemCode, params: Record<string, ProblemValue> = {}) => ({
  message: code,
  params: { code, ...params },
});

const isFieldCode = (value: unknown): value is FieldProblemCode =>
  typeof value === "string" && (fieldProblems as readonly string[]).includes(value);

// Issues do not carry their input unless a parse asks for it; whether it was missing is told by zod's own words.
const isMissing = (issue: z.core.$ZodIssueInvalidType): boolean => issue.message.endsWith("received undefined");

/** Translates one zod issue into the problem shown at its field. */
function fieldProblemOf(issue: z.core.$ZodIssue): FieldProblem {
  switch (issue.code) {
    case "custom": {
      const { code, ...params } = (issue.params ?? {}) as { code?: unknown } & Record<string, ProblemValue>;
      return isFieldCode(code) ? { code, params } : { code: "field.format", params: {} };
    }
    case "invalid_type":
      return { code: isMissing(issue) ? "field.required" : "field.type", params: { expected: issue.expected } };
    case "too_small":
      return issue.origin === "string"
        ? {
            code: Number(issue.minimum) === 1 ? "field.required" : "field.too_short",
            params: { least: Number(issue.minimum) },
          }
        : {
            code: issue.origin === "array" ? "field.too_few" : "field.too_small",
            params: { least: Number(issue.minimum) },
          };
    case "too_big":
      return {
        code:
          issue.origin === "string" ? "field.too_long" : issue.origin === "array" ? "field.too_many" : "field.too_big",
        params: { most: Number(issue.maximum) },
      };
    case "invalid_value":
      return { code: "field.choice", params: {} };
    case "unrecognized_keys":
      return { code: "field.unknown", params: { keys: issue.keys.slice(0, 10) } };
    default:
      // `z.iso.date(asField("field.date"))` and the like carry their code as the message.
      return { code: isFieldCode(issue.message) ? issue.message : "field.format", params: {} };
  }
}

/** All problems of a failed parse by field path; the first one of a field wins. Unknown keys stand at their own path. */
export function fieldProblemsOf(error: z.core.$ZodError): Record<string, FieldProblem> {
  const fields: Record<string, FieldProblem> = {};
  for (const issue of error.issues) {
    const found = fieldProblemOf(issue);
    const paths =
      issue.code === "unrecognized_keys" ? issue.keys.slice(0, 10).map((key) => [...issue.path, key]) : [issue.path];
    for (const path of paths) fields[path.map(String).join(".")] ??= found;
  }
  return fields;
}
