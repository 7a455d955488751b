import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidates, cheap, groupIds, now, order, shuffled } from "../../test/priceCases.ts";
import { conflictBetween, type ConflictList, conflictsOf } from "./conflicts.ts";
import { type Candidate, type ListTerms, resolvePrice, standingOf } from "./resolvePrice.ts";

const conflictList = ({ list, ...entry }: Candidate): ConflictList => ({ list, entries: new Map([["var_1", entry]]) });
const lists = candidates.map((rows) => rows.map(conflictList));
const variants = [{ variantId: "var_1", base: 1000 }];
const at = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const everySet = groupIds.reduce<Set<string>[]>(
  (sets, group) => [...sets, ...sets.map((set) => new Set([...set, group]))],
  [new Set()],
);

/** Looks for a customer and an instant at which both lists price the variant, one by one. */
function meetAnywhere(one: Candidate, other: Candidate, quantity: number): boolean {
  if (one.list.type !== other.list.type || one.list.currency !== other.list.currency) return false;
  const { currency } = one.list;
  return [0, 1, 2, 3].map(at).some((instant) =>
    everySet.some((groups) => {
      const asked = { base: 1000, candidates: [one, other], groups, now: instant, currency, quantity };
      const isCounted = [one, other].every(({ list }) => standingOf(list, asked) === null);
      return isCounted && resolvePrice(asked)?.trace.every(({ amount }) => amount !== null) === true;
    }),
  );
}

const list = (id: string, given: Partial<ListTerms>): ListTerms => ({
  id,
  name: id,
  benefit: null,
  type: "sale",
  status: "active",
  currency: "EUR",
  startsAt: null,
  endsAt: null,
  audience: { kind: "everyone" },
  adjustment: null,
  floor: null,
  createdAt: at(-100),
  ...given,
});
const priced = (id: string, amount: number, given: Partial<ListTerms> = {}): ConflictList =>
  conflictList({ list: list(id, given), excluded: false, amounts: [{ min: 1, max: null, amount }] });

describe("two lists", () => {
  test("conflict at exactly the quantities at which one customer could meet both at some instant", () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 10 }), (rows, quantity) => {
        const [one, other] = rows;
        if (one === undefined || other === undefined) return;
        const conflict = conflictBetween(conflictList(one), conflictList(other), variants, now);
        const step = conflict?.steps.find(({ from, to }) => from <= quantity && (to === null || quantity <= to));
        expect(step !== undefined).toBe(meetAnywhere(one, other, quantity));
      }),
      { numRuns: 5000 },
    );
  });

  test("have the winner that the price has whenever one of them makes it", () => {
    fc.assert(
      fc.property(candidates, (rows) => {
        const [one, other] = rows;
        if (one === undefined || other === undefined) return;
        const conflict = conflictBetween(conflictList(one), conflictList(other), variants, now);
        for (const { from, winnerId, oneAmount, otherAmount, why, applies } of conflict?.steps ?? []) {
          const awake = [one, other].map((row): Candidate => ({
            ...row,
            list: { ...row.list, startsAt: null, endsAt: null, audience: { kind: "everyone" } },
          }));
          const asked = { base: 1000, groups: new Set<string>(), now, currency: one.list.currency, quantity: from };
          const price = resolvePrice({ ...asked, candidates: awake });
          expect(price?.list?.id).toBe(applies ? winnerId : undefined);
          expect(why === "lower").toBe(oneAmount !== otherAmount);
        }
      }),
      cheap,
    );
  });

  test.each<[string, ConflictList, ConflictList, string | null]>([
    ["lower", priced("a", 800), priced("b", 900), "a lower"],
    ["earlier", priced("a", 800, { createdAt: at(-1) }), priced("b", 800), "b earlier"],
    ["at the same time", priced("b", 800), priced("a", 800), "a same_time"],
    ["of two types", priced("a", 800, { type: "override" }), priced("b", 800), null],
    ["of two currencies", priced("a", 800, { currency: "CHF" }), priced("b", 800), null],
    ["one a draft", priced("a", 800, { status: "draft" }), priced("b", 800), null],
    ["one over", priced("a", 800, { endsAt: now }), priced("b", 800), null],
    ["one coming", priced("a", 800, { startsAt: at(5) }), priced("b", 900), "a lower"],
    ["one ending as the other begins", priced("a", 8, { startsAt: at(5) }), priced("b", 9, { endsAt: at(5) }), null],
  ])("that are %s", (_, one, other, expected) => {
    const step = conflictBetween(one, other, variants, now)?.steps[0];
    expect(step === undefined ? null : `${step.winnerId} ${step.why}`).toBe(expected);
  });

  test("tell the instants and quantities between which they meet, and whether the winner makes the price", () => {
    const one = priced("a", 1100, { startsAt: at(3) });
    const other = conflictList({
      list: list("b", { startsAt: at(-3), endsAt: at(9), adjustment: -1000 }),
      excluded: true,
      amounts: [
        { min: 5, max: 9, amount: 1200 },
        { min: 10, max: null, amount: 700 },
      ],
    });
    expect(conflictBetween(one, other, [...variants, { variantId: "var_2", base: null }], now)).toMatchObject({
      from: at(3),
      until: at(9),
      steps: [
        { from: 5, to: 9, oneAmount: 1100, otherAmount: 1200, winnerId: "a", why: "lower", applies: false },
        { from: 10, to: null, oneAmount: 1100, otherAmount: 700, winnerId: "b", why: "lower", applies: true },
      ],
    });
  });

  test("meet on variants that only their adjustments price", () => {
    const [one, other] = [list("a", { adjustment: -1000 }), list("b", { adjustment: -2000 })];
    const found = conflictBetween(
      { list: one, entries: new Map() },
      { list: other, entries: new Map() },
      variants,
      now,
    );
    expect(found?.steps).toMatchObject([{ variantId: "var_1", from: 1, to: null, winnerId: "b" }]);
  });
});

test("the conflicts of many lists are those of every two of them, whatever the order of rows", () => {
  fc.assert(
    fc.property(lists, order, (rows, places) => {
      const found = conflictsOf(rows, variants, now);
      expect(conflictsOf(shuffled(rows, places), variants, now)).toEqual(found);
      const pairs = rows.flatMap((one, place) =>
        rows.slice(place + 1).flatMap((other) => conflictBetween(one, other, variants, now) ?? []),
      );
      expect(found).toHaveLength(pairs.length);
    }),
    cheap,
  );
});
