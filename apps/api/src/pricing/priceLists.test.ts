import type { Database } from "@clientele/db";
import { markListsUsed } from "@clientele/db/pricing/uses";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { anyOf, givenPriceList } from "@clientele/testing/pricing";
import { expect, test } from "vitest";
import { refusalOf } from "../../test/accounts.ts";
import { givenCatalogue } from "../../test/givenCatalogue.ts";
import { eventsDuring } from "../../test/recorded.ts";

const sale = {
  name: "Sale",
  type: "sale",
  currency: "EUR",
  audience: { kind: "everyone" },
  adjustment: -1000,
} as const;
const use = (db: Database, id: string) => db.transaction((tx) => markListsUsed(tx, [id]));

eachDatabase((_, open) => {
  test("a list begins as a draft, is activated, and archived for good", async () => {
    const { manager, db, cupId } = await givenCatalogue(await open());
    const draft = await manager.priceLists.create(sale);
    expect(draft).toMatchObject({ status: "draft", state: "draft", used: false, variants: 0, version: 1 });
    const active = await manager.priceLists.activate({ id: draft.id, version: 1 });
    expect(active).toMatchObject({ status: "active", state: "live", version: 2 });
    await expect(manager.priceLists.activate({ id: draft.id, version: 2 })).rejects.toThrow("price_list.not_draft");
    const events = await eventsDuring(db, () => manager.priceLists.archive({ id: draft.id, version: 2 }));
    expect(events.map(({ type }) => type)).toEqual(["price_list.archived"]);
    const archived = { id: draft.id, version: 3 };
    await expect(manager.priceLists.update({ ...archived, name: "Again" })).rejects.toThrow("price_list.archived");
    await expect(manager.priceLists.activate(archived)).rejects.toThrow("price_list.archived");
    await expect(manager.priceLists.archive(archived)).rejects.toThrow("price_list.archived");
    const entries = [{ variantId: cupId }];
    await expect(manager.priceLists.setEntries({ priceListId: draft.id, entries })).rejects.toThrow(
      "price_list.archived",
    );
    await expect(manager.priceLists.checkEntries({ priceListId: draft.id, text: "CUP,1" })).rejects.toThrow(
      "price_list.archived",
    );
  });

  test.each([
    ["a sale that raises", { adjustment: 500 }, "price_list.adjustment_raises"],
    ["a sale that takes nothing", { adjustment: 0 }, "price_list.adjustment_raises"],
    ["a floor that has nothing to hold", { adjustment: null, floor: 100 }, "price_list.floor_without_adjustment"],
    ["an end before the start", { startsAt: "2026-05-02", endsAt: "2026-05-01" }, "price_list.ends_before_start"],
    ["an audience of nobody", { audience: { kind: "groups" as const } }, "audience.empty"],
  ])("%s is refused, at the beginning and later", async (_what, wrong, code) => {
    const { manager } = await givenCatalogue(await open());
    await expect(manager.priceLists.create({ ...sale, ...wrong })).rejects.toThrow(code);
    const { id } = await manager.priceLists.create(sale);
    await expect(manager.priceLists.update({ id, version: 1, ...wrong })).rejects.toThrow(code);
    expect((await manager.priceLists.get({ id })).version).toBe(1);
  });

  test("an audience names groups that exist, each once", async () => {
    const { manager, groupId, newId } = await givenCatalogue(await open());
    const create = (audience: ReturnType<typeof anyOf>) => manager.priceLists.create({ ...sale, audience });
    await expect(create(anyOf(newId("group")))).rejects.toThrow("audience.group_unknown");
    await expect(create({ kind: "groups", anyOf: [groupId], allOf: [], noneOf: [groupId] })).rejects.toThrow(
      "audience.group_twice",
    );
    const list = await create(anyOf(groupId));
    expect(list.audience).toEqual({ kind: "groups", anyOf: [{ id: groupId, name: "VIP" }], allOf: [], noneOf: [] });
  });

  test("days are days of the store: a list ends with its last one", async () => {
    const { manager } = await givenCatalogue(await open());
    const list = await manager.priceLists.create({ ...sale, startsAt: "2026-07-01", endsAt: "2026-07-31" });
    expect(list.startsAt).toEqual(new Date("2026-06-30T22:00:00Z"));
    expect(list.endsAt).toEqual(new Date("2026-07-31T22:00:00Z"));
  });

  test("the type may change until the list is active", async () => {
    const { manager } = await givenCatalogue(await open());
    const { id } = await manager.priceLists.create(sale);
    await manager.priceLists.update({ id, version: 1, type: "override" });
    await manager.priceLists.activate({ id, version: 2 });
    await expect(manager.priceLists.update({ id, version: 3, type: "sale" })).rejects.toThrow("price_list.not_draft");
    const renamed = await manager.priceLists.update({ id, version: 3, type: "override", name: "Wholesale" });
    expect(renamed).toMatchObject({ name: "Wholesale", type: "override", version: 4 });
  });

  test("writing what stands there changes and records nothing, and a stale version overwrites nothing", async () => {
    const { manager, db, groupId } = await givenCatalogue(await open());
    const list = await manager.priceLists.create({ ...sale, audience: anyOf(groupId), endsAt: "2026-07-31" });
    const same = { ...sale, endsAt: "2026-07-31", audience: anyOf(groupId) };
    const { currency: _currency, ...fields } = same;
    const events = await eventsDuring(db, () => manager.priceLists.update({ id: list.id, version: 1, ...fields }));
    expect(events).toEqual([]);
    await manager.priceLists.update({ id: list.id, version: 1, adjustment: -2000 });
    expect(await refusalOf(manager.priceLists.update({ id: list.id, version: 1, adjustment: -3000 }))).toMatchObject({
      code: "price_list.changed_meanwhile",
      params: { version: 2 },
    });
    expect((await manager.priceLists.get({ id: list.id })).adjustment).toBe(-2000);
  });

  test("a list that gives nothing is not activated", async () => {
    const { manager, cupId } = await givenCatalogue(await open());
    const { id } = await manager.priceLists.create({ ...sale, adjustment: null });
    await manager.priceLists.setEntries({ priceListId: id, entries: [{ variantId: cupId, excluded: true }] });
    await expect(manager.priceLists.activate({ id, version: 1 })).rejects.toThrow("price_list.gives_nothing");
    const entries = [{ variantId: cupId, ranges: [{ amount: 900 }] }];
    await manager.priceLists.setEntries({ priceListId: id, entries });
    expect((await manager.priceLists.activate({ id, version: 1 })).state).toBe("live");
  });

  test("a list that was used stays; one that was not goes with its entries", async () => {
    const { manager, db, newId, cupId } = await givenCatalogue(await open());
    const used = await givenPriceList(db, newId, { entries: { [cupId]: 900 } });
    const unused = await givenPriceList(db, newId, { entries: { [cupId]: 900 } });
    await use(db, used);
    await expect(manager.priceLists.remove({ id: used, version: 1 })).rejects.toThrow("price_list.used");
    expect(await manager.priceLists.remove({ id: unused, version: 1 })).toEqual({ done: true });
    await expect(manager.priceLists.get({ id: unused })).rejects.toThrow("price_list.not_found");
    expect((await manager.priceLists.archive({ id: used, version: 1 })).used).toBe(true);
  });

  test("a copy starts anew with the entries of the other, in the same currency only", async () => {
    const { manager, db, newId, cupId, kettleId } = await givenCatalogue(await open());
    const entries = {
      [cupId]: [
        { min: 1, max: 9, amount: 900 },
        { min: 10, max: null, amount: 800 },
      ],
      [kettleId]: "excluded" as const,
    };
    const old = await givenPriceList(db, newId, { status: "archived", entries, used: true });
    const copy = await manager.priceLists.create({ ...sale, copyOf: old, idempotencyKey: "copy-0001" });
    expect(copy).toMatchObject({ status: "draft", used: false, variants: 2 });
    const again = await manager.priceLists.create({ ...sale, copyOf: old, idempotencyKey: "copy-0001" });
    expect(again.id).toBe(copy.id);
    const rows = (await manager.priceLists.entries({ priceListId: copy.id })).items;
    expect(rows.map(({ sku, excluded, ranges }) => [sku, excluded, ranges.length])).toEqual([
      ["CUP", false, 2],
      ["KET-1L", true, 0],
    ]);
    await expect(manager.priceLists.create({ ...sale, currency: "USD", copyOf: old })).rejects.toThrow("input.invalid");
  });

  test("lists are found by name, status, type and group, and tell where they stand", async () => {
    const { manager, db, newId, groupId, clock } = await givenCatalogue(await open());
    const at = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000);
    await givenPriceList(db, newId, { name: "Wholesale coming", startsAt: at(1), audience: anyOf(groupId) });
    await givenPriceList(db, newId, { name: "Wholesale over", endsAt: at(0) });
    await givenPriceList(db, newId, { name: "Été", type: "sale", status: "draft" });
    const names = async (input: Parameters<typeof manager.priceLists.list>[0]) =>
      (await manager.priceLists.list({ sort: "name", ...input })).items.map(({ name, state }) => `${name}: ${state}`);
    expect(await names({})).toEqual(["Été: draft", "Wholesale coming: coming", "Wholesale over: ended"]);
    expect(await names({ search: "ete" })).toEqual(["Été: draft"]);
    expect(await names({ search: "whole ov" })).toEqual(["Wholesale over: ended"]);
    expect(await names({ search: "%" })).toEqual([]);
    expect(await names({ groupId })).toEqual(["Wholesale coming: coming"]);
    expect(await names({ type: "sale", status: "draft" })).toEqual(["Été: draft"]);
    const first = await manager.priceLists.list({ sort: "name", limit: 2 });
    expect(first.total).toEqual({ count: 3, capped: false });
    const second = await manager.priceLists.list({ sort: "name", limit: 2, cursor: first.nextCursor ?? "" });
    expect(second.items.map(({ name }) => name)).toEqual(["Wholesale over"]);
  });
});
