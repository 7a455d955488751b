import { givenProduct } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { givenDiscount } from "@clientele/testing/pricing";
import { expect, it } from "vitest";
import { harness } from "../../test/caller.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

const kettle = {
  title: "Kettle",
  handle: "kettle",
  category: "Kitchen",
  variants: [
    { title: "1 litre", sku: "KET-1", stock: 5 },
    { title: "2 litres", sku: "KET-2" },
  ],
};

eachDatabase((_, open) => {
  const start = async () => {
    const db = await open();
    const house = await harness(db);
    const manager = house.asStaff("manager");
    const viewer = house.asStaff("viewer");
    await Promise.all([manager.products.list({}), viewer.products.list({})]);
    const found = async (search: string): Promise<string[]> =>
      (await manager.products.list({ search })).items.map(({ handle }) => handle);
    return { ...house, manager, viewer, found };
  };

  it("is created as a draft, once for a key, and found by its words", async () => {
    const { db, manager, found } = await start();
    const input = { ...kettle, idempotencyKey: "a-key-of-a-form" };
    const created = await eventsDuring(db, async () => {
      const product = await manager.products.create(input);
      expect(product).toMatchObject({ status: "draft", picture: null, description: "", version: 1 });
      expect(product.variants).toMatchObject([
        { title: "1 litre", sku: "KET-1", stock: 5, prices: [] },
        { title: "2 litres", sku: "KET-2", stock: null, prices: [] },
      ]);
      expect(await manager.products.create(input)).toEqual(product);
      expect(await manager.products.get({ id: product.id })).toEqual(product);
    });
    expect(created).toMatchObject([{ type: "product.created", data: { name: "Kettle" } }]);
    for (const search of ["ket", "KET-2", "ket2", "kitchen", "2 lit ket"])
      expect(await found(search)).toEqual(["kettle"]);
    expect(await found("ettle")).toEqual([]);
    const { items } = await manager.products.list({});
    expect(items).toMatchObject([{ variants: 2, stock: 5 }]);
  });

  it("has an address and SKUs of its own, told at their fields", async () => {
    const { db, manager } = await start();
    await manager.products.create(kettle);
    const before = await stored(db);
    const other = { title: "Pot", handle: "pot", variants: [{ title: "", sku: "POT" }] };
    await expect(manager.products.create({ ...other, handle: "kettle" })).rejects.toMatchObject({
      cause: { problem: { code: "product.handle_taken", fields: { handle: {} } } },
    });
    const variants = [
      { title: "", sku: "POT" },
      { title: "", sku: "ket-2" },
    ];
    await expect(manager.products.create({ ...other, variants })).rejects.toMatchObject({
      cause: {
        problem: {
          code: "variant.sku_taken",
          params: { sku: "ket-2" },
          fields: { "variants.1.sku": { code: "variant.sku_taken" } },
        },
      },
    });
    const twice = [
      { title: "", sku: "POT" },
      { title: "", sku: "pot" },
    ];
    await expect(manager.products.create({ ...other, variants: twice })).rejects.toMatchObject({
      cause: { problem: { code: "input.invalid", fields: { "variants.1.sku": { code: "field.duplicate" } } } },
    });
    await expect(manager.products.create({ ...other, variants: [] })).rejects.toThrow("input.invalid");
    await expect(manager.products.create({ ...other, handle: "Pot!" })).rejects.toThrow("input.invalid");
    expect(await stored(db)).toBe(before);
  });

  it("lets one of several at the same time have an address or a SKU", async () => {
    const { manager } = await start();
    const handles = [1, 2, 3].map((at) =>
      manager.products.create({ ...kettle, variants: [{ title: "", sku: `A-${at}` }] }),
    );
    const skus = [1, 2, 3].map((at) =>
      manager.products.create({ ...kettle, handle: `other-${at}`, variants: [{ title: "", sku: "SAME" }] }),
    );
    const reasons = async (calls: Promise<unknown>[]): Promise<unknown[]> =>
      (await Promise.allSettled(calls)).flatMap((answer) =>
        answer.status === "rejected" && answer.reason instanceof Error ? [answer.reason.message] : [],
      );
    expect(await reasons(handles)).toEqual(["product.handle_taken", "product.handle_taken"]);
    expect(await reasons(skus)).toEqual(["variant.sku_taken", "variant.sku_taken"]);
  });

  it("keeps its variants by their ids, and gives up those that are missing", async () => {
    const { db, manager, found } = await start();
    const product = await manager.products.create(kettle);
    const [one, two] = product.variants;
    const { id } = product;
    const prices = [one, two].map((variant, at) => ({
      variantId: variant?.id ?? "",
      currency: "EUR",
      amount: 1000 + at,
    }));
    await manager.products.setPrices({ productId: id, version: 1, prices });
    const changed = await eventsDuring(db, () =>
      manager.products.update({
        id,
        version: 2,
        title: "Big kettle",
        variants: [
          { id: two?.id, title: "2 litres", sku: "KET-1", stock: 99 },
          { title: "3 litres", sku: "KET-3", stock: 7 },
          { id: one?.id, title: "1 litre", sku: "KET-2" },
        ],
      }),
    );
    expect(changed).toMatchObject([{ type: "product.updated", data: { fields: ["title", "variants"] } }]);
    const swapped = await manager.products.get({ id });
    expect(swapped.version).toBe(3);
    expect(swapped.variants).toMatchObject([
      { id: two?.id, sku: "KET-1", stock: null, prices: [{ amount: 1001, currency: "EUR" }] },
      { sku: "KET-3", stock: 7, prices: [] },
      { id: one?.id, sku: "KET-2", stock: 5 },
    ]);
    expect(await found("big 3")).toEqual(["kettle"]);

    const before = await stored(db);
    const same = swapped.variants.map(({ id: variantId, title, sku }) => ({ id: variantId, title, sku }));
    await manager.products.update({ id, version: 3, title: "Big kettle", variants: same });
    expect(await stored(db)).toBe(before);

    const rest = [{ id: one?.id, title: "", sku: "KET-2" }];
    await manager.products.update({ id, version: 3, variants: rest });
    expect(await found("ket-3")).toEqual([]);
    const lowest = await db.select().from(db.tables.productPrices);
    expect(lowest).toEqual([{ productId: id, currency: "EUR", lowest: 1000 }]);

    const strange = [{ id: two?.id, title: "", sku: "KET-9" }];
    await expect(manager.products.update({ id, version: 4, variants: strange })).rejects.toMatchObject({
      cause: { problem: { code: "variant.not_found", fields: { "variants.0.id": {} } } },
    });
    await expect(manager.products.update({ id, version: 1, title: "Late" })).rejects.toMatchObject({
      cause: { problem: { code: "product.changed_meanwhile", params: { version: 4 } } },
    });
  });

  it("stands in the order it is put in, which is a change of its own", async () => {
    const { db, manager } = await start();
    const { id, variants } = await manager.products.create(kettle);
    const turned = variants.toReversed().map(({ id: variantId, title, sku }) => ({ id: variantId, title, sku }));
    const events = await eventsDuring(db, () => manager.products.update({ id, version: 1, variants: turned }));
    expect(events).toMatchObject([{ type: "product.updated", data: { fields: ["variants"] } }]);
    const after = await manager.products.get({ id });
    expect(after.variants.map(({ sku, stock }) => [sku, stock])).toEqual([
      ["KET-2", null],
      ["KET-1", 5],
    ]);
    const before = await stored(db);
    await manager.products.update({ id, version: 2, variants: turned });
    expect(await stored(db)).toBe(before);
  });

  it("takes base prices, and goes out of sale where one is taken away", async () => {
    const { db, services, manager } = await start();
    const product = await manager.products.create(kettle);
    const productId = product.id;
    const [one = "", two = ""] = product.variants.map(({ id }) => id);
    const prices = [
      { variantId: one, currency: "EUR", amount: 900 },
      { variantId: two, currency: "EUR", amount: 800 },
      { variantId: two, currency: "USD", amount: 850 },
    ];
    const set = await eventsDuring(db, () => manager.products.setPrices({ productId, version: 1, prices }));
    expect(set).toMatchObject([{ type: "product.prices_set", data: { productId, count: 3 } }]);
    const before = await stored(db);
    await manager.products.setPrices({ productId, version: 2, prices });
    await expect(manager.products.setPrices({ productId, version: 1, prices: [] })).rejects.toThrow("input.invalid");
    const stale = [{ variantId: one, currency: "EUR", amount: 1 }];
    await expect(manager.products.setPrices({ productId, version: 1, prices: stale })).rejects.toMatchObject({
      cause: { problem: { code: "product.changed_meanwhile", params: { version: 2 } } },
    });
    expect(await stored(db)).toBe(before);
    const lowest = async (): Promise<unknown> => {
      const rows = await db.select().from(db.tables.productPrices);
      return rows.map(({ currency, lowest: amount }) => `${currency} ${amount}`).toSorted();
    };
    expect(await lowest()).toEqual(["EUR 800", "USD 850"]);
    const gone = [
      { variantId: two, currency: "EUR", amount: null },
      { variantId: two, currency: "USD", amount: null },
    ];
    const after = await manager.products.setPrices({ productId, version: 2, prices: gone });
    expect(after.variants).toMatchObject([{ prices: [{ amount: 900, currency: "EUR" }] }, { prices: [] }]);
    expect(await lowest()).toEqual(["EUR 900"]);
    const other = await givenProduct(db, services.newId);
    const wrong = [{ variantId: other.variants[0]?.id ?? "", currency: "EUR", amount: 1 }];
    await expect(manager.products.setPrices({ productId, version: 3, prices: wrong })).rejects.toMatchObject({
      cause: { problem: { code: "variant.not_found", fields: { "prices.0.variantId": {} } } },
    });
    const doubled = { productId, version: 3, prices: [...prices, ...prices] };
    await expect(manager.products.setPrices(doubled)).rejects.toMatchObject({
      cause: { problem: { fields: { "prices.3.amount": { code: "field.duplicate" } } } },
    });
  });

  it("is counted anew only by who saw the present stock", async () => {
    const { db, manager, viewer } = await start();
    const product = await manager.products.create(kettle);
    const productId = product.id;
    const variantId = product.variants[0]?.id ?? "";
    const counted = await eventsDuring(db, () =>
      manager.products.setStock({ productId, version: 1, variantId, stock: 12, seen: 5 }),
    );
    expect(counted).toMatchObject([{ type: "product.stock_set", data: { from: 5, to: 12, sku: "KET-1" } }]);
    const before = await stored(db);
    const late = { productId, variantId, stock: 20 };
    // A colleague's count raised the version; a sale would only have changed what there is.
    for (const stale of [
      { version: 1, seen: 12 },
      { version: 2, seen: 5 },
    ]) {
      await expect(manager.products.setStock({ ...late, ...stale })).rejects.toMatchObject({
        cause: { problem: { code: "product.changed_meanwhile", params: { version: 2 } } },
      });
    }
    await manager.products.setStock({ productId, version: 2, variantId, stock: 12, seen: 5 });
    await expect(viewer.products.setStock({ ...late, version: 2, seen: 12 })).rejects.toThrow("not_allowed");
    await expect(viewer.products.update({ id: productId, version: 2, title: "x" })).rejects.toThrow("not_allowed");
    await expect(viewer.products.remove({ id: productId, version: 2 })).rejects.toThrow("not_allowed");
    expect(await stored(db)).toBe(before);
    const untracked = await manager.products.setStock({ productId, version: 2, variantId, stock: null, seen: 12 });
    expect(untracked.variants[0]?.stock).toBeNull();
  });

  it("is deleted with its variants by who saw it last, and stays while a discount is bound to it", async () => {
    const { db, services, manager } = await start();
    const product = await manager.products.create(kettle);
    const bound = await manager.products.create({ ...kettle, handle: "b", variants: [{ title: "", sku: "B" }] });
    await givenDiscount(db, services.newId, { productsIn: [bound.id] });
    await givenDiscount(db, services.newId, { productsIn: [product.id], code: "OLD", status: "archived" });
    await expect(manager.products.remove({ id: bound.id, version: 1 })).rejects.toMatchObject({
      cause: { problem: { code: "product.in_use", params: { discounts: 1 } } },
    });
    await manager.products.update({ id: bound.id, version: 1, title: "Bound", category: "" });
    const removed = { id: product.id, version: 1 };
    await manager.products.update({ ...removed, description: "Boils." });
    await expect(manager.products.remove(removed)).rejects.toThrow("product.changed_meanwhile");
    expect(await eventsDuring(db, () => manager.products.remove({ ...removed, version: 2 }))).toMatchObject([
      { type: "product.removed", data: { name: "Kettle" } },
    ]);
    await expect(manager.products.get({ id: product.id })).rejects.toThrow("product.not_found");
    const words = await db.select().from(db.tables.productWords);
    expect(new Set(words.map(({ productId }) => productId))).toEqual(new Set([bound.id]));
    expect(await manager.products.findVariants({ search: "ket" })).toEqual([]);
  });

  it("is found for a picker by a SKU first, then by its words", async () => {
    const { manager, viewer } = await start();
    await manager.products.create(kettle);
    await manager.products.create({ title: "Ket bag", handle: "bag", variants: [{ title: "", sku: "BAG" }] });
    const found = async (search: string): Promise<string[]> =>
      (await viewer.products.findVariants({ search })).map(({ title, sku }) => `${title} (${sku})`);
    expect(await found("ket-2")).toEqual(["Kettle – 2 litres (KET-2)", "Kettle – 1 litre (KET-1)"]);
    expect(await found("ket bag")).toEqual(["Ket bag (BAG)"]);
    expect(await found("")).toHaveLength(3);
    expect(await found("nothing like it")).toEqual([]);
  });
});
