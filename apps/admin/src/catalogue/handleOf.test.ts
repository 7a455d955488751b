import { expect, test } from "vitest";
import { handleOf } from "./handleOf.ts";

test.each([
  ["Großer Kessel, 2 l", "grosser-kessel-2-l"],
  ["  Crème & Café  ", "creme-cafe"],
  ["Łyżka", "lyzka"],
  ["Œuvre", "oeuvre"],
  ["Ελληνικά", ""],
])("suggests an address for %s", (title, handle) => {
  expect(handleOf(title)).toBe(handle);
});
