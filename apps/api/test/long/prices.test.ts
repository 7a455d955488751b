import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { z } from "zod";
import { randomFrom } from "../../src/demo/random.ts";
import { cookieNames } from "../../src/http/sessionCookies.ts";
import { roomyLimits } from "../accounts.ts";
import { newSession } from "../callAs.ts";
import { type Harness, harness } from "../caller.ts";
import { type OpenedDoor, openDoors } from "../openDoors.ts";
import { givenPricedStore } from "../pricedStore.ts";
import { type Call, type Doors, expectSamePrices } from "../samePrice.ts";

const Answer = z.object({ result: z.object({ data: z.unknown() }) });

/** A browser at a door: it sends the cookies it was given, and keeps the ones it is given. */
const browserAt = (door: OpenedDoor, given: Record<string, string>): Call => {
  const cookies = new Map(Object.entries(given));
  return async (path, input) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await door.post(path, input, cookie === "" ? {} : { cookie });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${text}`);
    return Answer.parse(JSON.parse(text)).result.data;
  };
};

const doorsOf = async (h: Harness): Promise<Doors> => {
  const { shop, admin } = await openDoors(h.db, { services: h.services });
  return {
    shopper: async (customerId) =>
      browserAt(shop, customerId === null ? {} : { [cookieNames.shop]: await newSession(h, "shop", customerId) }),
    staff: async () =>
      browserAt(admin, { [cookieNames.staff]: await newSession(h, "staff", await h.staffId("manager")) }),
  };
};

eachDatabase((_name, open) => {
  it("The same price over HTTP for 1,000 random cases, drawn anew in each run", { timeout: 600_000 }, async () => {
    const seed = Math.floor(Math.random() * 2 ** 32);
    process.stdout.write(`prices of the seed ${seed}\n`);
    const h = await harness(await open(), { limits: roomyLimits });
    const random = randomFrom(seed);
    const store = await givenPricedStore(h, random);
    const outcomes = await expectSamePrices(h, store, await doorsOf(h), { random, cases: 1_000 });
    expect(outcomes.get("won")).toBeGreaterThan(200);
  });
});
