import { expect, test } from "vitest";
import { safeNext } from "./safeNext.ts";

test("leads on to pages of this app only", () => {
  expect(safeNext("/customers?search=anna#notes")).toBe("/customers?search=anna#notes");
  expect(safeNext("/groups/grp_1/add")).toBe("/groups/grp_1/add");
  for (const away of [
    undefined,
    "",
    "customers",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "%2f%2fevil.example",
    "/%2f/evil.example",
    "/%2fevil.example",
    "/%5cevil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/..//evil.example",
    "/%",
  ]) {
    expect(safeNext(away), String(away)).toBe("/");
  }
});
