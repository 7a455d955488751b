import { givenProduct } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { recordStatements } from "@clientele/testing/statements";
import { expect, it } from "vitest";
import { harness } from "../../test/caller.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

eachDatabase((_, open) => {
  const start = async () => {
    const db = await open();
    const house = await harness(db);
    const manager = house.asStaff("manager");
    await manager.products.list({});
    let made = 0;
    const given = (category: string, more: Parameters<typeof givenProduct>[2] = {}) =>
      givenProduct(db, house.services.newId, {
        handle: `p-${(made += 1)}`,
        title: `Product ${made}`,
        category,
        ...more,
      });
    const found = async (search: string): Promise<string[]> =>
      (await manager.products.list({ search, sort: "title" })).items.map(({ title }) => title);
    return { ...house, db, manager, given, found };
  };

  it("is written in one way by all its products, drafts too, and counted", async () => {
    const { manager, asStaff } = await start();
    const make = (handle: string, category: string) =>
      manager.products.create({ title: handle, handle, category, variants: [{ title: "", sku: handle }] });
    const first = await make("kettle", "Kitchen ware");
    expect((await make("pan", " kitchen  WARE ")).category).toBe("Kitchen ware");
    const lamp = await make("lamp", "Light");
    await make("thing", "");
    expect(await asStaff("viewer").products.categories()).toEqual([
      { name: "Kitchen ware", products: 2 },
      { name: "Light", products: 1 },
    ]);
    const { id, version } = lamp;
    expect((await manager.products.update({ id, version, category: "KITCHEN WARE" })).category).toBe("Kitchen ware");
    // Alone in its category, a product may write it as it likes.
    await make("vase", "deco");
    const [vase] = (await manager.products.list({ search: "vase" })).items;
    const renamed = await manager.products.update({ id: vase?.id ?? "", version: 1, category: "Deco" });
    expect(renamed.category).toBe("Deco");
    expect((await manager.products.get({ id: first.id })).version).toBe(1);
  });

  it("is renamed for all its products at once, which are then found by the new name", async () => {
    const { db, manager, given, found } = await start();
    const [one, two, other] = [await given("Küche"), await given("Küche"), await given("Garden")];
    const events = await eventsDuring(db, async () => {
      expect(await manager.products.renameCategory({ name: "küche", to: "Kitchen" })).toEqual({ products: 2 });
    });
    expect(events).toMatchObject([{ type: "category.renamed", data: { name: "küche", to: "Kitchen", count: 2 } }]);
    expect(await found("kitchen")).toEqual([one.title, two.title]);
    expect(await found("kuche")).toEqual([]);
    expect(await found("product")).toHaveLength(3);
    expect(await manager.products.get({ id: one.id })).toMatchObject({ category: "Kitchen", version: 2 });
    expect(await manager.products.get({ id: other.id })).toMatchObject({ version: 1 });
    const late = { id: one.id, version: 1, category: "Küche" };
    await expect(manager.products.update(late)).rejects.toThrow("product.changed_meanwhile");

    await manager.products.renameCategory({ name: "Garden", to: "Kitchen" });
    expect(await manager.products.categories()).toEqual([{ name: "Kitchen", products: 3 }]);
    await manager.products.renameCategory({ name: "Kitchen", to: "KITCHEN" });
    expect(await manager.products.categories()).toEqual([{ name: "KITCHEN", products: 3 }]);
  });

  it("is not renamed when it is gone, by who may not, or to what it is called already", async () => {
    const { db, manager, asStaff, given } = await start();
    await given("Kitchen");
    const viewer = asStaff("viewer");
    await viewer.products.categories();
    const before = await stored(db);
    await expect(manager.products.renameCategory({ name: "Gone", to: "New" })).rejects.toThrow("category.not_found");
    await expect(viewer.products.renameCategory({ name: "Kitchen", to: "New" })).rejects.toThrow("not_allowed");
    await expect(manager.products.renameCategory({ name: "Kitchen", to: " " })).rejects.toThrow("input.invalid");
    expect(await manager.products.renameCategory({ name: "Kitchen", to: "Kitchen" })).toEqual({ products: 0 });
    expect(await stored(db)).toBe(before);
  });

  it("costs as many statements for many products as for one", async () => {
    const { manager, given } = await start();
    await given("Few");
    for (let at = 0; at < 40; at += 1) await given("Many");
    const { during } = recordStatements();
    const costs = async (name: string): Promise<number> =>
      (await during(() => manager.products.renameCategory({ name, to: `${name} things` }))).length;
    expect(await costs("Many")).toBe(await costs("Few"));
  });
});
