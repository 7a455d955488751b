import { describe, expect, test } from "vitest";
import { type Draft, draftOf, judge, withBreak, withCell, withExcluded, withoutRow } from "./entryDraft.ts";

const read = (draft: Draft) => judge(draft, "EUR", "en");
const breaks = {
  excluded: false,
  ranges: [
    { min: 10, max: null, amount: 900 },
    { min: 1, max: 9, amount: 1000 },
  ],
};

test("what a list says comes back unchanged from its cells", () => {
  for (const said of [
    { excluded: false, ranges: [] },
    { excluded: true, ranges: [] },
    { excluded: false, ranges: [{ min: 1, max: null, amount: 1 }] },
    { excluded: false, ranges: [{ min: 2, max: 4, amount: 0 }] },
    {
      excluded: false,
      ranges: [
        { min: 1, max: 4, amount: 1000 },
        { min: 10, max: 20, amount: 900 },
      ],
    },
  ]) {
    expect(read(draftOf(said, "EUR")).entry).toEqual(said);
  }
  expect(draftOf({ excluded: false, ranges: [{ min: 1, max: null, amount: 1234 }] }, "JPY").rows[0]?.amount).toBe(
    "1234",
  );
});

test("a price typed into an empty row holds from one piece on", () => {
  const typed = withCell(draftOf({ excluded: false, ranges: [] }, "EUR"), 0, "amount", "12,50");
  expect(read(typed).entry).toEqual({ excluded: false, ranges: [{ min: 1, max: null, amount: 1250 }] });
});

test("a quantity break ends the range before it, wherever it is typed", () => {
  const typed = withCell(withCell(withBreak(draftOf(breaks, "EUR")), 2, "min", "5"), 2, "amount", "9.50");
  expect(read(typed).entry?.ranges).toEqual([
    { min: 1, max: 4, amount: 1000 },
    { min: 5, max: 9, amount: 950 },
    { min: 10, max: null, amount: 900 },
  ]);
});

test("what cannot be read is marked at its cell and nothing is sent", () => {
  const draft = draftOf(breaks, "EUR");
  expect(read(withCell(draft, 0, "amount", "ten"))).toEqual({ problems: [{ amount: "amount" }, {}], entry: null });
  expect(read(withCell(draft, 1, "min", "0"))).toEqual({ problems: [{}, { min: "quantity" }], entry: null });
  expect(read(withCell(draft, 1, "min", "1"))).toEqual({ problems: [{ min: "twice" }, { min: "twice" }], entry: null });
  expect(read(withCell(withBreak(draft), 2, "min", "50")).problems[2]).toEqual({ amount: "missing" });
  expect(read(withBreak(draft)).entry?.ranges).toHaveLength(2);
});

describe("taking away", () => {
  test("an emptied price takes its row with it, and the last leaves an empty one", () => {
    expect(read(withCell(draftOf(breaks, "EUR"), 1, "amount", "")).entry?.ranges).toEqual([
      { min: 1, max: null, amount: 1000 },
    ]);
    const none = withoutRow(draftOf({ excluded: false, ranges: [{ min: 1, max: null, amount: 5 }] }, "EUR"), 0);
    expect(none.rows).toHaveLength(1);
    expect(read(none).entry).toEqual({ excluded: false, ranges: [] });
  });

  test("leaving a variant out drops its prices, and a price takes it in again", () => {
    const out = withExcluded(draftOf(breaks, "EUR"), true);
    expect(read(out).entry).toEqual({ excluded: true, ranges: [] });
    expect(read(withCell(out, 0, "amount", "7")).entry).toEqual({
      excluded: false,
      ranges: [{ min: 1, max: null, amount: 700 }],
    });
  });
});
