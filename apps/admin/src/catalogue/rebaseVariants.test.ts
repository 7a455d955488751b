import { expect, it } from "vitest";
import { rebaseVariants } from "./rebaseVariants.ts";

const variant = (key: string, changes: object = {}) => ({
  key,
  title: "",
  sku: key.toUpperCase(),
  stock: "5",
  prices: { EUR: "9.00", USD: "" },
  ...changes,
});
const product = (...variants: ReturnType<typeof variant>[]) => ({
  title: "Kettle",
  handle: "kettle",
  description: "",
  category: "",
  status: "draft" as const,
  variants,
});
const rebased = (...[base, mine, theirs]: [object[], object[], object[]]) =>
  rebaseVariants(
    product(...(base as ReturnType<typeof variant>[])),
    product(...(mine as ReturnType<typeof variant>[])),
    product(...(theirs as ReturnType<typeof variant>[])),
  ).variants;

it("keeps what was sold and priced meanwhile wherever nobody typed over it", () => {
  const sold = { stock: "4", prices: { EUR: "8.00", USD: "" } };
  expect(rebased([variant("a")], [variant("a", { title: "Large" })], [variant("a", sold)])).toEqual([
    variant("a", { ...sold, title: "Large" }),
  ]);
  const mine = variant("a", { stock: "10", prices: { EUR: "9.00", USD: "11.00" } });
  expect(rebased([variant("a")], [mine], [variant("a", sold)])).toEqual([
    variant("a", { stock: "10", prices: { EUR: "8.00", USD: "11.00" } }),
  ]);
});

it("keeps my order and my removals, takes what others added, and drops what they removed", () => {
  const base = [variant("a"), variant("b"), variant("c"), variant("d")];
  const mine = [variant("c"), variant("b", { title: "Blue" }), variant("a")];
  const theirs = [variant("c"), variant("d"), variant("e")];
  expect(rebased(base, mine, theirs)).toEqual([variant("c"), variant("b", { title: "Blue" }), variant("e")]);
});

it("knows a new row of mine again that was saved before a later step was refused", () => {
  const typed = variant("typed", { sku: "NEW ", prices: { EUR: "3.00", USD: "" } });
  const saved = variant("var_new", { sku: "NEW", prices: { EUR: "", USD: "" } });
  expect(rebased([variant("a")], [variant("a"), typed], [variant("a"), saved])).toEqual([
    variant("a"),
    { ...typed, key: "var_new" },
  ]);
});
