import type { Audience } from "@clientele/domain/pricing/audience";
import { hours, later } from "@clientele/domain/time";
import { givenProducts } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { anyOf, givenPriceList } from "@clientele/testing/pricing";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import { givenCustomer } from "../../test/accounts.ts";
import { givenCatalogue } from "../../test/givenCatalogue.ts";

eachDatabase((_, open) => {
  test("before a list is activated, staff see which prices it changes, and for how many", async () => {
    const house = await givenCatalogue(await open());
    const { manager, db, newId, groupId, kettleId, cupId } = house;
    const guest = await givenCustomer(house, { status: "guest" });
    await manager.groups.addMembers({ groupId, customerIds: [guest.id] });
    // What is on sale for everybody below it anyway does not change.
    await givenPriceList(db, newId, { type: "sale", entries: { [cupId]: 700 } });
    const id = await givenPriceList(db, newId, {
      status: "draft",
      type: "sale",
      adjustment: -2000,
      audience: anyOf(groupId),
    });
    expect(await manager.priceLists.previewActivation({ id })).toEqual({
      variants: 1,
      customers: { count: 1, capped: false },
      everyone: false,
      first: [{ variantId: kettleId, sku: "KET-1L", title: "Kettle", before: 10_000, after: 8_000 }],
    });
  });

  test("a list for nobody in a group, or for everyone, reaches visitors too", async () => {
    const { manager, db, newId, groupId, cupId } = await givenCatalogue(await open());
    const draft = { status: "draft", entries: { [cupId]: [{ min: 5, max: null, amount: 800 }] } } as const;
    const noneOf = { kind: "groups" as const, anyOf: [], allOf: [], noneOf: [groupId] };
    const preview = async (given: { audience?: Audience }) =>
      manager.priceLists.previewActivation({ id: await givenPriceList(db, newId, { ...draft, ...given }) });
    expect(await preview({})).toMatchObject({ variants: 1, everyone: true, customers: { count: 1 } });
    expect(await preview({ audience: noneOf })).toMatchObject({ variants: 1, everyone: true, customers: { count: 0 } });
    expect(await preview({ audience: anyOf(groupId) })).toMatchObject({ everyone: false, customers: { count: 1 } });
  });

  test("lists that could meet for one customer are told with the winner and why", async () => {
    const { manager, db, newId, groupId, cupId, kettleId, clock } = await givenCatalogue(await open());
    const { id: other } = await manager.groups.create({ name: "Press" });
    const given = (name: string, more: Parameters<typeof givenPriceList>[2]) =>
      givenPriceList(db, newId, { name, type: "sale", ...more });
    const vip = await given("VIP", { audience: anyOf(groupId), adjustment: -1000 });
    const press = await given("Press", { audience: anyOf(other), entries: { [cupId]: 850 } });
    await given("Without VIP", {
      audience: { kind: "groups", anyOf: [], allOf: [], noneOf: [groupId, other] },
      adjustment: -500,
    });
    await given("Over", { endsAt: clock.now(), adjustment: -500 });
    const found = await manager.priceLists.conflicts({});
    expect(found).toMatchObject({ currency: "EUR", more: false });
    expect(found.conflicts).toMatchObject([
      {
        one: { id: vip, name: "VIP" },
        other: { id: press, name: "Press" },
        currency: "EUR",
        variants: 1,
        first: [{ sku: "CUP", quantity: 1, oneAmount: 900, otherAmount: 850, winnerId: press, why: "lower" }],
      },
    ]);
    // A draft is judged as it will be once it is active.
    const draft = await given("Draft", {
      status: "draft",
      startsAt: later(clock.now(), hours(1)),
      entries: { [kettleId]: 9_000 },
    });
    const ofDraft = await manager.priceLists.conflicts({ priceListId: draft });
    expect(ofDraft.conflicts.map(({ one, other: second }) => [one.name, second.name].toSorted())).toEqual([
      ["Draft", "VIP"],
      ["Draft", "Without VIP"],
    ]);
    expect(ofDraft.conflicts[0]?.first[0]).toMatchObject({ oneAmount: 9_000, otherAmount: 9_000, why: "same_time" });
    expect((await manager.priceLists.conflicts({ priceListId: press })).conflicts).toHaveLength(1);
  });

  test("conflicts and previews take as many statements for two lists and variants as for many", async () => {
    const { manager, db, newId } = await givenCatalogue(await open());
    const lists = (count: number) =>
      Promise.all(Array.from({ length: count }, () => givenPriceList(db, newId, { adjustment: -500 })));
    const [id = ""] = await lists(2);
    const recorded = recordStatements();
    const read = () =>
      recorded.during(async () => {
        await manager.priceLists.conflicts({});
        await manager.priceLists.previewActivation({ id });
      });
    await read();
    const few = await read();
    await lists(10);
    await givenProducts(
      db,
      newId,
      Array.from({ length: 300 }, () => ({})),
    );
    expect(await read()).toHaveLength(few.length);
    expect((await manager.priceLists.conflicts({})).more).toBe(true);
  });
});
