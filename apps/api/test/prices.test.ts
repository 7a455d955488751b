import { traceOutcomes } from "@clientele/domain/pricing/previewPrices";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { randomFrom } from "../src/demo/random.ts";
import { runningProcedures } from "../src/procedures.ts";
import { roomyLimits } from "./accounts.ts";
import { type Caller, callAs, newSession } from "./callAs.ts";
import { harness, type Harness } from "./caller.ts";
import { givenPricedStore } from "./pricedStore.ts";
import { type Call, type Doors, expectSamePrices } from "./samePrice.ts";

const procedures = new Map(runningProcedures().map((procedure) => [procedure.name, procedure]));

/** Both doors without HTTP. */
const doorsOf = (h: Harness): Doors => {
  const callIn =
    (door: "shop" | "admin", browser: Caller): Call =>
    async (path, input) => {
      const procedure = procedures.get(`${door}.${path}`);
      if (procedure === undefined) throw new Error(`${door}.${path} does not run`);
      const { data, problem } = await callAs(h, browser, procedure, input);
      if (problem !== null) throw new Error(`${door}.${path}: ${JSON.stringify(problem)}`);
      return data;
    };
  return {
    shopper: async (customerId) =>
      callIn("shop", { token: customerId === null ? null : await newSession(h, "shop", customerId) }),
    staff: async () => callIn("admin", { token: await newSession(h, "staff", await h.staffId("manager")) }),
  };
};

eachDatabase((_name, open) => {
  it(
    "The same price from listing, product, cart, checkout, order and staff preview for 200 random cases",
    { timeout: 120_000 },
    async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const random = randomFrom(20_260_704);
      const store = await givenPricedStore(h, random);
      const outcomes = await expectSamePrices(h, store, doorsOf(h), { random, cases: 200 });
      // A list that says nothing of a variant is no candidate for it, so that fate is the domain's alone.
      expect(traceOutcomes.filter((outcome) => !outcomes.has(outcome))).toEqual(["no_amount"]);
    },
  );
});
