import { minutes } from "@clientele/domain/time";
import { givenProducts } from "@clientele/testing/catalogue";
import { clockAt } from "@clientele/testing/clock";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import { givenPriceList } from "@clientele/testing/pricing";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import type { Database } from "../database.ts";
import { insertGroup } from "../groups/groups.ts";
import { buildGroup } from "@clientele/testing/groups";
import { priceCandidates } from "./candidates.ts";

const clock = clockAt();
const newId = testIds(clock.now);
const now = clock.now();
const after = (count: number): Date => new Date(now.getTime() + minutes(count));

const givenVariants = async (db: Database, count: number): Promise<string[]> => {
  const products = await givenProducts(
    db,
    newId,
    Array.from({ length: count }, () => ({})),
  );
  return products.flatMap(({ variants }) => variants.map(({ id }) => id));
};

eachDatabase((_, open) => {
  test("only lists that hold now in the currency are candidates, each with what it says of the variant", async () => {
    const db = await open();
    const [variant = "", other = ""] = await givenVariants(db, 2);
    const given = (name: string, more: Parameters<typeof givenPriceList>[2]) =>
      givenPriceList(db, newId, { name, entries: { [variant]: 900 }, ...more });
    const steps = [
      { min: 1, max: 9, amount: 900 },
      { min: 10, max: null, amount: 800 },
    ];
    await given("live", { startsAt: now, endsAt: after(1), entries: { [variant]: steps } });
    await given("everything", { adjustment: -1000, entries: { [other]: "excluded" } });
    await given("coming", { startsAt: after(1) });
    await given("over", { endsAt: now });
    await given("draft", { status: "draft" });
    await given("archived", { status: "archived" });
    await given("dollars", { currency: "USD", adjustment: -1000 });
    const question = { variantIds: [variant, other], currency: "EUR", now };
    const told = (found: Awaited<ReturnType<typeof priceCandidates>>, id: string) =>
      found.get(id)?.map(({ list, excluded, amounts }) => [list.name, excluded, amounts.length]);
    const live = await priceCandidates(db, question);
    expect(told(live, variant)).toEqual([
      ["live", false, 2],
      ["everything", false, 0],
    ]);
    expect(live.get(variant)?.[0]?.amounts).toEqual(steps);
    expect(told(live, other)).toEqual([["everything", true, 0]]);
    const all = await priceCandidates(db, { ...question, all: true });
    expect(told(all, variant)?.map(([name]) => name)).toEqual([
      "live",
      "everything",
      "coming",
      "over",
      "draft",
      "archived",
      "dollars",
    ]);
    expect(told(all, other)).toEqual([["everything", true, 0]]);
  });

  test("the same two statements for 1 and 100 variants, in a transaction too", async () => {
    const db = await open();
    const variantIds = await givenVariants(db, 100);
    for (let count = 0; count < 5; count += 1) await givenPriceList(db, newId, { adjustment: -1000 });
    const recorded = recordStatements();
    const ask = (ids: string[]) =>
      recorded.during(() => priceCandidates(db, { variantIds: ids, currency: "EUR", now }));
    expect(await ask(variantIds.slice(0, 1))).toHaveLength(2);
    expect(await ask(variantIds)).toHaveLength(2);
    const inside = await recorded.during(() =>
      db.transaction((tx) => priceCandidates(tx, { variantIds, currency: "EUR", now })),
    );
    expect(inside).toHaveLength(2);
    expect(await priceCandidates(db, { variantIds: [], currency: "EUR", now })).toEqual(new Map());
  });

  test("a list of a group that is gone is nobody's, whichever part named it", async () => {
    const db = await open();
    const [variant = ""] = await givenVariants(db, 1);
    const group = buildGroup(newId);
    await db.transaction((tx) => insertGroup(tx, group));
    const audience = { kind: "groups" as const, anyOf: [], allOf: [], noneOf: [group.id] };
    await givenPriceList(db, newId, { audience, entries: { [variant]: 1 } });
    await db.transaction((tx) => tx.delete(tx.tables.customerGroups));
    const [candidate] = (await priceCandidates(db, { variantIds: [variant], currency: "EUR", now })).get(variant) ?? [];
    expect(candidate?.list.audience).toEqual({ kind: "groups", anyOf: [], allOf: ["gone"], noneOf: [] });
  });
});
