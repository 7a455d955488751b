import { givenRegion } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { givenDiscount } from "@clientele/testing/pricing";
import { recordStatements } from "@clientele/testing/statements";
import { expect, it } from "vitest";
import { harness } from "../../test/caller.ts";
import { givenCustomer } from "../../test/people.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";
import { ensureRegion } from "./firstRegion.ts";
import { regionOf } from "./regionOf.ts";

const germany = { name: "Germany", currency: "EUR", taxRate: 1900, pricesIncludeTax: true, countries: ["DE"] };

eachDatabase((_, open) => {
  const start = async () => {
    const db = await open();
    const house = await harness(db);
    return { ...house, manager: house.asStaff("manager"), viewer: house.asStaff("viewer") };
  };

  it("is created once for a key, changed, and deleted, with one event each", async () => {
    const { db, services, manager } = await start();
    const input = { ...germany, countries: ["de", "AT", "DE"], idempotencyKey: "a-key-of-a-form" };
    const created = await eventsDuring(db, async () => {
      const region = await manager.regions.create(input);
      expect(region).toMatchObject({ ...germany, countries: ["AT", "DE"], version: 1 });
      expect(await manager.regions.create(input)).toEqual(region);
    });
    expect(created).toMatchObject([{ type: "region.created", data: { name: "Germany" } }]);
    const [region] = await manager.regions.list();
    const id = region?.id ?? "";

    const changed = await eventsDuring(db, () =>
      manager.regions.update({ id, version: 1, taxRate: 2000, countries: ["DE"] }),
    );
    expect(changed).toMatchObject([{ type: "region.updated", data: { fields: ["taxRate", "countries"] } }]);
    const before = await stored(db);
    await manager.regions.update({ id, version: 2, taxRate: 2000, countries: ["DE"], name: "Germany" });
    expect(await stored(db)).toBe(before);
    await expect(manager.regions.update({ id, version: 1, taxRate: 0 })).rejects.toMatchObject({
      cause: { problem: { code: "region.changed_meanwhile", params: { version: 2 } } },
    });

    await expect(manager.regions.remove({ id, version: 2 })).rejects.toThrow("region.last");
    const austria = await manager.regions.create({ ...germany, name: "Austria", countries: ["AT"] });
    await givenDiscount(db, services.newId, { regionIds: [austria.id] });
    await expect(manager.regions.remove({ id: austria.id, version: 1 })).rejects.toMatchObject({
      cause: { problem: { code: "region.in_use", params: { discounts: 1 } } },
    });
    const removed = await eventsDuring(db, () => manager.regions.remove({ id, version: 2 }));
    expect(removed).toMatchObject([{ type: "region.removed", data: { name: "Germany", regionId: id } }]);
    await expect(manager.regions.get({ id })).rejects.toThrow("region.not_found");
  });

  it("keeps names, countries and the way of showing tax apart from other regions'", async () => {
    const { db, manager } = await start();
    await manager.regions.create(germany);
    const before = await stored(db);
    await expect(manager.regions.create({ ...germany, name: "GERMANY", countries: [] })).rejects.toThrow(
      "region.name_taken",
    );
    await expect(manager.regions.create({ ...germany, name: "Both", countries: ["AT", "DE"] })).rejects.toMatchObject({
      cause: {
        problem: {
          code: "region.country_taken",
          params: { country: "DE", region: "Germany" },
          fields: { countries: {} },
        },
      },
    });
    const exclusive = { ...germany, name: "Austria", countries: ["AT"], pricesIncludeTax: false };
    await expect(manager.regions.create(exclusive)).rejects.toMatchObject({
      cause: { problem: { code: "region.tax_differs", params: { currency: "EUR" }, fields: { pricesIncludeTax: {} } } },
    });
    await expect(manager.regions.create({ ...germany, currency: "EURO" })).rejects.toThrow("input.invalid");
    await expect(manager.regions.create({ ...germany, taxRate: 10_001 })).rejects.toThrow("input.invalid");
    await expect(manager.regions.create({ ...germany, countries: ["XX"] })).rejects.toThrow("input.invalid");
    expect(await stored(db)).toBe(before);
    await manager.regions.create({ ...exclusive, currency: "CHF" });
  });

  it("gives a country to one of two that ask for it at the same time", async () => {
    const { manager } = await start();
    const asked = ["One", "Two", "Three"].map((name) => manager.regions.create({ ...germany, name }));
    const answers = await Promise.allSettled(asked);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ message: "region.country_taken" });
    }
    expect(await manager.regions.list()).toHaveLength(1);
  });

  it("is read by every role and changed by those who may", async () => {
    const { db, manager, viewer, services, as, asVisitor } = await start();
    const region = await manager.regions.create(germany);
    expect(await viewer.regions.get({ id: region.id })).toEqual(region);
    const before = await stored(db);
    for (const call of [
      () => viewer.regions.create({ ...germany, name: "Other", countries: [] }),
      () => viewer.regions.update({ id: region.id, version: 1, taxRate: 1 }),
      () => viewer.regions.remove({ id: region.id, version: 1 }),
    ]) {
      await expect(call()).rejects.toThrow("request.not_allowed");
    }
    await expect(asVisitor().regions.list()).rejects.toThrow("account.not_signed_in");
    expect(await stored(db)).toBe(before);
    const customer = await givenCustomer(services);
    const info = await as(customer.id).store.get();
    expect(info.regions).toEqual([
      { id: region.id, name: "Germany", currency: "EUR", pricesIncludeTax: true, countries: ["DE"] },
    ]);
  });

  it("has ways of shipping in its currency, with one event for each change", async () => {
    const { db, manager, viewer } = await start();
    const { id: regionId } = await manager.regions.create({ ...germany, currency: "CHF" });
    const made: { id: string }[] = [];
    const created = await eventsDuring(db, async () => {
      made.push(await manager.shippingOptions.create({ regionId, name: "Parcel", amount: 490 }));
    });
    const id = made[0]?.id ?? "";
    expect(created).toMatchObject([{ type: "shipping_option.created", data: { regionId, name: "Parcel" } }]);
    expect(await viewer.shippingOptions.list({ regionId })).toMatchObject([
      { id, price: { amount: 490, currency: "CHF" }, description: "" },
    ]);
    const changed = await eventsDuring(db, () => manager.shippingOptions.update({ id, version: 1, amount: 0 }));
    expect(changed).toMatchObject([{ type: "shipping_option.updated", data: { fields: ["price"] } }]);
    const before = await stored(db);
    await manager.shippingOptions.update({ id, version: 2, amount: 0, name: "Parcel" });
    await expect(manager.shippingOptions.update({ id, version: 1, amount: 5 })).rejects.toThrow("changed_meanwhile");
    await expect(viewer.shippingOptions.remove({ id, version: 2 })).rejects.toThrow("request.not_allowed");
    await expect(viewer.shippingOptions.create({ regionId, name: "x", amount: 1 })).rejects.toThrow("not_allowed");
    expect(await stored(db)).toBe(before);
    expect(await eventsDuring(db, () => manager.shippingOptions.remove({ id, version: 2 }))).toMatchObject([
      { type: "shipping_option.removed" },
    ]);
    await expect(manager.shippingOptions.get({ id })).rejects.toThrow("shipping_option.not_found");
    for (let at = 0; at < 20; at += 1) {
      await manager.shippingOptions.create({ regionId, name: `Way ${at}`, amount: at });
    }
    await expect(manager.shippingOptions.create({ regionId, name: "One more", amount: 1 })).rejects.toMatchObject({
      cause: { problem: { fields: { name: { code: "field.too_many" } } } },
    });
  });

  it("is the one that was chosen, else that of the shipping address, else the store's own", async () => {
    const { db, services, as } = await start();
    await expect(regionOf(db, {})).rejects.toThrow("region.not_found");
    const at = (day: number) => ({ createdAt: new Date(Date.UTC(2026, 0, day)) });
    const dollars = await givenRegion(db, services.newId, { currency: "USD", countries: ["US"], ...at(1) });
    expect((await regionOf(db, {})).id).toBe(dollars.id);
    const euros = await givenRegion(db, services.newId, { countries: ["DE"], ...at(2) });
    const swiss = await givenRegion(db, services.newId, { currency: "CHF", countries: ["CH", "LI"], ...at(3) });
    const customer = await givenCustomer(services);
    const customerId = customer.id;
    expect((await regionOf(db, { customerId })).id).toBe(euros.id);
    await as(customerId).addresses.create({
      firstName: "Ann",
      lastName: "Archer",
      line1: "Bahnhofstrasse 1",
      city: "Zürich",
      postalCode: "8001",
      countryCode: "CH",
    });
    expect((await regionOf(db, { customerId })).id).toBe(swiss.id);
    expect((await regionOf(db, { customerId, regionId: dollars.id })).id).toBe(dollars.id);
    const gone = services.newId("region");
    const sent = await recordStatements().during(() => regionOf(db, { customerId, regionId: gone }));
    expect(sent).toHaveLength(2);
    expect((await regionOf(db, { customerId, regionId: gone })).id).toBe(swiss.id);
    expect((await as(customerId).store.get()).regions.map(({ id }) => id)).toEqual([euros.id, dollars.id, swiss.id]);
  });

  it("is made by the first start alone, in the store's currency and for every country", async () => {
    const { db, services, manager } = await start();
    await Promise.all([ensureRegion(services), ensureRegion(services)]);
    const [region, ...more] = await manager.regions.list();
    expect(more).toEqual([]);
    expect(region).toMatchObject({ currency: "EUR", taxRate: 0 });
    expect(region?.countries).toContain("DE");
    expect(await manager.shippingOptions.list({ regionId: region?.id ?? "" })).toHaveLength(1);
    const before = await stored(db);
    await ensureRegion(services);
    expect(await stored(db)).toBe(before);
  });
});
