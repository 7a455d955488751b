import { expect, it } from "vitest";
import { type Draft, draftOf } from "./entryDraft.ts";
import { blockAt, editsFor, emptied, rangeBetween, rangeText } from "./gridRange.ts";
import { gridRows } from "./gridRows.ts";

const format = { currency: "EUR", locale: "en" };
const entry = (variantId: string, ...ranges: { min: number; max: number | null; amount: number }[]) => ({
  variantId,
  sku: variantId.toUpperCase(),
  title: variantId,
  base: 1000,
  adjusted: null,
  excluded: false,
  ranges,
});
const entries = [
  entry("a", { min: 1, max: 9, amount: 900 }, { min: 10, max: null, amount: 800 }),
  entry("b", { min: 1, max: null, amount: 700 }),
  entry("c"),
];
const rows = gridRows(entries, new Map(), format);
const keys = ["sku", "title", "base", "min", "amount", "excluded", "more"];
/** What the drafts hold once the edits were made. */
const after = (edits: ReturnType<typeof editsFor>): string[] => {
  const drafts = new Map<string, Draft>(entries.map((one) => [one.variantId, draftOf(one, "EUR")]));
  for (const { variantId, change } of edits) {
    const draft = drafts.get(variantId);
    if (draft !== undefined) drafts.set(variantId, change(draft));
  }
  return [...drafts].map(
    ([id, draft]) => `${id}: ${draft.rows.map(({ min, amount }) => `${min}/${amount}`).join(" ")}`,
  );
};

it("copies the rectangle between two cells, whichever was first", () => {
  const range = rangeBetween({ rowIdx: 2, idx: 3 }, { rowIdx: 0, idx: 4 });
  expect(range).toEqual({ top: 0, bottom: 2, left: 3, right: 4 });
  expect(range === null ? "" : rangeText(rows, keys, range, "EUR")).toBe("1\t9.00\n10\t8.00\n1\t7.00");
  expect(rangeBetween({ rowIdx: 1, idx: 1 }, { rowIdx: 1, idx: 1 })).toBeNull();
  expect(rangeBetween({ rowIdx: -1, idx: 1 }, { rowIdx: 1, idx: 1 })).toBeNull();
});

it("pastes a block where it stands as far as it fits, and leaves one with SKUs to the check", () => {
  expect(blockAt("amount", "1\t9.00")).toBeNull();
  expect(blockAt("min", "KET-1\t9.00\nCUP\t1")).toBeNull();
  expect(blockAt("min", "KET-1\t1\t9.00")).toBeNull();
  const block = blockAt("min", "1\t9.50\r\n12\t8.50\r\n1\t7.50\r\n5\t6.50\r\n9\t9");
  expect(block?.columns).toEqual(["min", "amount"]);
  expect(after(editsFor(rows, 0, block ?? { columns: [], lines: [] }))).toEqual([
    "a: 1/9.50 12/8.50",
    "b: 1/7.50",
    "c: 5/6.50",
  ]);
  const column = blockAt("amount", "5\n4");
  expect(after(editsFor(rows, 1, column ?? { columns: [], lines: [] }))[0]).toBe("a: 1/9.00 10/5");
});

it("empties the prices of a range, each its own and no other", () => {
  expect(after(emptied(rows, keys, { top: 0, bottom: 2, left: 3, right: 4 }))).toEqual(["a: /", "b: /", "c: /"]);
  expect(after(emptied(rows, keys, { top: 1, bottom: 1, left: 3, right: 5 }))[0]).toBe("a: 1/9.00");
  expect(emptied(rows, keys, { top: 0, bottom: 2, left: 0, right: 2 })).toEqual([]);
});
