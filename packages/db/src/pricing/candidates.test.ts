import { minutes } from "@clientele/domain/time";
import { clockAt } from "@clientele/testing/clock";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import { givenPriceList } from "@clientele/testing/pricing";
import { expect, test } from "vitest";
import { priceCandidates } from "./candidates.ts";

const clock = clockAt();
const newId = testIds(clock.now);
const now = clock.now();

eachDatabase((_, open) => {
  test("smoke", async () => {
    const db = await open();
    const a = await givenPriceList(db, newId, {
      adjustment: -1000,
      startsAt: now,
      endsAt: new Date(now.getTime() + minutes(1)),
    });
    const found = await priceCandidates(db, { variantIds: [newId("variant")], currency: "EUR", now });
    expect([...found.values()].flat().map(({ list }) => list.id)).toEqual([a]);
    const all = await priceCandidates(db, { variantIds: [newId("variant")], currency: "EUR", now, all: true });
    expect([...all.values()].flat().map(({ list }) => list.id)).toEqual([a]);
  });
});
