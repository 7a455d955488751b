import { insertGroup } from "@clientele/db/groups/groups";
import { givenProduct, givenProducts, givenRegion } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { buildGroup } from "@clientele/testing/groups";
import { anyOf, givenPriceList } from "@clientele/testing/pricing";
import { recordStatements } from "@clientele/testing/statements";
import { expect, it } from "vitest";
import { harness } from "../../test/caller.ts";
import { givenCustomer } from "../../test/people.ts";

const euros = (amount: number) => ({ amount, currency: "EUR" });

eachDatabase((_, open) => {
  const start = async () => {
    const db = await open();
    const house = await harness(db);
    const { services } = house;
    const { newId } = services;
    const region = await givenRegion(db, newId);
    const member = await givenCustomer(services);
    const stranger = await givenCustomer(services);
    const group = buildGroup(newId, { name: "Wholesale" });
    await db.transaction((tx) => insertGroup(tx, group));
    await house.asStaff("manager").groups.addMembers({ groupId: group.id, customerIds: [member.id] });
    return { ...house, db, newId, region, member, stranger, group };
  };

  it("shows each shopper their own price, and nobody another group's", async () => {
    const { db, newId, group, member, stranger, as, asAnyone } = await start();
    const product = await givenProduct(db, newId, {
      title: "Kettle",
      handle: "kettle",
      variants: [
        { sku: "A", title: "Small", price: 1000, stock: 3 },
        { sku: "B", title: "Large", price: 1500, stock: 0 },
      ],
    });
    const [small = ""] = product.variantIds;
    const wholesale = await givenPriceList(db, newId, {
      name: "Secret wholesale",
      benefit: "Wholesale price",
      type: "sale",
      audience: anyOf(group.id),
      entries: {
        [small]: [
          { min: 1, max: 9, amount: 800 },
          { min: 10, max: null, amount: 700 },
        ],
      },
    });
    const usual = { amount: euros(1000), original: euros(1000), benefit: null };
    const reduced = { amount: euros(800), original: euros(1000), benefit: "Wholesale price" };
    const card = { id: product.id, handle: "kettle", from: true, available: true };
    for (const shopper of [asAnyone(), as(stranger.id)]) {
      const { items } = await shopper.catalogue.list({});
      expect(items).toMatchObject([{ ...card, price: usual }]);
      const shown = await shopper.catalogue.product({ handle: "kettle" });
      expect(shown.variants).toMatchObject([
        { price: usual, steps: [], stock: 3, available: true },
        { price: { amount: euros(1500) }, stock: 0, available: false },
      ]);
      const told = JSON.stringify([items, shown]);
      for (const secret of [wholesale, "holesale", "800", "700"]) expect(told).not.toContain(secret);
    }
    const { items } = await as(member.id).catalogue.list({});
    expect(items).toMatchObject([{ ...card, price: reduced }]);
    const shown = await as(member.id).catalogue.product({ handle: "kettle" });
    expect(shown.variants[0]).toMatchObject({
      price: reduced,
      steps: [
        { from: 1, amount: euros(800), original: euros(1000) },
        { from: 10, amount: euros(700), original: euros(1000) },
      ],
    });
    expect(JSON.stringify([items, shown])).not.toContain(wholesale);
  });

  it("shows only what is published, and says what is not sold in a region", async () => {
    const { db, newId, asAnyone } = await start();
    const swiss = await givenRegion(db, newId, { currency: "CHF", countries: ["CH"] });
    await givenProducts(db, newId, [
      { handle: "draft", status: "draft", category: "Hidden" },
      { handle: "here", category: "Kitchen", variants: [{ price: 100, stock: 500 }] },
      { handle: "there", category: "Kitchen", variants: [{ prices: { CHF: 200 } }] },
      { handle: "both", category: "Garden", variants: [{ prices: { CHF: 50, EUR: 60 } }] },
    ]);
    const shop = asAnyone();
    const handles = async (input: object): Promise<string[]> =>
      (await shop.catalogue.list(input)).items.map(({ handle }) => handle);
    expect(await handles({ sort: "price" })).toEqual(["both", "here"]);
    expect(await handles({ sort: "-price", regionId: swiss.id })).toEqual(["there", "both"]);
    expect(await handles({ category: "kitchen" })).toEqual(["here"]);
    expect(await handles({ category: "Hidden" })).toEqual([]);
    expect(await shop.catalogue.categories()).toEqual([
      { name: "Garden", products: 1 },
      { name: "Kitchen", products: 1 },
    ]);
    await expect(shop.catalogue.product({ handle: "draft" })).rejects.toThrow("product.not_found");
    await expect(shop.catalogue.product({ handle: "gone" })).rejects.toThrow("product.not_found");
    await expect(shop.catalogue.list({ regionId: newId("region") })).rejects.toThrow("region.not_found");
    const there = await shop.catalogue.product({ handle: "there" });
    expect(there.variants).toMatchObject([{ price: null, steps: [], available: false }]);
    // How many there are is told only when they are few.
    expect((await shop.catalogue.product({ handle: "here" })).variants).toMatchObject([
      { stock: null, available: true },
    ]);
    // From now on the region is the cart's.
    await shop.cart.setRegion({ regionId: swiss.id });
    expect(await handles({ sort: "price" })).toEqual(["both", "there"]);
  });

  it("costs as many statements for a hundred products as for one", async () => {
    const { db, newId, group, member, as } = await start();
    const made = await givenProducts(
      db,
      newId,
      Array.from({ length: 100 }, (_none, at) => ({
        title: `Thing ${at}`,
        variants: [{ price: at + 1 }, { price: 500 }],
      })),
    );
    const entries = Object.fromEntries(made.map(({ variants }) => [variants[0]?.id ?? "", 1]));
    await givenPriceList(db, newId, { audience: anyOf(group.id), entries });
    const shop = as(member.id);
    await shop.catalogue.list({});
    const { during } = recordStatements();
    const one = await during(() => shop.catalogue.list({ limit: 1 }));
    const all = await during(() => shop.catalogue.list({ limit: 100 }));
    expect(all).toHaveLength(one.length);
    expect(all.length).toBeLessThanOrEqual(12);
    const { items, total } = await shop.catalogue.list({ limit: 100, search: "thi" });
    expect(total.count).toBe(100);
    expect(items.every(({ price, from }) => price?.amount.amount === 1 && from)).toBe(true);
  });
});
