import { expect, test } from "vitest";
import { CustomerSearch, filterOf } from "./customerSearch.ts";
import { filterChips } from "./filterSentence.ts";

const groupIds = ["grp_01JCZ3DM40PQV5AHT3YC837YFT", "grp_01JCZ3DM40PQV5AHT3YC837YFV"];

const words = { money: (amount: number) => `${amount / 100} €`, day: (day: string) => `the day ${day}` };

test("says the filters as half sentences, each with what takes it out again", () => {
  const changes: object[] = [];
  const chips = filterChips(
    { search: "anna", status: ["guest", "invited"], groupIds, tags: ["VIP", "Trade"] },
    { [groupIds[0] ?? ""]: "Wholesale" },
    (change) => changes.push(change),
    words,
  );
  expect(chips.map(({ sentence }) => sentence)).toEqual([
    "Status is guest or invited",
    "In any group of Wholesale or …",
    "Tagged VIP",
    "Tagged Trade",
  ]);
  for (const { onRemove } of chips) onRemove();
  expect(changes).toEqual([{ status: undefined }, { groupIds: undefined }, { tags: ["Trade"] }, { tags: ["VIP"] }]);
});

test("says what was bought as half sentences, and asks the server in its own words", () => {
  const filter = {
    ordersFrom: 1,
    ordersTo: 5,
    spentFrom: 10_000,
    spentTo: 20_050,
    lastFrom: "2026-03-01",
    lastUntil: "2026-03-31",
  };
  const changes: object[] = [];
  const chips = filterChips(filter, {}, (change) => changes.push(change), words);
  expect(chips.map(({ sentence }) => sentence)).toEqual([
    "At least 1 order",
    "At most 5 orders",
    "Net spent from 100 €",
    "Net spent up to 200.5 €",
    "Last order since the day 2026-03-01",
    "Last order until the day 2026-03-31",
  ]);
  for (const { onRemove } of chips) onRemove();
  expect(Object.assign({}, ...changes)).toEqual(
    Object.fromEntries(Object.keys(filter).map((name) => [name, undefined])),
  );
  expect(filterOf(filter)).toEqual({
    ordersFrom: 1,
    ordersTo: 5,
    netSpentFrom: 10_000,
    netSpentTo: 20_050,
    lastOrderFrom: new Date(2026, 2, 1).toISOString(),
    // The whole of the last day belongs to it.
    lastOrderUntil: new Date(2026, 3, 1).toISOString(),
  });
});

test("reads an address that somebody typed by hand, and drops what it cannot mean", () => {
  const read = CustomerSearch.parse({ search: 4711, status: "guest", groupIds: ["nonsense"], sort: "age", tags: [] });
  expect(read).toEqual({ search: "4711", status: ["guest"] });
  expect(filterOf(read)).toEqual({ search: "4711", status: ["guest"] });
  expect(CustomerSearch.parse({ search: {}, status: ["guest", "nobody"] })).toEqual({ status: ["guest"] });
});
