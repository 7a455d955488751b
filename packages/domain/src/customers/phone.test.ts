import { expect, test } from "vitest";
import { e164, Phone, readablePhone } from "./phone.ts";

test.each([
  ["+49 30 901820", undefined, "+4930901820"],
  ["030 901820", "DE", "+4930901820"],
  ["(202) 456-1111", "US", "+12024561111"],
  ["+44 20 7946 0958", "DE", "+442079460958"],
  ["030 901820", undefined, null],
  ["+49", undefined, null],
  ["+999 123456789", undefined, null],
  ["call me", "DE", null],
])("%j read in %s is %s", (typed, country, number) => {
  expect(e164(typed, country)).toBe(number);
});

test("a phone from a caller is E.164 or nothing", () => {
  expect(Phone.parse(" +49 30 901820 ")).toBe("+4930901820");
  expect(Phone.parse("")).toBeNull();
  expect(Phone.parse("  ")).toBeNull();
  expect(Phone.parse(null)).toBeNull();
  for (const typed of ["030 901820", "+49 30 901820\u0000", "+49\u202e30901820", "1".repeat(41)]) {
    expect(Phone.safeParse(typed).success).toBe(false);
  }
});

test("a stored number reads as people write it, and parses back to itself", () => {
  expect(readablePhone("+4930901820")).toBe("+49 30 901820");
  expect(e164(readablePhone("+4930901820"))).toBe("+4930901820");
});
