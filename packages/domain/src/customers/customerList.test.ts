import { describe, expect, test } from "vitest";
import { ListCustomers } from "./customerList.ts";

const group = "grp_01ARZ3NDEKTSV4RRFFQ69G5FAV";

describe("the list's input", () => {
  test("asks for the newest twenty when nothing is said", () => {
    expect(ListCustomers.parse({})).toEqual({ sort: "-createdAt", limit: 20 });
  });

  test("takes one status or several", () => {
    expect(ListCustomers.parse({ status: "guest" }).status).toEqual(["guest"]);
    expect(ListCustomers.parse({ status: ["guest", "erased"] }).status).toEqual(["guest", "erased"]);
  });

  test.each([
    { limit: 0 },
    { limit: -1 },
    { limit: 101 },
    { limit: 1.5 },
    { limit: "20" },
    { status: "vip" },
    { sort: "version" },
    { sort: "-email; drop table customers" },
    { search: "a".repeat(201) },
    { groupIds: ["cus_01ARZ3NDEKTSV4RRFFQ69G5FAV"] },
    { groupIds: Array.from({ length: 51 }, () => group) },
    { tags: [""] },
    { cursor: "a".repeat(401) },
    { offset: 20 },
    { OR: [] },
  ])("%j is refused", (input) => {
    expect(ListCustomers.safeParse(input).success).toBe(false);
  });
});
