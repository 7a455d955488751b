import type { Database } from "@clientele/db";
import { giveBackUses, takeUse } from "@clientele/db/pricing/uses";
import type { UpdateDiscount } from "@clientele/domain/pricing/discount";
import { givenShippingOption } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { anyOf, givenDiscount } from "@clientele/testing/pricing";
import { expect, test } from "vitest";
import { givenCustomer, refusalOf } from "../../test/accounts.ts";
import { givenCatalogue } from "../../test/givenCatalogue.ts";
import { eventsDuring } from "../../test/recorded.ts";

const tenOff = { name: "Ten off", code: "TENOFF", kind: "percentage", basisPoints: 1000 } as const;
const nothingElse: Omit<UpdateDiscount, "id" | "version" | "name" | "code" | "kind" | "basisPoints"> = {
  appliesTo: "cart",
  amount: null,
  currency: null,
  audience: { kind: "everyone" },
  regionIds: [],
  productsIn: [],
  productsNotIn: [],
  minimum: null,
  startsAt: null,
  endsAt: null,
  usageLimit: null,
  perCustomerLimit: null,
};
const use = (db: Database, discountId: string, customerId: string, orderId: string) =>
  db.transaction((tx) => takeUse(tx, { discountId, customerId, orderId, perCustomerLimit: 1 }));

eachDatabase((_, open) => {
  test("a code is trimmed and upper-cased, and free again once its discount is archived", async () => {
    const { manager } = await givenCatalogue(await open());
    const first = await manager.discounts.create({ ...tenOff, code: " tenOff " });
    expect(first).toMatchObject({ code: "TENOFF", status: "active", state: "live", uses: 0 });
    expect((await refusalOf(manager.discounts.create(tenOff))).fields).toHaveProperty("code");
    await manager.discounts.disable({ id: first.id, version: 1 });
    expect((await refusalOf(manager.discounts.create(tenOff))).code).toBe("discount.code_taken");
    await manager.discounts.archive({ id: first.id, version: 2 });
    expect((await manager.discounts.create(tenOff)).code).toBe("TENOFF");
    for (const change of [manager.discounts.enable, manager.discounts.disable, manager.discounts.archive]) {
      expect((await refusalOf(change({ id: first.id, version: 3 }))).code).toBe("discount.archived");
    }
  });

  test("of many who ask for one code at once, one gets it", async () => {
    const { manager } = await givenCatalogue(await open());
    const made = await Promise.allSettled(Array.from({ length: 6 }, () => manager.discounts.create(tenOff)));
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = made.flatMap((outcome) => (outcome.status === "rejected" ? [String(outcome.reason)] : []));
    expect(refused.every((reason) => reason.includes("discount.code_taken"))).toBe(true);
  });

  test("an update replaces the whole, and one that says the same changes and records nothing", async () => {
    const { manager, db, groupId, region, cup, kettle } = await givenCatalogue(await open());
    const { id } = await manager.discounts.create(tenOff);
    const whole = {
      ...tenOff,
      ...nothingElse,
      audience: anyOf(groupId),
      regionIds: [region.id],
      productsIn: [cup.id],
      productsNotIn: [kettle.id],
      minimum: { amount: 2_000, currency: "EUR" },
      endsAt: "2026-07-31",
    };
    const changed = await manager.discounts.update({ id, version: 1, ...whole });
    expect(changed).toMatchObject({
      version: 2,
      audience: { kind: "groups", anyOf: [{ id: groupId, name: "VIP" }] },
      regions: [{ id: region.id, name: "Germany" }],
      productsIn: [{ id: cup.id, name: "Cup" }],
      productsNotIn: [{ id: kettle.id, name: "Kettle" }],
      minimum: { amount: 2_000, currency: "EUR" },
      endsAt: new Date("2026-07-31T22:00:00Z"),
    });
    expect(await eventsDuring(db, () => manager.discounts.update({ id, version: 2, ...whole }))).toEqual([]);
    const plain = await manager.discounts.update({ id, version: 2, ...tenOff, ...nothingElse });
    expect(plain).toMatchObject({ audience: { kind: "everyone", anyOf: [] }, regions: [], productsIn: [] });
    expect((await refusalOf(manager.discounts.update({ id, version: 2, ...whole }))).params).toEqual({ version: 3 });
  });

  test.each([
    ["an end before the start", { startsAt: "2026-05-02", endsAt: "2026-05-01" }, "discount.ends_before_start"],
    ["an audience of nobody", { audience: { kind: "groups" as const } }, "audience.empty"],
    ["a percentage with an amount", { amount: 100, currency: "EUR" }, "input.invalid"],
    ["a fixed amount without a currency", { kind: "fixed" as const, basisPoints: null, amount: 100 }, "input.invalid"],
    ["less than one percent", { basisPoints: 99 }, "input.invalid"],
  ])("%s is refused", async (_what, wrong, code) => {
    const { manager } = await givenCatalogue(await open());
    expect((await refusalOf(manager.discounts.create({ ...tenOff, ...wrong }))).code).toBe(code);
  });

  test("what a discount names must exist, and no product is in and out", async () => {
    const { manager, newId, cup } = await givenCatalogue(await open());
    const codeOf = async (more: object) => (await refusalOf(manager.discounts.create({ ...tenOff, ...more }))).code;
    expect(await codeOf({ regionIds: [newId("region")] })).toBe("region.not_found");
    expect(await codeOf({ productsNotIn: [newId("product")] })).toBe("product.not_found");
    expect(await codeOf({ audience: anyOf(newId("group")) })).toBe("audience.group_unknown");
    expect(await codeOf({ productsIn: [cup.id], productsNotIn: [cup.id] })).toBe("input.invalid");
  });

  test("a discount that was used is archived and not removed, and its limit stays above its uses", async () => {
    const house = await givenCatalogue(await open());
    const { manager, db, newId, member } = house;
    const other = await givenCustomer(house);
    const id = await givenDiscount(db, newId, { code: "ONCE", usageLimit: 1, perCustomerLimit: 1 });
    expect(await use(db, id, member.id, newId("order"))).toBe(true);
    expect(await manager.discounts.get({ id })).toMatchObject({ uses: 1, state: "used_up", version: 1 });
    expect((await refusalOf(manager.discounts.remove({ id, version: 1 }))).code).toBe("discount.used");
    expect(await use(db, id, other.id, newId("order"))).toBe(false);
    const more = { ...tenOff, ...nothingElse, code: "ONCE", usageLimit: 3 };
    expect((await manager.discounts.update({ id, version: 1, ...more })).state).toBe("live");
    await db.transaction((tx) => giveBackUses(tx, newId("order"), [id]));
    expect(await manager.discounts.get({ id })).toMatchObject({ uses: 0 });
    expect((await refusalOf(manager.discounts.remove({ id, version: 2 }))).code).toBe("discount.used");
    const unused = await givenDiscount(db, newId);
    expect(await manager.discounts.remove({ id: unused, version: 1 })).toEqual({ done: true });
  });

  test("a limit that was set later did not hold for what had been used before", async () => {
    const house = await givenCatalogue(await open());
    const { manager, db, newId } = house;
    const people = [await givenCustomer(house), await givenCustomer(house), await givenCustomer(house)];
    const take = (at: number) => use(db, id, people[at]?.id ?? "", newId("order"));
    const id = await givenDiscount(db, newId, { code: "LATER", perCustomerLimit: 5 });
    expect([await take(0), await take(1)]).toEqual([true, true]);
    const limited = { id, version: 1, ...tenOff, ...nothingElse, code: "LATER" };
    const refused = await refusalOf(manager.discounts.update({ ...limited, usageLimit: 1 }));
    expect(refused.fields).toEqual({ usageLimit: { code: "field.too_small", params: { least: 2 } } });
    const updated = await manager.discounts.update({ ...limited, usageLimit: 2 });
    expect(updated).toMatchObject({ uses: 2, state: "used_up" });
    expect(await take(2)).toBe(false);
    const opened = await manager.discounts.update({ ...limited, version: 2, usageLimit: null });
    expect(opened).toMatchObject({ uses: 2, state: "live" });
    expect(await take(2)).toBe(true);
    expect(await manager.discounts.get({ id })).toMatchObject({ uses: 3 });
  });

  test("discounts are found by words of their name, the beginning of a code, and whom they are for", async () => {
    const { manager, db, newId, groupId } = await givenCatalogue(await open());
    await givenDiscount(db, newId, { name: "Welcome back", code: "SPRING_26", audience: anyOf(groupId) });
    await givenDiscount(db, newId, { name: "Every day", endsAt: new Date("2026-01-01T00:00:00Z") });
    const names = async (input: Parameters<typeof manager.discounts.list>[0]) =>
      (await manager.discounts.list({ sort: "name", ...input })).items.map(({ name, state }) => `${name}: ${state}`);
    expect(await names({})).toEqual(["Every day: ended", "Welcome back: live"]);
    expect(await names({ search: "spring_" })).toEqual(["Welcome back: live"]);
    expect(await names({ search: "springx" })).toEqual([]);
    expect(await names({ search: "da" })).toEqual(["Every day: ended"]);
    expect(await names({ automatic: true })).toEqual(["Every day: ended"]);
    expect(await names({ groupId })).toEqual(["Welcome back: live"]);
  });

  test("trying a discount tells what it takes, from whom, and why it takes nothing", async () => {
    const house = await givenCatalogue(await open());
    const { manager, db, newId, groupId, member, cupId, kettleId, region } = house;
    const lines = [
      { variantId: cupId, quantity: 3 },
      { variantId: kettleId, quantity: 1 },
    ];
    const euros = (amount: number) => ({ amount, currency: "EUR" });
    const automatic = await givenDiscount(db, newId, { minimum: euros(10_000) });
    expect(await manager.discounts.tryOut({ id: automatic, lines })).toMatchObject({
      state: "applied",
      missing: null,
      subtotal: euros(13_000),
      discount: euros(1_300),
      lines: [{ title: "Cup", discount: euros(300), total: euros(2_700) }, { discount: euros(1_000) }],
    });
    expect(await manager.discounts.tryOut({ id: automatic, lines: lines.slice(0, 1) })).toMatchObject({
      state: "below_minimum",
      missing: euros(7_000),
      discount: euros(0),
    });
    const ofGroup = await givenDiscount(db, newId, { code: "VIP", audience: anyOf(groupId) });
    const outsider = await givenCustomer(house);
    expect((await manager.discounts.tryOut({ id: ofGroup, lines })).state).toBe("sign_in_needed");
    expect((await manager.discounts.tryOut({ id: ofGroup, lines, customerId: outsider.id })).state).toBe(
      "other_audience",
    );
    expect((await manager.discounts.tryOut({ id: ofGroup, lines, customerId: member.id })).state).toBe("applied");
    const disabled = await givenDiscount(db, newId, { status: "disabled" });
    expect((await manager.discounts.tryOut({ id: disabled, lines })).state).toBe("disabled");
    await givenShippingOption(db, newId, region);
    const free = await givenDiscount(db, newId, { kind: "free_shipping" });
    expect(await manager.discounts.tryOut({ id: free, lines })).toMatchObject({
      state: "applied",
      discount: euros(490),
    });
    expect(
      await refusalOf(manager.discounts.tryOut({ id: free, lines: [{ variantId: newId("variant"), quantity: 1 }] })),
    ).toMatchObject({ code: "variant.not_found" });
  });
});
