import { expect, test } from "vitest";
import { listInput, orderSearch } from "./search.ts";

test("reads what an address says of the orders, also a number that stands alone", () => {
  const read = orderSearch({ status: "canceled", year: 2026, search: 1001 });
  expect(listInput(read)).toEqual({ status: "canceled", year: 2026, search: "1001", limit: 20 });
});

test("what cannot be understood reads as not given", () => {
  const read = orderSearch({ status: "lost", year: 1999, search: "", cursor: 3 });
  expect(listInput(read)).toEqual({ limit: 20 });
});
