import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { inTurn } from "./inTurn.ts";

it("lets works over one store go in their order, and those over another beside them", async () => {
  const [store, other] = [{}, {}];
  const told: string[] = [];
  const work = (what: string, over: object, lasts: number) =>
    inTurn(over, async () => {
      told.push(`${what} begins`);
      await setTimeout(lasts);
      told.push(`${what} ends`);
      if (what === "first") throw new Error("no chairs");
      return what;
    });
  const outcomes = await Promise.allSettled([
    work("first", store, 30),
    work("second", store, 10),
    work("third", store, 0),
    work("elsewhere", other, 0),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled", "fulfilled"]);
  const here = told.filter((line) => !line.startsWith("elsewhere"));
  expect(here).toEqual(["first begins", "first ends", "second begins", "second ends", "third begins", "third ends"]);
  expect(told.indexOf("elsewhere ends")).toBeLessThan(told.indexOf("first ends"));
});
