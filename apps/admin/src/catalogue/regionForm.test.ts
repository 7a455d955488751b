import { expect, test } from "vitest";
import { readRate, writeRate } from "./regionForm.ts";

test.each([
  ["19", 1900],
  ["5.5", 550],
  ["8,1", 810],
  ["0", 0],
  ["100", 10_000],
  ["100.01", null],
  ["", null],
  ["19 %", null],
  ["1.234", null],
])("reads the rate %s", (typed, rate) => {
  expect(readRate(typed)).toBe(rate);
});

test("writes a rate so that it is read back", () => {
  for (const rate of [0, 550, 810, 1900, 10_000]) {
    for (const locale of ["en-GB", "de-DE"]) expect(readRate(writeRate(rate, locale))).toBe(rate);
  }
});
