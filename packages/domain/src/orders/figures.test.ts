import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { order as places, shuffled } from "../../test/priceCases.ts";
import {
  averageOf,
  type CountedOrder,
  figuresChanges,
  type FiguresChange,
  figuresOf,
  needsEnds,
  netOf,
  type OrderFigures,
  overallOf,
  withChange,
} from "./figures.ts";

const cheap = { numRuns: 2000 };
const at = (day: number): Date => new Date(Date.UTC(2026, 0, 1 + day));
const placed = fc
  .record({
    customerId: fc.constantFrom("cus_a", "cus_b"),
    currency: fc.constantFrom("EUR", "CHF"),
    total: fc.integer({ min: 0, max: 500 }),
    placedAt: fc.integer({ min: 0, max: 4 }).map(at),
  })
  .map((order): CountedOrder => ({ ...order, refunded: 0, canceledAt: null, disownedAt: null }));
/** What befalls an order after its placing. */
const event = fc.oneof(
  fc.constant<Partial<CountedOrder>>({ canceledAt: at(9) }),
  fc.constant<Partial<CountedOrder>>({ disownedAt: at(9) }),
  fc.constant<Partial<CountedOrder>>({ customerId: "cus_b" }),
  fc.integer({ min: 1, max: 90 }).map((refunded): Partial<CountedOrder> => ({ refunded })),
);
const life = fc.tuple(placed, fc.array(event, { maxLength: 4 })).map(([first, events]) =>
  events.reduce<CountedOrder[]>(
    (states, change) => {
      const last = states.at(-1) ?? first;
      return [...states, { ...last, ...change, refunded: last.refunded + (change.refunded ?? 0) }];
    },
    [first],
  ),
);
const lives = fc.array(life, { maxLength: 6 });

const changesOf = (states: readonly CountedOrder[]): FiguresChange[] =>
  states.flatMap((state, place) => figuresChanges(states[place - 1] ?? null, state));
const lastOf = (states: readonly CountedOrder[]): CountedOrder[] => states.slice(-1);
const isOf = (customerId: string) => (row: { customerId: string }) => row.customerId === customerId;
const sumsOf = ({ currency, orders, gross, refunded }: OrderFigures) => ({ currency, orders, gross, refunded });

describe("figures kept by changes", () => {
  test("have the sums of the rebuild in whatever order the changes are made", () => {
    fc.assert(
      fc.property(lives, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (orders, mixed) => {
        for (const customerId of ["cus_a", "cus_b"]) {
          const kept = new Map<string, OrderFigures>();
          for (const change of shuffled(orders.flatMap(changesOf), mixed).filter(isOf(customerId))) {
            kept.set(change.currency, withChange(kept.get(change.currency) ?? null, change));
          }
          const rebuilt = figuresOf(orders.flatMap(lastOf).filter(isOf(customerId)));
          const live = [...kept.values()].filter((figures) => figures.orders > 0);
          expect(live.map(sumsOf).toSorted((one, other) => (one.currency < other.currency ? -1 : 1))).toEqual(
            rebuilt.map(sumsOf),
          );
          const emptied = [...kept.values()].filter((figures) => figures.orders === 0);
          for (const { gross, refunded } of emptied) expect([gross, refunded]).toEqual([0, 0]);
        }
      }),
      cheap,
    );
  });

  test("equal the rebuild after every event, ends included, when the ends left are read as asked", () => {
    fc.assert(
      fc.property(lives, (orders) => {
        const now: (CountedOrder | null)[] = orders.map(() => null);
        const kept = new Map<string, OrderFigures>();
        const rebuild = (customerId: string) =>
          figuresOf(now.filter((order) => order !== null).filter(isOf(customerId)));
        for (let step = 0; step < 5; step += 1) {
          for (const [place, states] of orders.entries()) {
            const state = states[step];
            if (state === undefined) continue;
            const changes = figuresChanges(now[place] ?? null, state);
            now[place] = state;
            for (const change of changes) {
              const key = `${change.customerId} ${change.currency}`;
              const before = kept.get(key) ?? null;
              const left = rebuild(change.customerId).find(({ currency }) => currency === change.currency);
              const isAsked = before !== null && needsEnds(before, change);
              kept.set(key, withChange(before, change, isAsked ? left : undefined));
            }
            for (const customerId of ["cus_a", "cus_b"]) {
              const own = [...kept].filter(([key]) => key.startsWith(customerId)).map(([, figures]) => figures);
              const live = own.filter((figures) => figures.orders > 0);
              expect(live.toSorted((one, other) => (one.currency < other.currency ? -1 : 1))).toEqual(
                rebuild(customerId),
              );
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("do not depend on the order of rows when they are rebuilt", () => {
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 8 }), places, (orders, mixed) => {
        expect(figuresOf(shuffled(orders, mixed))).toEqual(figuresOf(orders));
      }),
      cheap,
    );
  });
});

describe("an event", () => {
  const order: CountedOrder = {
    customerId: "cus_a",
    currency: "EUR",
    total: 1000,
    refunded: 0,
    placedAt: at(1),
    canceledAt: null,
    disownedAt: null,
  };
  const change = { customerId: "cus_a", currency: "EUR", orders: 0, gross: 0, refunded: 0, placedAt: at(1) };

  test.each<[string, CountedOrder | null, CountedOrder, FiguresChange[]]>([
    ["placed", null, order, [{ ...change, orders: 1, gross: 1000 }]],
    ["refunded", order, { ...order, refunded: 300 }, [{ ...change, refunded: 300 }]],
    [
      "canceled",
      { ...order, refunded: 300 },
      { ...order, refunded: 1000, canceledAt: at(2) },
      [{ ...change, orders: -1, gross: -1000, refunded: -300 }],
    ],
    ["disowned", order, { ...order, disownedAt: at(2) }, [{ ...change, orders: -1, gross: -1000 }]],
    ["refunded when disowned", { ...order, disownedAt: at(2) }, { ...order, disownedAt: at(2), refunded: 10 }, []],
    ["fulfilled", order, order, []],
    [
      "transferred",
      { ...order, refunded: 5 },
      { ...order, refunded: 5, customerId: "cus_b" },
      [
        { ...change, orders: -1, gross: -1000, refunded: -5 },
        { ...change, customerId: "cus_b", orders: 1, gross: 1000, refunded: 5 },
      ],
    ],
  ])("of an order %s", (_, before, after, changes) => {
    expect(figuresChanges(before, after)).toEqual(changes);
  });
});

test("net, average and the figures over all currencies follow from the stored ones", () => {
  const euro = { currency: "EUR", orders: 2, gross: 1001, refunded: 400, firstAt: at(1), lastAt: at(5) };
  expect(netOf(euro)).toBe(601);
  expect([averageOf(euro), averageOf({ gross: 1003, orders: 2 }), averageOf({ gross: 0, orders: 0 })]).toEqual([
    500, 502, 0,
  ]);
  expect(overallOf([euro, { ...euro, currency: "CHF", orders: 3, lastAt: at(9) }])).toEqual({
    orders: 5,
    lastAt: at(9),
  });
  expect(overallOf([])).toEqual({ orders: 0, lastAt: null });
});
