import { ListProducts, productSorts } from "@clientele/domain/catalogue/product";
import { catalogueSorts, ListCatalogue } from "@clientele/domain/catalogue/shopCatalogue";
import { givenProducts } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import { recordStatements } from "@clientele/testing/statements";
import { beforeAll, expect, test } from "vitest";
import { explained } from "../../test/explain.ts";
import type { Database } from "../database.ts";
import { dialectOf } from "../dialect.ts";
import { sql } from "drizzle-orm";
import { findVariants } from "./findVariants.ts";
import { listProducts } from "./productList.ts";
import { listShopCategories, listShopProducts } from "./shopList.ts";

eachDatabase((name, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    const start = Date.UTC(2026, 0);
    const products = Array.from({ length: 3_000 }, (_none, at) => ({
      title: `${at % 1_000 === 7 ? "Rare" : "Usual"} thing ${at}`,
      category: at % 500 === 3 ? "Few" : "Many",
      status: at % 3 === 0 ? ("draft" as const) : ("published" as const),
      createdAt: new Date(start + at * 60_000),
      updatedAt: new Date(start + at * 60_000),
      variants: [{ sku: `SKU-${at}`, prices: { EUR: 100 + (at % 97), ...(at % 2 === 0 ? { USD: 200 } : {}) } }],
    }));
    await givenProducts(db, testIds(), products);
    await dialectOf(db)
      .rows(sql`analyze`)
      .catch(() => []);
  });

  const growing = "(products|product_words|product_prices|variants|variant_prices)\\b";
  const scan =
    name === "postgres" ? new RegExp(`Seq Scan on ${growing}`) : new RegExp(`^SCAN ${growing}(?! USING| VIRTUAL)`);
  const sort = name === "postgres" ? /Sort/ : /USE TEMP B-TREE FOR ORDER BY/;
  const few = [
    { search: "rare thing" },
    { search: "sku-77" },
    { category: "Few" },
    { search: "rare", category: "Many" },
  ];
  const many = [{}, { search: "us" }, { category: "Many" }, { search: "usual th", category: "many" }];

  const pages = [
    {
      what: "staff's list",
      sorts: productSorts,
      read: (input: object) => listProducts(db, ListProducts.parse(input)),
      narrowed: [{}, { status: "published" }],
    },
    {
      what: "the shop's list",
      sorts: catalogueSorts,
      read: (input: object) => listShopProducts(db, ListCatalogue.parse(input), "EUR"),
      narrowed: [{}],
    },
  ];

  test.each(pages)("$what reads by indexes alone, in every order", async ({ read, sorts, narrowed }) => {
    const { during } = recordStatements();
    for (const filter of [...few, ...many]) {
      for (const more of narrowed) {
        for (const order of sorts) {
          for (const statement of await during(() => read({ ...filter, ...more, sort: order }))) {
            const steps = await explained(db, statement);
            expect(steps.filter((step) => scan.test(step))).toEqual([]);
          }
        }
      }
    }
  });

  test.each(pages)("$what sorts nothing when many products meet it", async ({ read, sorts, narrowed }) => {
    const { during } = recordStatements();
    for (const filter of many) {
      for (const more of narrowed) {
        for (const order of sorts) {
          const { nextCursor } = await read({ ...filter, ...more, sort: order });
          for (const cursor of [undefined, nextCursor ?? undefined]) {
            const sent = await during(() => read({ ...filter, ...more, sort: order, cursor }));
            for (const statement of sent.filter(({ text }) => /order by/i.test(text) && !/group by/i.test(text))) {
              const steps = await explained(db, statement, { sorting: false });
              expect(steps.filter((step) => sort.test(step))).toEqual([]);
            }
          }
        }
      }
    }
  });

  test.each(pages)("$what costs as many statements with a hundred products as with one", async ({ read }) => {
    const { during } = recordStatements();
    for (const filter of [...few, ...many]) {
      const one = await during(() => read({ ...filter, limit: 1 }));
      const hundred = await during(() => read({ ...filter, limit: 100 }));
      expect(hundred).toHaveLength(one.length);
    }
  });

  test.each(pages)("$what leads through all its pages there and back, in every order", async ({ read, sorts }) => {
    for (const order of sorts) {
      const filter = { search: "rare", sort: order, limit: 1 };
      const seen: string[] = [];
      let page = await read(filter);
      const all = page.total.count;
      for (;;) {
        seen.push(...page.items.map(({ id }) => id));
        if (page.nextCursor === null) break;
        page = await read({ ...filter, cursor: page.nextCursor });
      }
      expect(new Set(seen).size).toBe(all);
      expect(all).toBeGreaterThan(1);
      const back = await read({ ...filter, cursor: page.prevCursor ?? undefined });
      expect(back.items.map(({ id }) => id)).toEqual(seen.slice(-2, -1));
    }
  });

  test("the picker and the categories read by indexes alone", async () => {
    const { during } = recordStatements();
    const looks = [
      () => findVariants(db, { search: "sku-12", limit: 20 }),
      () => findVariants(db, { search: "usual", limit: 20 }),
      () => findVariants(db, { search: "", limit: 20 }),
      () => listShopCategories(db, "EUR"),
    ];
    for (const look of looks) {
      for (const statement of await during(look)) {
        const steps = await explained(db, statement);
        expect(steps.filter((step) => scan.test(step))).toEqual([]);
      }
    }
  });

  test("a product is found by the beginnings of its words and of its SKUs", async () => {
    const found = async (search: string): Promise<number> => {
      const { total } = await listProducts(db, ListProducts.parse({ search }));
      return total.count;
    };
    expect(await found("RARE")).toBe(3);
    expect(await found("rar thi")).toBe(3);
    expect(await found("are")).toBe(0);
    expect(await found("sku2007")).toBe(1);
    expect(await found("SKU-2007")).toBe(1);
    expect(await found("few rare")).toBe(0);
    expect(await found("%")).toBe(0);
    expect(await found("")).toBe(3_000);
    const variants = await findVariants(db, { search: "sku-2007", limit: 5 });
    expect(variants).toMatchObject([{ sku: "SKU-2007", title: "Rare thing 2007" }]);
  });

  test("the shop shows what is published and sold in the currency, by price in both directions", async () => {
    const { total } = await listShopProducts(db, ListCatalogue.parse({}), "EUR");
    expect(total.count).toBe(2_000);
    const inDollars = await listShopProducts(db, ListCatalogue.parse({}), "USD");
    expect(inDollars.total.count).toBe(1_000);
    expect((await listShopProducts(db, ListCatalogue.parse({}), "GBP")).items).toEqual([]);
    const categories = await listShopCategories(db, "EUR");
    expect(categories.map(({ name: category }) => category)).toEqual(["Few", "Many"]);
    expect(categories.reduce((sum, { products }) => sum + products, 0)).toBe(2_000);
    const lowest = await listShopProducts(db, ListCatalogue.parse({ sort: "price", limit: 1 }), "EUR");
    const highest = await listShopProducts(db, ListCatalogue.parse({ sort: "-price", limit: 1 }), "EUR");
    expect(Number(lowest.items[0]?.title.split(" ").at(-1)) % 97).toBe(0);
    expect(Number(highest.items[0]?.title.split(" ").at(-1)) % 97).toBe(96);
  });
});
