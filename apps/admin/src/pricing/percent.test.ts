import { expect, test } from "vitest";
import { basisPointsOf, percentText, plainPercent } from "./percent.ts";

test("percentages are read as they are typed, and anything else is refused", () => {
  const read = Object.fromEntries(
    ["-20", "−20 %", "7,5", "+5%", "0", "12.34", "12.345", "", "ten", "1e3", "--3", "99999"].map((text) => [
      text,
      basisPointsOf(text),
    ]),
  );
  expect(read).toEqual({
    "-20": -2000,
    "−20 %": -2000,
    "7,5": 750,
    "+5%": 500,
    "0": 0,
    "12.34": 1234,
    "12.345": null,
    "": null,
    ten: null,
    "1e3": null,
    "--3": null,
    "99999": null,
  });
});

test("what is read is written back the same", () => {
  for (const points of [-10_000, -2000, -1, 0, 750, 1234, 100_000]) {
    expect(basisPointsOf(plainPercent(points))).toBe(points);
  }
  expect(percentText(-2000, "en", true)).toBe("-20%");
  expect(percentText(1250, "de")).toContain("12,5");
});
