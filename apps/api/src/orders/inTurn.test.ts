import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { inTurn } from "./inTurn.ts";

it("lets works of a common key go in their order, and others beside them", async () => {
  const store = {};
  const told: string[] = [];
  const work = (what: string, keys: string[], lasts: number) =>
    inTurn(store, keys, async () => {
      told.push(`${what} begins`);
      await setTimeout(lasts);
      told.push(`${what} ends`);
      if (what === "chairs") throw new Error("no chairs");
      return what;
    });
  const outcomes = await Promise.allSettled([
    work("chairs", ["chair"], 30),
    work("both", ["chair", "mug"], 10),
    work("mugs", ["mug"], 0),
    work("lamps", ["lamp"], 0),
    work("nothing", [], 0),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", ...Array.from({ length: 4 }, () => "fulfilled")]);
  const only = told.filter((line) => !/lamps|nothing/.test(line));
  expect(only).toEqual(["chairs begins", "chairs ends", "both begins", "both ends", "mugs begins", "mugs ends"]);
  expect(told.indexOf("lamps begins")).toBeLessThan(told.indexOf("chairs ends"));
});
