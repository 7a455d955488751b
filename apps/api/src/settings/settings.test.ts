import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { givenOrder } from "@clientele/testing/orders";
import { harness } from "../../test/caller.ts";
import { givenCustomer } from "../../test/people.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

const given = {
  name: "  Birch & Sons ",
  currency: "USD",
  timeZone: "America/New_York",
  locale: "en-US",
  privacyPolicy: "What we keep.\r\n\r\nAnd why.",
} as const;

eachDatabase((_, open) => {
  const start = async () => {
    const db = await open();
    const house = await harness(db);
    return { ...house, db, manager: house.asStaff("manager"), viewer: house.asStaff("viewer") };
  };

  it("are changed by those who may, with one event, and said to everyone at the shop", async () => {
    const { db, manager, viewer, as, services } = await start();
    const before = await viewer.settings.get();
    expect(before).toMatchObject({ name: "Clientele", currency: "EUR", version: 1, hasOrders: false });
    const events = await eventsDuring(db, async () => {
      const saved = await manager.settings.update({ version: 1, ...given });
      expect(saved).toMatchObject({ ...given, name: "Birch & Sons", privacyPolicy: "What we keep.\n\nAnd why." });
      expect(saved).toMatchObject({ version: 2, termsPolicy: "", hasOrders: false });
      expect(await viewer.settings.get()).toEqual(saved);
    });
    const fields = ["name", "currency", "timeZone", "locale", "privacyPolicy"];
    expect(events).toMatchObject([{ type: "settings.updated", data: { fields } }]);
    const customer = await givenCustomer(services);
    const said = await as(customer.id).store.get();
    expect(said).toMatchObject({ name: "Birch & Sons", currency: "USD", timeZone: "America/New_York" });
    expect(said.policies).toEqual({ privacy: "What we keep.\n\nAnd why.", terms: "", returns: "" });

    const kept = await stored(db);
    expect(await manager.settings.update({ version: 2, name: "Birch & Sons" })).toMatchObject({ version: 2 });
    await expect(manager.settings.update({ version: 1, name: "Oak" })).rejects.toMatchObject({
      cause: { problem: { code: "settings.changed_meanwhile", params: { version: 2 } } },
    });
    await expect(viewer.settings.update({ version: 2, name: "Oak" })).rejects.toThrow("request.not_allowed");
    expect(await stored(db)).toBe(kept);
  });

  it("keep their currency once an order was placed", async () => {
    const { db, manager, services } = await start();
    await givenOrder(services, { customerId: (await givenCustomer(services)).id });
    expect(await manager.settings.get()).toMatchObject({ hasOrders: true });
    const before = await stored(db);
    await expect(manager.settings.update({ version: 1, currency: "USD" })).rejects.toMatchObject({
      cause: { problem: { code: "settings.currency_in_use", fields: { currency: {} } } },
    });
    expect(await stored(db)).toBe(before);
    expect(await manager.settings.update({ version: 1, name: "Oak", currency: "EUR" })).toMatchObject({ version: 2 });
  });

  it("refuse what is no name, currency, zone or language, each at its field", async () => {
    const { db, manager } = await start();
    await manager.settings.get();
    const before = await stored(db);
    const wrong = [
      [{ name: " " }, "field.required"],
      [{ name: "n".repeat(121) }, "field.too_long"],
      [{ currency: "XQX" }, "field.choice"],
      [{ timeZone: "Mars/Olympus" }, "field.choice"],
      [{ timeZone: "+01:00" }, "field.choice"],
      [{ termsPolicy: "t".repeat(20_001) }, "field.too_long"],
    ] as const;
    for (const [input, code] of wrong) {
      const [field = ""] = Object.keys(input);
      await expect(manager.settings.update({ version: 1, ...input })).rejects.toMatchObject({
        cause: { problem: { code: "input.invalid", fields: { [field]: { code } } } },
      });
    }
    expect(await stored(db)).toBe(before);
    expect(await manager.settings.update({ version: 1, timeZone: "UTC" })).toMatchObject({ timeZone: "UTC" });
  });
});
