import { expect, test } from "vitest";
import { CustomerSearch, filterOf } from "./customerSearch.ts";
import { filterChips } from "./filterSentence.ts";

const groupIds = ["grp_01JCZ3DM40PQV5AHT3YC837YFT", "grp_01JCZ3DM40PQV5AHT3YC837YFV"];

test("says the filters as half sentences, each with what takes it out again", () => {
  const changes: object[] = [];
  const chips = filterChips(
    { search: "anna", status: ["guest", "invited"], groupIds, tags: ["VIP", "Trade"] },
    { [groupIds[0] ?? ""]: "Wholesale" },
    (change) => changes.push(change),
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

test("reads an address that somebody typed by hand, and drops what it cannot mean", () => {
  const read = CustomerSearch.parse({ search: 4711, status: "guest", groupIds: ["nonsense"], sort: "age", tags: [] });
  expect(read).toEqual({ search: "4711", status: ["guest"] });
  expect(filterOf(read)).toEqual({ search: "4711", status: ["guest"] });
  expect(CustomerSearch.parse({ search: {}, status: ["guest", "nobody"] })).toEqual({ status: ["guest"] });
});
