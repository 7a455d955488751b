import { describe, expect, test } from "vitest";
import { checkEntryRows, readEntryRows } from "./entriesText.ts";

const variants = new Map([
  ["ket-1l", { variantId: "var_kettle", title: "Kettle – 1 litre" }],
  ["cup", { variantId: "var_cup", title: "Cup" }],
]);
/** What is made of the text, and how often others got their turn on the way. */
const checkWithStops = (text: string, currency = "EUR", locale = "en-GB") => {
  const checking = checkEntryRows(readEntryRows(text), variants, { currency, locale });
  for (let stops = 0; ; stops += 1) {
    const step = checking.next();
    if (step.done === true) return { checked: step.value, stops };
  }
};
const check = (...given: Parameters<typeof checkWithStops>) => checkWithStops(...given).checked;
const problemsIn = (text: string) => check(text).rows.map(({ problems }) => problems);

test("a long text lets others in every few rows", () => {
  const { checked, stops } = checkWithStops("CUP\t1\t2.00\n".repeat(5_000));
  expect(checked.rows).toHaveLength(5_000);
  expect(stops).toBeGreaterThanOrEqual(20);
});

describe("reading", () => {
  test.each([
    ["KET-1L\t1\t9.50\nCUP\t1\t2.00", "a block from a spreadsheet"],
    ["KET-1L;1;9,50\r\nCUP;1;2,00\r\n", "semicolons, decimal commas and Windows line ends"],
    ['"KET-1L","1","9.50"\n"CUP","1","2.00"', "quoted cells"],
    ["\uFEFFsku,from,price\nKET-1L,1,9.50\nCUP,1,2.00", "a heading after a byte order mark"],
    ["Price\tSKU\tFrom quantity\n9.50\tKET-1L\t1\n2.00\tCUP\t1", "columns in another order"],
    ["KET-1L,9.50\n\nCUP,2.00", "two columns and an empty row"],
    ["ket-1l,9.50\nCup,2.00", "SKUs in another case"],
  ])("%j: %s", (text) => {
    expect(check(text)).toMatchObject({
      rowsWithProblems: 0,
      entries: [
        { variantId: "var_kettle", excluded: false, ranges: [{ min: 1, max: null, amount: 950 }] },
        { variantId: "var_cup", excluded: false, ranges: [{ min: 1, max: null, amount: 200 }] },
      ],
    });
  });

  test("rows are told by their place in the text, the heading and empty rows counted", () => {
    expect(readEntryRows("sku,price\n\nCUP,2.00").map(({ row }) => row)).toEqual([3]);
  });

  test("a SKU that begins like a formula was not known again after its download", () => {
    const skus = readEntryRows("sku,price\n'-A1,1.00\n'=B,1.00\n'quoted,1.00\n-C,1.00").map(({ cells }) => cells.sku);
    expect(skus).toEqual(["-A1", "=B", "'quoted", "-C"]);
  });

  test("a text of blanks alone has no rows", () => {
    expect(readEntryRows(" \n\t\n")).toEqual([]);
  });
});

describe("ranges", () => {
  test("one without a last quantity ends before the next begins, and the last has no end, whatever their order", () => {
    expect(check("CUP,10,1.80\nCUP,1,2.00\nCUP,50,1.50").entries).toEqual([
      {
        variantId: "var_cup",
        excluded: false,
        ranges: [
          { min: 1, max: 9, amount: 200 },
          { min: 10, max: 49, amount: 180 },
          { min: 50, max: null, amount: 150 },
        ],
      },
    ]);
  });

  test("a last quantity may leave a gap, and ranges that touch do not overlap", () => {
    expect(check("CUP,1,2.00,4\nCUP,5,1.80,9\nCUP,20,1.50").entries[0]?.ranges).toEqual([
      { min: 1, max: 4, amount: 200 },
      { min: 5, max: 9, amount: 180 },
      { min: 20, max: null, amount: 150 },
    ]);
  });

  test("a variant is left out by a column of its own, or by the word in place of the price", () => {
    const entries = [{ variantId: "var_cup", excluded: true, ranges: [] }];
    expect(check("sku,from,price,to,excluded\nCUP,,,,yes").entries).toEqual(entries);
    expect(check("CUP,excluded").entries).toEqual(entries);
  });
});

describe("what is wrong stands at its cell", () => {
  test.each([
    ["NOPE,1,2.00", { sku: "unknown_sku" }],
    [",1,2.00", { sku: "missing" }],
    ["CUP,1,", { amount: "missing" }],
    ["CUP,1,two", { amount: "amount" }],
    ["CUP,1,2.005", { amount: "amount" }],
    ["CUP,1,-2.00", { amount: "amount" }],
    ["CUP,0,2.00", { min: "quantity" }],
    ["CUP,many,2.00", { min: "quantity" }],
    ["CUP,5,2.00,4", { max: "quantity" }],
    ["CUP,1,2.00,,yes", { amount: "excluded_with_amount" }],
  ])("%s", (text, problems) => {
    expect(problemsIn(text)).toEqual([problems]);
    expect(check(text)).toMatchObject({ entries: [], rowsWithProblems: 1, rowsLeftOut: 1 });
  });

  test("the same first quantity twice is told at both rows", () => {
    expect(problemsIn("CUP,1,2.00\nCUP,1,1.90")).toEqual([{ min: "twice" }, { min: "twice" }]);
  });

  test("a range that reaches into the next is told at its last quantity, and nothing of the variant is taken", () => {
    const checked = check("CUP,1,2.00,10\nCUP,10,1.80\nKET-1L,1,9.00");
    expect(checked.rows.map(({ problems }) => problems)).toEqual([{ max: "overlap" }, {}, {}]);
    expect(checked.entries.map(({ variantId }) => variantId)).toEqual(["var_kettle"]);
    expect(checked).toMatchObject({ rowsWithProblems: 1, rowsLeftOut: 2 });
  });

  test("amounts are read in the currency's own decimals", () => {
    expect(check("CUP,1,250", "JPY").entries[0]?.ranges[0]?.amount).toBe(250);
    expect(check("CUP,1,2.50", "JPY").rows[0]?.problems).toEqual({ amount: "amount" });
  });
});
