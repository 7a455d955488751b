import { expect, test } from "vitest";
import { catalogueSearch, listInput } from "./search.ts";

test("reads what an address says of the catalogue", () => {
  const read = catalogueSearch({ search: "lamp", category: "Light", sort: "-price", cursor: "abc" });
  expect(listInput(read)).toEqual({ search: "lamp", category: "Light", sort: "-price", cursor: "abc", limit: 24 });
});

test("what cannot be understood reads as not given", () => {
  const read = catalogueSearch({ search: 7, category: "x".repeat(61), sort: "stock", cursor: ["a"] });
  expect(listInput(read)).toEqual({ sort: "-createdAt", limit: 24 });
});

test("the usual order is not written into the address", () => {
  expect(catalogueSearch({ sort: "-createdAt" }).sort).toBeUndefined();
});
