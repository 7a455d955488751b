import { givenProduct } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import { recordStatements } from "@clientele/testing/statements";
import { expect, it } from "vitest";
import type { Database } from "../database.ts";
import { sellableVariants } from "./sellable.ts";
import { giveStock, takeStock } from "./stock.ts";

eachDatabase((_, open) => {
  const start = async () => {
    const db = await open();
    const variants = [{ sku: "A", stock: 5 }, { sku: "B" }, { sku: "C", stock: 1, prices: { USD: 700 } }];
    const product = await givenProduct(db, testIds(), { title: "Kettle", variants });
    const [a = "", b = "", c = ""] = product.variantIds;
    const stock = async (): Promise<(number | null | undefined)[]> => {
      const found = await sellableVariants(db, product.variantIds, "EUR");
      return product.variantIds.map((id) => found.get(id)?.stock);
    };
    return { db, product, a, b, c, stock };
  };

  const take = (db: Database, ...pieces: [variantId: string, quantity: number][]): Promise<string[]> =>
    db.transaction((tx) =>
      takeStock(
        tx,
        pieces.map(([variantId, quantity]) => ({ variantId, quantity })),
      ),
    );

  it("takes what is there and never more, of any number of variants in one statement", async () => {
    const { db, a, b, c, stock } = await start();
    expect(await take(db, [a, 6])).toEqual([a]);
    const sent = await recordStatements().during(async () => expect(await take(db, [a, 4], [c, 1])).toEqual([]));
    expect(sent).toHaveLength(1);
    expect(await take(db, [a, 1], [c, 1])).toEqual([c]);
    expect(await take(db, [a, 1], ["var_gone", 1])).toEqual([a, "var_gone"]);
    expect(await take(db)).toEqual([]);
    expect(await take(db, [b, 1])).toEqual([b]);
    expect(await stock()).toEqual([0, null, 0]);
  });

  it("lets one of ten buyers have the last piece", async () => {
    const { db, c, stock } = await start();
    const taken = await Promise.all(Array.from({ length: 10 }, () => take(db, [c, 1])));
    expect(taken.filter((short) => short.length === 0)).toHaveLength(1);
    expect((await stock()).at(-1)).toBe(0);
  });

  it("gives pieces back in one statement, and none to what is not counted", async () => {
    const { db, a, b, c, stock } = await start();
    const pieces = [
      { variantId: a, quantity: 2 },
      { variantId: b, quantity: 3 },
      { variantId: c, quantity: 1 },
      { variantId: a, quantity: 1 },
      { variantId: "var_gone", quantity: 9 },
    ];
    const sent = await recordStatements().during(() => db.transaction((tx) => giveStock(tx, pieces)));
    expect(sent).toHaveLength(1);
    expect(await stock()).toEqual([8, null, 2]);
    await db.transaction((tx) => giveStock(tx, []));
  });

  it("tells what a cart needs of any number of variants in one statement", async () => {
    const { db, product, a, c } = await start();
    const { during } = recordStatements();
    const sent = await during(() => sellableVariants(db, [...product.variantIds, "var_gone"], "EUR"));
    expect(sent).toHaveLength(1);
    const found = await sellableVariants(db, [a, c, "var_gone"], "EUR");
    expect([...found.keys()].toSorted()).toEqual([a, c].toSorted());
    expect(found.get(a)).toEqual({
      variantId: a,
      productId: product.id,
      handle: product.handle,
      title: "Kettle",
      variantTitle: "",
      sku: "A",
      picture: null,
      published: true,
      stock: 5,
      base: 1000,
    });
    expect(found.get(c)?.base).toBeNull();
  });
});
