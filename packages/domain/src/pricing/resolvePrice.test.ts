import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidates, cheap, groupIds, halfEven, now, order, question, shuffled } from "../../test/priceCases.ts";
import { traceOutcomes } from "./previewPrices.ts";
import { type Candidate, type ListTerms, type PriceQuestion, resolvePrice, type TraceOutcome } from "./resolvePrice.ts";

type Asked = PriceQuestion & { quantity: number };

const list = (id: string, given: Partial<ListTerms> = {}): ListTerms => ({
  id,
  name: `List ${id}`,
  benefit: null,
  type: "sale",
  status: "active",
  currency: "EUR",
  startsAt: null,
  endsAt: null,
  audience: { kind: "everyone" },
  adjustment: null,
  floor: null,
  createdAt: new Date("2026-01-01T00:00:00.000Z"),
  ...given,
});
const fixed = (id: string, amount: number, given: Partial<ListTerms> = {}): Candidate => ({
  list: list(id, given),
  excluded: false,
  amounts: [{ min: 1, max: null, amount }],
});
const adjusted = (id: string, adjustment: number, given: Partial<ListTerms> = {}): Candidate => ({
  list: list(id, { adjustment, ...given }),
  excluded: false,
  amounts: [],
});
const ask = (asked: Partial<Asked>) =>
  resolvePrice({ base: 1000, candidates: [], groups: new Set(), quantity: 1, now, currency: "EUR", ...asked });
const outcomes = (asked: Partial<Asked>): Record<string, TraceOutcome> =>
  Object.fromEntries((ask(asked)?.trace ?? []).map(({ listId, outcome }) => [listId, outcome]));

/** The rules once more, said as conditions on the answer: a list is chosen when no other one may stand in its way. */
function model({ base, candidates: rows, groups, quantity, currency }: Asked) {
  if (base === null) return null;
  const offers: { list: ListTerms; amount: number }[] = [];
  for (const { list: terms, excluded, amounts } of rows) {
    const { startsAt, endsAt, audience } = terms;
    if (terms.status !== "active" || terms.currency !== currency) continue;
    if (startsAt && startsAt.getTime() > now.getTime()) continue;
    if (endsAt && endsAt.getTime() <= now.getTime()) continue;
    if (audience.kind === "groups") {
      if (audience.anyOf.length > 0 && audience.anyOf.filter((id) => groups.has(id)).length === 0) continue;
      if (audience.allOf.filter((id) => groups.has(id)).length < audience.allOf.length) continue;
      if (audience.noneOf.filter((id) => groups.has(id)).length > 0) continue;
    }
    let amount: number | null = null;
    for (const range of amounts) if (quantity >= range.min && quantity <= (range.max ?? 1e9)) amount = range.amount;
    if (amount === null && !excluded && terms.adjustment !== null) {
      amount = halfEven(base * (10_000 + terms.adjustment), 10_000);
      if (terms.floor !== null && amount < terms.floor && amount < base)
        amount = terms.floor < base ? terms.floor : base;
    }
    if (amount !== null) offers.push({ list: terms, amount });
  }
  const goesBefore = (one: (typeof offers)[number], other: (typeof offers)[number]): boolean => {
    if (one.amount !== other.amount) return one.amount < other.amount;
    const [age, otherAge] = [one.list.createdAt.getTime(), other.list.createdAt.getTime()];
    return age === otherAge ? one.list.id < other.list.id : age < otherAge;
  };
  const first = (type: string) => {
    const own = offers.filter((offer) => offer.list.type === type);
    return own.find((offer) => own.every((rival) => rival === offer || goesBefore(offer, rival)));
  };
  const original = first("override")?.amount ?? base;
  const sale = first("sale");
  const winner = sale && sale.amount < original ? sale : first("override");
  return {
    amount: winner?.amount ?? base,
    original,
    list: winner?.list.id ?? null,
    override: first("override")?.list.id ?? null,
  };
}

test("the sets that are drawn meet every fate of a list", () => {
  const fates = fc.sample(question, 3000).flatMap((asked) => resolvePrice(asked)?.trace ?? []);
  expect(traceOutcomes.filter((outcome) => !fates.some((fate) => fate.outcome === outcome))).toEqual([]);
});

describe("the price", () => {
  test("equals that of an independent model, winner and original included", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const price = resolvePrice(asked);
        const found = price && {
          amount: price.amount,
          original: price.original,
          list: price.list?.id ?? null,
          override: price.overrideList?.id ?? null,
        };
        expect(found).toEqual(model(asked));
      }),
      { numRuns: 10_000 },
    );
  });

  test("does not depend on the order of rows, and neither does its trace", () => {
    fc.assert(
      fc.property(question, order, (asked, places) => {
        const mixed = shuffled(asked.candidates, places).map((row) => ({
          ...row,
          amounts: shuffled(row.amounts, places),
        }));
        expect(resolvePrice({ ...asked, candidates: mixed })).toEqual(resolvePrice(asked));
      }),
      cheap,
    );
  });

  test("is never negative, and never above the original", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const price = resolvePrice(asked);
        if (price === null) return;
        expect(price.amount).toBeGreaterThanOrEqual(0);
        expect(price.amount).toBeLessThanOrEqual(price.original);
      }),
      cheap,
    );
  });

  test("is never raised by a membership whose lists are all sales and whose group no none-of names", () => {
    fc.assert(
      fc.property(question, fc.constantFrom(...groupIds), (asked, group) => {
        const rows = asked.candidates.filter(({ list: { audience, type } }) => {
          if (audience.kind === "everyone") return true;
          if (audience.noneOf.includes(group)) return false;
          return type === "sale" || ![...audience.anyOf, ...audience.allOf].includes(group);
        });
        const before = resolvePrice({ ...asked, candidates: rows });
        const after = resolvePrice({ ...asked, candidates: rows, groups: new Set([...asked.groups, group]) });
        expect(after?.amount ?? 0).toBeLessThanOrEqual(before?.amount ?? 0);
      }),
      { numRuns: 5000 },
    );
  });

  test("tells of every list exactly once, and of one winner exactly when a list made the price", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const price = resolvePrice(asked);
        if (price === null) return;
        expect(price.trace.map(({ listId }) => listId).toSorted()).toEqual(
          asked.candidates.map(({ list: { id } }) => id),
        );
        const won = price.trace.filter(({ outcome }) => outcome === "won");
        expect(won.map(({ listId, amount }) => ({ listId, amount }))).toEqual(
          price.list === null ? [] : [{ listId: price.list.id, amount: price.amount }],
        );
        const replaced = price.trace.filter(({ outcome }) => outcome === "base_replaced");
        const isReplaced = price.overrideList !== null && price.overrideList.id !== price.list?.id;
        expect(replaced.map(({ listId }) => listId)).toEqual(isReplaced ? [price.overrideList?.id] : []);
        for (const { outcome, amount, type } of price.trace) {
          if (outcome === "tied") expect(amount).toBe(type === "sale" ? price.amount : price.original);
          if (outcome === "higher") expect(amount).toBeGreaterThan(type === "sale" ? price.amount : price.original);
          if (outcome === "not_below_original") expect(amount).toBeGreaterThanOrEqual(price.original);
        }
      }),
      cheap,
    );
  });

  test("does not change by a list that does not count or gives nothing", () => {
    fc.assert(
      fc.property(question, candidates, (asked, others) => {
        const price = resolvePrice({ ...asked, candidates: others });
        const asleep = new Set(
          price?.trace.filter(({ outcome }) => !["won", "base_replaced"].includes(outcome)).map(({ listId }) => listId),
        );
        const awake = others.filter(({ list: { id } }) => !asleep.has(id));
        const without = resolvePrice({ ...asked, candidates: awake });
        expect(without?.amount).toBe(price?.amount);
        expect(without?.original).toBe(price?.original);
      }),
      cheap,
    );
  });
});

describe("one list", () => {
  test.each([
    // base, adjustment, floor, amount
    [1000, -2000, null, 800],
    [1000, -10_000, null, 0],
    [25, -1000, null, 22], // 22.5
    [35, -1000, null, 32], // 31.5
    [15, -1000, null, 14], // 13.5
    [5, -1000, null, 4], // 4.5
    [99, -3333, null, 66], // 66.0033
    [1000, -5000, 700, 700],
    [1000, -2000, 700, 800],
    [1000, -5000, 1500, 1000], // the floor stops at the base
    [100_000_000_000, -1, null, 99_990_000_000],
  ])("adjusts %d by %d with a floor of %s to %d", (base, adjustment, floor, amount) => {
    expect(ask({ base, candidates: [adjusted("a", adjustment, { floor, type: "override" })] })?.amount).toBe(amount);
  });

  test("raises the price when it overrides, also above a floor, and never as a sale", () => {
    expect(ask({ candidates: [adjusted("a", 1500, { type: "override", floor: 1100 })] })).toMatchObject({
      amount: 1150,
      original: 1150,
      base: 1000,
      list: { id: "a" },
      overrideList: { id: "a" },
    });
    expect(ask({ candidates: [fixed("a", 1200)] })).toMatchObject({ amount: 1000, original: 1000, list: null });
    expect(outcomes({ candidates: [fixed("a", 1000)] })).toEqual({ a: "not_below_original" });
  });

  test("goes by its explicit amount before its exclusion, and by that before its adjustment and its floor", () => {
    const amounts = [{ min: 5, max: 9, amount: 300 }];
    const row = { ...adjusted("a", -1000, { floor: 950 }), excluded: true, amounts };
    expect(ask({ candidates: [row], quantity: 5 })?.amount).toBe(300);
    expect(ask({ candidates: [row], quantity: 9 })?.amount).toBe(300);
    expect(outcomes({ candidates: [row], quantity: 10 })).toEqual({ a: "excluded" });
    expect(ask({ candidates: [{ ...row, excluded: false }], quantity: 4 })?.amount).toBe(950);
    expect(outcomes({ candidates: [{ list: list("a"), excluded: false, amounts }] })).toEqual({ a: "quantity" });
    expect(outcomes({ candidates: [{ list: list("a"), excluded: false, amounts: [] }] })).toEqual({ a: "no_amount" });
  });

  test.each<[Partial<ListTerms>, TraceOutcome]>([
    [{ status: "draft" }, "draft"],
    [{ status: "archived" }, "archived"],
    [{ currency: "CHF" }, "other_currency"],
    [{ startsAt: new Date(now.getTime() + 1) }, "not_started"],
    [{ startsAt: now }, "won"],
    [{ endsAt: now }, "ended"],
    [{ endsAt: new Date(now.getTime() + 1) }, "won"],
    [{ audience: { kind: "groups", anyOf: ["grp_a"], allOf: [], noneOf: [] } }, "other_audience"],
    [{ audience: { kind: "groups", anyOf: [], allOf: [], noneOf: ["grp_a"] } }, "won"],
  ])("with %j is told as %s", (given, outcome) => {
    expect(outcomes({ candidates: [fixed("a", 900, given)] })).toEqual({ a: outcome });
  });

  test("shows staff what it would give also while it does not count, but nothing in another currency", () => {
    const rows = [fixed("a", 900, { status: "draft" }), fixed("b", 800, { currency: "CHF" })];
    expect(ask({ candidates: rows })?.trace.map(({ listId, amount }) => [listId, amount])).toEqual([
      ["a", 900],
      ["b", null],
    ]);
  });

  test("gives nothing for a variant without a base price", () => {
    expect(ask({ base: null, candidates: [fixed("a", 900)] })).toBeNull();
  });
});

describe("several lists", () => {
  const younger = { createdAt: new Date("2026-01-02T00:00:00.000Z") };

  test("the lowest override is the original, and the lowest sale below it wins", () => {
    const rows = [
      fixed("o1", 1300, { type: "override" }),
      fixed("o2", 1200, { type: "override" }),
      fixed("s1", 1100),
      fixed("s2", 1150),
      fixed("s3", 1200),
    ];
    expect(ask({ candidates: rows })).toMatchObject({ amount: 1100, original: 1200, base: 1000, list: { id: "s1" } });
    expect(outcomes({ candidates: rows })).toEqual({
      s1: "won",
      o2: "base_replaced",
      o1: "higher",
      s2: "higher",
      s3: "not_below_original",
    });
  });

  test.each(["sale", "override"] as const)(
    "a tie of two lists of type %s goes to the earlier-created, then to the id",
    (type) => {
      expect(outcomes({ candidates: [fixed("a", 900, { type, ...younger }), fixed("b", 900, { type })] })).toEqual({
        a: "tied",
        b: "won",
      });
      expect(outcomes({ candidates: [fixed("b", 900, { type }), fixed("a", 900, { type })] })).toEqual({
        a: "won",
        b: "tied",
      });
    },
  );

  test("a sale adjusts the base price also where an override replaced it", () => {
    const rows = [fixed("o", 2000, { type: "override" }), adjusted("s", -1000)];
    expect(ask({ candidates: rows })).toMatchObject({ amount: 900, original: 2000 });
  });
});
