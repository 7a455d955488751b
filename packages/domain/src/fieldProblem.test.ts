import { expect, test } from "vitest";
import { z } from "zod";
import { asField, fieldProblemsOf } from "./fieldProblem.ts";

const Input = z.strictObject({
  name: z.string().min(1).max(5),
  count: z.int().min(1).max(9).optional(),
  kinds: z
    .array(z.enum(["a", "b"]))
    .min(1)
    .max(2)
    .optional(),
  nested: z.strictObject({ flag: z.boolean() }).optional(),
  code: z.string().regex(/^x/, asField("field.characters")).optional(),
  other: z
    .string()
    .refine(() => false, asField("field.email", { hint: 1 }))
    .optional(),
});

const problems = (input: unknown) => {
  const { error } = Input.safeParse(input);
  return error === undefined ? {} : fieldProblemsOf(error);
};

test.each([
  [{}, { name: "field.required" }],
  [{ name: "" }, { name: "field.required" }],
  [{ name: 5 }, { name: "field.type" }],
  [{ name: null }, { name: "field.type" }],
  [{ name: "toolong" }, { name: "field.too_long" }],
  [{ name: "a", count: "1" }, { count: "field.type" }],
  [{ name: "a", count: 1.5 }, { count: "field.type" }],
  [{ name: "a", count: 0 }, { count: "field.too_small" }],
  [{ name: "a", count: 10 }, { count: "field.too_big" }],
  [{ name: "a", kinds: [] }, { kinds: "field.too_few" }],
  [{ name: "a", kinds: ["a", "b", "a"] }, { kinds: "field.too_many" }],
  [{ name: "a", kinds: ["a", "c"] }, { "kinds.1": "field.choice" }],
  [{ name: "a", nested: {} }, { "nested.flag": "field.required" }],
  [{ name: "a", nested: { flag: true, more: 1 } }, { "nested.more": "field.unknown" }],
  [{ name: "a", code: "y" }, { code: "field.characters" }],
  [{ name: "a", other: "y" }, { other: "field.email" }],
  [
    { name: 1, extra: 1 },
    { name: "field.type", extra: "field.unknown" },
  ],
])("%j shows %j", (input, codes) => {
  const found = problems(input);
  expect(Object.fromEntries(Object.entries(found).map(([field, { code }]) => [field, code]))).toEqual(codes);
});

test("a problem carries what its text needs", () => {
  expect(problems({ name: "toolong", other: "y" })).toEqual({
    name: { code: "field.too_long", params: { most: 5 } },
    other: { code: "field.email", params: { hint: 1 } },
  });
});
