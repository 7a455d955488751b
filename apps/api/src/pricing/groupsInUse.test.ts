import { eachDatabase } from "@clientele/testing/eachDatabase";
import { anyOf, givenDiscount, givenPriceList } from "@clientele/testing/pricing";
import { expect, test } from "vitest";
import { refusalOf } from "../../test/accounts.ts";
import { givenCatalogue } from "../../test/givenCatalogue.ts";

eachDatabase((_, open) => {
  test("a group that lists and discounts name is not deleted, and staff are told by which", async () => {
    const { manager, db, newId, groupId, clock } = await givenCatalogue(await open());
    const audience = { kind: "groups" as const, anyOf: [], allOf: [], noneOf: [groupId] };
    const priceListId = await givenPriceList(db, newId, { name: "For others", audience, endsAt: clock.now() });
    const discountId = await givenDiscount(db, newId, {
      name: "Members",
      audience: anyOf(groupId),
      status: "disabled",
    });
    expect(await manager.groups.usage({ id: groupId })).toEqual({
      priceLists: [{ id: priceListId, name: "For others" }],
      discounts: [{ id: discountId, name: "Members" }],
    });
    expect((await manager.groups.list({})).items).toMatchObject([{ id: groupId, priceLists: 1, discounts: 1 }]);
    expect(await refusalOf(manager.groups.remove({ id: groupId, version: 1 }))).toMatchObject({
      code: "group.in_use",
      params: { priceLists: 1, discounts: 1 },
    });
  });

  test("archived lists and ended discounts that were used keep the group's name and mean nobody", async () => {
    const { manager, db, newId, groupId, clock } = await givenCatalogue(await open());
    const noneOf = { kind: "groups" as const, anyOf: [], allOf: [], noneOf: [groupId] };
    const list = await givenPriceList(db, newId, { status: "archived", audience: noneOf, adjustment: -1000 });
    const over = { audience: noneOf, endsAt: clock.now(), used: true };
    const ended = await givenDiscount(db, newId, over);
    const archived = await givenDiscount(db, newId, { ...over, endsAt: null, status: "archived" });
    expect(await manager.groups.usage({ id: groupId })).toEqual({ priceLists: [], discounts: [] });
    expect((await manager.groups.list({})).items).toMatchObject([{ id: groupId, priceLists: 0, discounts: 0 }]);
    await manager.groups.remove({ id: groupId, version: 1 });
    const kept = { kind: "groups", noneOf: [{ id: null, name: "VIP" }] };
    expect((await manager.priceLists.get({ id: list })).audience).toMatchObject(kept);
    expect((await manager.discounts.get({ id: archived })).audience).toMatchObject(kept);
    const { audience } = await manager.discounts.get({ id: ended });
    expect(audience).toMatchObject(kept);
  });

  test("one that was never used counts although it is over", async () => {
    const { manager, db, newId, groupId, clock } = await givenCatalogue(await open());
    await givenDiscount(db, newId, { audience: anyOf(groupId), endsAt: clock.now() });
    // Naming it twice is naming it once.
    const audience = { kind: "groups" as const, anyOf: [groupId], allOf: [], noneOf: [] };
    await givenPriceList(db, newId, { audience: { ...audience, allOf: [groupId] } });
    expect((await manager.groups.usage({ id: groupId })).discounts).toHaveLength(1);
    expect((await manager.groups.list({})).items).toMatchObject([{ priceLists: 1, discounts: 1 }]);
  });

  test("of deleting a group and naming it in an audience at the same time, one happens", async () => {
    const { manager, db, newId } = await givenCatalogue(await open());
    for (let round = 0; round < 6; round += 1) {
      const { id: groupId } = await manager.groups.create({ name: `Group ${round}` });
      const audience = anyOf(groupId);
      const priceListId = await givenPriceList(db, newId, { adjustment: -1000 });
      const name = { name: `Discount ${round}`, kind: "percentage" as const, basisPoints: 1000 };
      const outcomes = await Promise.allSettled([
        manager.groups.remove({ id: groupId, version: 1 }),
        manager.priceLists.update({ id: priceListId, version: 1, audience }),
        manager.discounts.create({ ...name, audience }),
      ]);
      const [removed, ...named] = outcomes.map(({ status }) => status === "fulfilled");
      expect(named, `round ${round}`).toEqual(removed === true ? [false, false] : [true, true]);
      const told = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [String(outcome.reason)] : []));
      for (const reason of told) expect(reason).toMatch(/group\.in_use|audience\.group_unknown/);
      const rows = await db.select().from(db.tables.priceListGroups);
      expect(rows.filter((row) => row.groupId === null)).toEqual([]);
    }
  });
});
