import { problemOf } from "@clientele/ui/problem.ts";
import { expect, test } from "vitest";
import { isBelow, withoutPrefix } from "./withoutPrefix.ts";

const refused = {
  data: {
    problem: {
      code: "input.invalid",
      params: {},
      fields: { "shippingAddress.city": { code: "field.required", params: {} } },
      requestId: "req",
    },
  },
};

test("a field below a name becomes a field of the form", () => {
  expect(isBelow(refused, "shippingAddress")).toBe(true);
  expect(isBelow(refused, "billingAddress")).toBe(false);
  const fields = problemOf(withoutPrefix(refused, "shippingAddress"))?.fields ?? {};
  expect(Object.keys(fields)).toEqual(["city"]);
});

test("what is no refusal of the server stays what it was", () => {
  const lost = new TypeError("fetch failed");
  expect(withoutPrefix(lost, "shippingAddress")).toBe(lost);
  expect(isBelow(lost, "shippingAddress")).toBe(false);
});
