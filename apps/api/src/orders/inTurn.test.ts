import { expect, it } from "vitest";
import { inTurn } from "./inTurn.ts";

it("lets works over one store go in their order, and those over another beside them", async () => {
  const [store, other] = [{}, {}];
  const told: string[] = [];
  const work = (what: string, over: object, after: Promise<void> = Promise.resolve()) =>
    inTurn(over, async () => {
      told.push(`${what} begins`);
      await after;
      told.push(`${what} ends`);
      if (what === "first") throw new Error("no chairs");
      return what;
    });
  // The first one ends only once the work over another store has, which is asked for last.
  let elsewhereEnded = (): void => {};
  const untilElsewhere = new Promise<void>((resolve) => (elsewhereEnded = resolve));
  const outcomes = await Promise.allSettled([
    work("first", store, untilElsewhere),
    work("second", store),
    work("third", store),
    work("elsewhere", other).finally(elsewhereEnded),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled", "fulfilled"]);
  const here = told.filter((line) => !line.startsWith("elsewhere"));
  expect(here).toEqual(["first begins", "first ends", "second begins", "second ends", "third begins", "third ends"]);
});
