import { readEntryRows } from "@clientele/domain/pricing/entriesText";
import { expect, test } from "vitest";
import { csvOf, fileName } from "./entriesCsv.ts";

const entry = { variantId: "var_1", title: "Kettle", base: 4000, adjusted: null };

test("a list that is downloaded is read again as it was", () => {
  const csv = csvOf(
    [
      { ...entry, sku: 'KET "1", blue', excluded: false, ranges: [{ min: 1, max: 9, amount: 3490 }] },
      { ...entry, sku: "KET-2", excluded: true, ranges: [] },
    ],
    "EUR",
  );
  expect(readEntryRows(csv).map(({ cells }) => cells)).toEqual([
    { sku: 'KET "1", blue', min: "1", max: "9", amount: "34.90", excluded: "" },
    { sku: "KET-2", min: "", max: "", amount: "", excluded: "excluded" },
  ]);
});

test("a SKU that a spreadsheet would run as a formula is written as a text", () => {
  const csv = csvOf([{ ...entry, sku: "=1+1", excluded: true, ranges: [] }], "EUR");
  expect(csv).toContain("'=1+1");
});

test("a file is named after its list", () => {
  expect(fileName("Großhandel / 2026")).toBe("Großhandel-2026.csv");
  expect(fileName("///")).toBe("prices.csv");
});
