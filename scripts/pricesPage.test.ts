import { readFileSync } from "node:fs";
import path from "node:path";
import { type PricedCart, priceCart } from "@clientele/domain/carts/priceCart";
import type { codeStates } from "@clientele/domain/pricing/discount";
import type { traceOutcomes } from "@clientele/domain/pricing/previewPrices";
import { type Price, resolvePrice } from "@clientele/domain/pricing/resolvePrice";
import { describe, expect, it } from "vitest";
import {
  amountOf,
  amountText,
  candidatesOf,
  codesOf,
  discountsOf,
  instantOf,
  type PageTable,
  shopperOf,
  tablesOf,
  taxRulesOf,
} from "./pricesPage.ts";

const page = readFileSync(path.join(import.meta.dirname, "../docs/prices.md"), "utf8");
const now = new Date("2026-03-10T12:00:00Z");
const currency = "EUR";

/** The page's own words; both of its legends list exactly these. */
const traceWords = {
  won: "won",
  base_replaced: "made the original price",
  tied: "as low, made later",
  higher: "higher",
  not_below_original: "not below the original price",
  quantity: "nothing for this quantity",
  excluded: "left out",
  no_amount: "nothing for this good",
  other_audience: "for others",
  not_started: "not begun",
  ended: "over",
  draft: "draft",
  archived: "archived",
  other_currency: "other currency",
} as const satisfies Record<(typeof traceOutcomes)[number], string>;
const codeWords = {
  applied: "applied",
  unknown: "unknown",
  not_started: "not begun",
  ended: "over",
  disabled: "disabled",
  used_up: "used up",
  used_by_you: "used by you",
  sign_in_needed: "sign in",
  other_audience: "for others",
  other_region: "other region",
  other_currency: "other currency",
  no_matching_items: "nothing meant here",
  below_minimum: "below the minimum",
  another_code_applies: "another code counts",
  takes_nothing: "takes nothing",
} as const satisfies Record<(typeof codeStates)[number], string>;

type Row = Record<string, string>;
const tables = tablesOf(page);
const goodsTable = tables[0];
const goods = (goodsTable?.rows ?? []).map((row) => row["good"] ?? "");
const baseOf = (good: string): number | null => {
  const price = goodsTable?.rows.find((row) => row["good"] === good)?.["base price"] ?? "";
  return price === "none" ? null : amountOf(price);
};
const legend = (head: string): string[] | undefined =>
  tables.find((table) => table.head[0] === head)?.rows.map((row) => row[head] ?? "");

const traceText = ({ trace }: Price): string =>
  trace
    .map(({ listName, amount, outcome }) => {
      const gives = amount === null ? "" : ` ${amountText(amount)}`;
      return `${listName}${gives}: ${traceWords[outcome]}`;
    })
    .join("; ");

/** The row of a table of prices as it must read. */
const priceRow = (row: Row, lists: PageTable): Row => {
  const { who = "", when, good = "", pieces = "" } = row;
  const price = resolvePrice({
    base: baseOf(good),
    candidates: candidatesOf(lists, good, goods),
    groups: shopperOf(who).groups,
    quantity: Number(pieces),
    now: when === undefined ? now : instantOf(when),
    currency,
  });
  if (price === null) return { ...row, price: "not for sale", original: "", trace: "" };
  return { ...row, price: amountText(price.amount), original: amountText(price.original), trace: traceText(price) };
};

const priceOf = (amount: number): Price => ({
  amount,
  original: amount,
  base: amount,
  list: null,
  overrideList: null,
  trace: [],
});
const linesOf = ({ rows }: PageTable) =>
  rows.map(({ good = "", pieces = "", each = "" }, at) => ({
    id: `line_${at}`,
    variantId: good,
    productId: good,
    quantity: Number(pieces),
    price: priceOf(amountOf(each)),
  }));

const cartOf = (row: Row, lines: PageTable, discounts: PageTable | null): PricedCart => {
  const { who = "", codes = "", shipping = "", tax = "" } = row;
  const booked = discounts === null ? [] : discountsOf(discounts);
  return priceCart({
    lines: linesOf(lines),
    discounts: booked.map(({ terms }) => terms),
    codes: codesOf(codes),
    shopper: shopperOf(who),
    region: { id: "reg_here", currency, ...taxRulesOf(tax) },
    shipping: shipping === "none" ? null : { id: "ship", name: "Post", amount: amountOf(shipping) },
    uses: new Map(booked.map(({ terms, uses }) => [terms.id, uses])),
    now,
  });
};

const cartText = ({ discounts, codes }: PricedCart): string =>
  [
    ...discounts.map(({ name, amount }) => `${name} −${amountText(amount)}`),
    ...codes.map(({ code, state, missing }) => {
      const short = missing === null ? "" : `, ${amountText(missing)} missing`;
      return `${code}: ${codeWords[state]}${short}`;
    }),
  ].join("; ");

/** The row of a table of sums as it must read. */
const sumRow = (row: Row, cart: PricedCart): Row => ({
  ...row,
  goods: amountText(cart.subtotal),
  off: amountText(cart.discount),
  sending: amountText((cart.shipping?.amount ?? 0) - (cart.shipping?.discount ?? 0)),
  "tax paid": amountText(cart.tax),
  total: amountText(cart.total),
  "what happened": cartText(cart),
});

const lineRow = (line: string, sums: Record<"amount" | "discount" | "tax" | "total", number>): Row => ({
  line,
  amount: amountText(sums.amount),
  off: amountText(sums.discount),
  tax: amountText(sums.tax),
  paid: amountText(sums.total),
});
/** The rows of a table of lines as they must read, the shipping last where the page shows it. */
const lineRows = ({ lines, shipping }: PricedCart, withShipping: boolean): Row[] => [
  ...lines.map(({ variantId, ...sums }) => lineRow(variantId, sums)),
  ...(withShipping && shipping !== null ? [lineRow("Shipping", shipping)] : []),
];

/** Checks every table of a section that holds results, and answers how many it read. */
function check(section: readonly PageTable[]): number {
  let lists: PageTable | null = null;
  let lines: PageTable | null = null;
  let discounts: PageTable | null = null;
  let sums: PageTable | null = null;
  let read = 0;
  for (const table of section) {
    const [first] = table.head;
    if (first === "list") lists = table;
    else if (first === "discount") discounts = table;
    else if (first === "good") [lines, discounts] = [table, null];
    else if (first === "who" && table.head.includes("price")) {
      if (lists === null) throw new Error(`${table.section}: prices without lists`);
      const from = lists;
      expect(table.rows.map((row) => priceRow(row, from))).toEqual(table.rows);
      read += table.rows.length;
    } else if (first === "who") {
      if (lines === null) throw new Error(`${table.section}: sums without a cart`);
      const [cart, terms] = [lines, discounts];
      expect(table.rows.map((row) => sumRow(row, cartOf(row, cart, terms)))).toEqual(table.rows);
      sums = table;
      read += table.rows.length;
    } else if (first === "line") {
      const row = sums?.rows[0];
      if (row === undefined || lines === null) throw new Error(`${table.section}: lines without a sum`);
      const withShipping = table.rows.some(({ line }) => line === "Shipping");
      expect(lineRows(cartOf(row, lines, discounts), withShipping)).toEqual(table.rows);
      read += table.rows.length;
    } else throw new Error(`${table.section}: nothing reads the table of ${first}`);
  }
  return read;
}

const isLegend = (table: PageTable): boolean =>
  table === goodsTable || ["in the trace", "of a code"].includes(table.head[0] ?? "");
const examples = tables.filter((table) => !isLegend(table));
const sections = [...new Set(examples.map(({ section }) => section))];

describe("the examples of docs/prices.md", () => {
  it.each(sections)("compute what the page says: %s", (name) => {
    expect(check(examples.filter(({ section }) => section === name))).toBeGreaterThan(0);
  });

  it("explain every fate of a list and every answer to a code", () => {
    expect(legend("in the trace")).toEqual(Object.values(traceWords));
    expect(legend("of a code")).toEqual(Object.values(codeWords));
  });

  it("show every fate of a list", () => {
    const shown = tables.flatMap(({ rows }) => rows.flatMap((row) => row["trace"]?.split("; ") ?? []));
    for (const words of Object.values(traceWords)) {
      expect(shown.some((entry) => entry.endsWith(`: ${words}`))).toBe(true);
    }
  });

  it("would not stand with one number changed", () => {
    const results = ["price", "original", "goods", "off", "sending", "tax paid", "total", "amount", "tax", "paid"];
    const altered = examples.flatMap((table) =>
      table.rows.flatMap((row, at) =>
        results
          .filter((name) => table.head[0] === "line" || (table.head[0] === "who" && name !== "tax"))
          .filter((name) => /\d/.test(row[name] ?? ""))
          .map((name) => ({ table, rows: table.rows.with(at, { ...row, [name]: "77.77" }) })),
      ),
    );
    expect(altered.length).toBeGreaterThan(200);
    for (const { table, rows } of altered) {
      const section = examples.filter(({ section: name }) => name === table.section);
      expect(() => check(section.map((one) => (one === table ? { ...one, rows } : one)))).toThrow();
    }
  });
});
