import { later, minutes } from "@clientele/domain/time";
import { givenProducts } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { anyOf, givenPriceList } from "@clientele/testing/pricing";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import { givenCustomer } from "../../test/accounts.ts";
import { givenCatalogue } from "../../test/givenCatalogue.ts";

type House = Awaited<ReturnType<typeof givenCatalogue>>;

/** What the cup costs the customer, and how each list fared. */
const cupFor = async (house: House, customerId: string, more: { quantity?: number; at?: string } = {}) => {
  const preview = await house.manager.customers.previewPrices({ customerId, variantIds: [house.cupId], ...more });
  const [item] = preview.items;
  return {
    price: item?.price?.amount,
    publicBecause: preview.publicBecause,
    trace: Object.fromEntries(item?.trace.map(({ listName, outcome }) => [listName, outcome]) ?? []),
  };
};

eachDatabase((_, open) => {
  test("staff see every list's fate, also of those that do not count", async () => {
    const house = await givenCatalogue(await open());
    const { db, newId, groupId, cupId, member, clock } = house;
    const { id: press } = await house.manager.groups.create({ name: "Press" });
    const given = (name: string, more: Parameters<typeof givenPriceList>[2]) =>
      givenPriceList(db, newId, { name, type: "sale", entries: { [cupId]: 800 }, ...more });
    await given("Wins", { audience: anyOf(groupId), entries: { [cupId]: 700 } });
    await given("Higher", {});
    await given("Press only", { audience: anyOf(press), entries: { [cupId]: 100 } });
    await given("Draft", { status: "draft" });
    await given("Coming", { startsAt: later(clock.now(), 1) });
    await given("Over", { endsAt: clock.now() });
    await given("Dollars", { currency: "USD" });
    await given("Many", { entries: { [cupId]: [{ min: 10, max: null, amount: 500 }] } });
    await given("Without it", { adjustment: -5000, entries: { [cupId]: "excluded" } });
    await given("Archived lately", { status: "archived", updatedAt: clock.now() });
    await given("Archived long ago", { status: "archived", updatedAt: new Date("2020-01-01T00:00:00Z") });
    expect(await cupFor(house, member.id)).toEqual({
      price: 700,
      publicBecause: null,
      trace: {
        Wins: "won",
        Higher: "higher",
        "Press only": "other_audience",
        Draft: "draft",
        Coming: "not_started",
        Over: "ended",
        Dollars: "other_currency",
        Many: "quantity",
        "Without it": "excluded",
        "Archived lately": "archived",
      },
    });
    expect((await cupFor(house, member.id, { quantity: 10 })).price).toBe(500);
  });

  test("a membership that ended and a list that began change the price with the clock alone", async () => {
    const house = await givenCatalogue(await open());
    const { db, newId, cupId, manager, clock } = house;
    const { id: groupId } = await manager.groups.create({ name: "For a minute" });
    const person = await givenCustomer(house);
    const start = clock.now();
    const at = (after: number) => later(start, after).toISOString();
    await manager.groups.addMembers({ groupId, customerIds: [person.id], until: at(minutes(1)) });
    const audience = anyOf(groupId);
    await givenPriceList(db, newId, { audience, entries: { [cupId]: 900 } });
    await givenPriceList(db, newId, { type: "sale", startsAt: later(start, minutes(2)), entries: { [cupId]: 950 } });
    const price = async (moment?: string) =>
      (await cupFor(house, person.id, moment === undefined ? {} : { at: moment })).price;
    expect(await price()).toBe(900);
    expect(await price(at(minutes(1) - 1))).toBe(900);
    expect(await price(at(minutes(1)))).toBe(1_000);
    expect(await price(at(minutes(2)))).toBe(950);
    clock.forward(minutes(1));
    expect(await price()).toBe(1_000);
    expect(await price(at(0))).toBe(900);
    clock.forward(minutes(1));
    expect(await price()).toBe(950);
  });

  test("leaving a group changes the next answer, and before that moment it was as it was", async () => {
    const house = await givenCatalogue(await open());
    const { db, newId, cupId, manager, member, groupId, clock } = house;
    await givenPriceList(db, newId, { audience: anyOf(groupId), entries: { [cupId]: 900 } });
    const before = clock.now().toISOString();
    expect((await cupFor(house, member.id)).price).toBe(900);
    clock.forward(minutes(1));
    await manager.groups.removeMembers({ groupId, customerIds: [member.id] });
    expect((await cupFor(house, member.id)).price).toBe(1_000);
    expect((await cupFor(house, member.id, { at: before })).price).toBe(900);
  });

  test.each(["guest", "invited", "disabled", "erased"] as const)(
    "whoever is %s has public prices whatever the groups, and staff are told why (AUZ-11)",
    async (status) => {
      const house = await givenCatalogue(await open());
      const { db, newId, cupId, groupId, manager } = house;
      const person = await givenCustomer(house, { status: status === "erased" ? "guest" : status });
      await manager.groups.addMembers({ groupId, customerIds: [person.id] });
      if (status === "erased") {
        await db.transaction((tx) => tx.update(tx.tables.customers).set({ status, email: null }));
      }
      await givenPriceList(db, newId, { name: "VIP", audience: anyOf(groupId), entries: { [cupId]: 900 } });
      expect(await cupFor(house, person.id)).toEqual({
        price: 1_000,
        publicBecause: status,
        trace: { VIP: "other_audience" },
      });
    },
  );

  test("prices are those of the region that is asked for, and what is not sold there has none", async () => {
    const house = await givenCatalogue(await open());
    const preview = await house.manager.customers.previewPrices({ customerId: house.member.id, search: "cup" });
    expect(preview).toMatchObject({
      region: { id: house.region.id, currency: "EUR" },
      groups: [{ id: house.groupId, name: "VIP" }],
      items: [{ sku: "CUP", price: { amount: 1_000, currency: "EUR" }, list: null, trace: [] }],
    });
  });

  test("a hundred variants take as many statements as one", async () => {
    const house = await givenCatalogue(await open());
    await givenProducts(
      house.db,
      house.newId,
      Array.from({ length: 100 }, () => ({})),
    );
    for (let count = 0; count < 5; count += 1)
      await givenPriceList(house.db, house.newId, { adjustment: -100 * count });
    const recorded = recordStatements();
    const read = (limit: number) =>
      recorded.during(() => house.manager.customers.previewPrices({ customerId: house.member.id, limit }));
    await read(1);
    const one = await read(1);
    expect(await read(100)).toHaveLength(one.length);
  });
});
