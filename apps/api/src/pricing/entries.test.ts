import { days, later } from "@clientele/domain/time";
import { givenProducts } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { givenPriceList } from "@clientele/testing/pricing";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import { refusalOf } from "../../test/accounts.ts";
import { givenCatalogue } from "../../test/givenCatalogue.ts";
import { eventsDuring } from "../../test/recorded.ts";
import { clean } from "../cleaning.ts";

eachDatabase((_, open) => {
  test("the grid shows what the list names, or all that is sold, by SKU, with what the adjustment makes of it", async () => {
    const { manager, db, newId, kettleId, cupId } = await givenCatalogue(await open());
    await givenProducts(db, newId, [{ title: "Dollar plate", variants: [{ sku: "PLATE", prices: { USD: 500 } }] }]);
    const priceListId = await givenPriceList(db, newId, {
      adjustment: -2000,
      floor: 900,
      entries: { [cupId]: "excluded" },
    });
    const named = await manager.priceLists.entries({ priceListId });
    expect(named.items).toMatchObject([{ variantId: cupId, title: "Cup", base: 1000, excluded: true, adjusted: 900 }]);
    const all = await manager.priceLists.entries({ priceListId, all: true });
    expect(all.items.map(({ sku, base, adjusted, ranges }) => [sku, base, adjusted, ranges])).toEqual([
      ["CUP", 1000, 900, []],
      ["KET-1L", 10_000, 8_000, []],
    ]);
    const search = (text: string) => manager.priceLists.entries({ priceListId, all: true, search: text });
    expect((await search("ket-1")).items.map(({ variantId }) => variantId)).toEqual([kettleId]);
    expect((await search("kettl")).items.map(({ variantId }) => variantId)).toEqual([kettleId]);
    expect((await search("%")).items).toEqual([]);
    const first = await manager.priceLists.entries({ priceListId, all: true, limit: 1 });
    const second = await manager.priceLists.entries({
      priceListId,
      all: true,
      limit: 1,
      cursor: first.nextCursor ?? "",
    });
    expect([...first.items, ...second.items].map(({ sku }) => sku)).toEqual(["CUP", "KET-1L"]);
    expect(second).toMatchObject({ nextCursor: null, total: { count: 2, capped: false } });
  });

  test("a thousand rows are read with as many statements as one", async () => {
    const { manager, db, newId } = await givenCatalogue(await open());
    const products = await givenProducts(
      db,
      newId,
      Array.from({ length: 1000 }, () => ({})),
    );
    const entries = Object.fromEntries(products.map(({ variants: [variant] }) => [variant?.id ?? "", 900]));
    const priceListId = await givenPriceList(db, newId, { entries });
    const recorded = recordStatements();
    const read = (limit: number) => recorded.during(() => manager.priceLists.entries({ priceListId, limit }));
    await read(1);
    const one = await read(1);
    expect(await read(1000)).toHaveLength(one.length);
    const set = (count: number, amount: number) => {
      const changed = products.slice(0, count).map(({ variants: [variant] }) => ({
        variantId: variant?.id ?? "",
        ranges: [{ amount }],
      }));
      return recorded.during(() => manager.priceLists.setEntries({ priceListId, entries: changed }));
    };
    const few = await set(1, 800);
    expect((await set(800, 700)).length).toBe(few.length);
  });

  test("setting entries answers what was said before, which undoes it when it is set again", async () => {
    const { manager, db, newId, kettleId, cupId } = await givenCatalogue(await open());
    const priceListId = await givenPriceList(db, newId, { entries: { [cupId]: 900 } });
    const set = manager.priceLists.setEntries;
    const entries = [
      {
        variantId: cupId,
        ranges: [
          { min: 1, max: 9, amount: 950 },
          { min: 10, amount: 850 },
        ],
      },
      { variantId: kettleId, excluded: true },
    ];
    const done = await set({ priceListId, entries });
    expect(done).toMatchObject({ changed: 2, variants: 2 });
    const undone = await set({ priceListId, entries: done.before });
    expect(undone).toMatchObject({ changed: 2, variants: 1 });
    expect((await manager.priceLists.entries({ priceListId })).items).toMatchObject([
      { variantId: cupId, excluded: false, ranges: [{ min: 1, max: null, amount: 900 }] },
    ]);
    const events = await eventsDuring(db, () => set({ priceListId, entries: done.before }));
    expect(events).toEqual([]);
    expect((await manager.priceLists.get({ id: priceListId })).version).toBe(1);
  });

  test("different cells may be edited at the same time, and none is lost", async () => {
    const { manager, db, newId } = await givenCatalogue(await open());
    const priceListId = await givenPriceList(db, newId);
    const products = await givenProducts(
      db,
      newId,
      Array.from({ length: 8 }, () => ({})),
    );
    await Promise.all(
      products.map(({ variants: [variant] }, place) =>
        manager.priceLists.setEntries({
          priceListId,
          entries: [{ variantId: variant?.id ?? "", ranges: [{ amount: 100 + place }] }],
        }),
      ),
    );
    expect((await manager.priceLists.get({ id: priceListId })).variants).toBe(8);
  });

  test("what could not be stored is told at its entry, and nothing of the call is written", async () => {
    const { manager, db, newId, kettleId, cupId } = await givenCatalogue(await open());
    const priceListId = await givenPriceList(db, newId);
    const right = { variantId: kettleId, ranges: [{ amount: 9_000 }] };
    const refused = (...entries: Parameters<typeof manager.priceLists.setEntries>[0]["entries"]) =>
      refusalOf(manager.priceLists.setEntries({ priceListId, entries: [right, ...entries] }));
    const overlapping = {
      variantId: cupId,
      ranges: [
        { min: 1, max: 10, amount: 9 },
        { min: 10, amount: 8 },
      ],
    };
    expect(await refused(overlapping)).toMatchObject({
      code: "price_list.ranges_overlap",
      params: { sku: "CUP" },
      fields: { "entries.1.ranges": { code: "price_list.ranges_overlap" } },
    });
    const backwards = { variantId: cupId, ranges: [{ min: 10, max: 9, amount: 9 }] };
    expect((await refused(backwards)).fields).toEqual({
      "entries.1.ranges.0.max": { code: "field.ranges", params: {} },
    });
    expect((await refused(right)).fields).toHaveProperty(["entries.1.variantId"]);
    const both = { variantId: cupId, excluded: true, ranges: [{ amount: 9 }] };
    expect((await refused(both)).fields).toHaveProperty(["entries.1.ranges"]);
    expect((await refused({ variantId: newId("variant") })).code).toBe("variant.not_found");
    expect((await manager.priceLists.get({ id: priceListId })).variants).toBe(0);
  });

  test("a pasted text is judged cell by cell and says what it would change", async () => {
    const { manager, db, newId, cupId, kettleId } = await givenCatalogue(await open());
    const priceListId = await givenPriceList(db, newId, { entries: { [cupId]: 900 } });
    const check = (text: string) => manager.priceLists.checkEntries({ priceListId, text });
    const wrong = await check("SKU\tFrom\tPrice\ncup\t1\t9.00\nKET-1L\t1\tcheap\nNOPE\t1\t1.00");
    expect(wrong).toMatchObject({ rowsWithProblems: 2, created: 0, changed: 0, same: 1 });
    expect(wrong.rows.map(({ row, problems }) => [row, problems])).toEqual([
      [2, {}],
      [3, { amount: "amount" }],
      [4, { sku: "unknown_sku" }],
    ]);
    const right = await check("CUP;9,50\nKET-1L;90,00");
    expect(right).toMatchObject({ rowsWithProblems: 0, created: 1, changed: 1, same: 0 });
    expect(right.entries.map(({ variantId }) => variantId)).toEqual([cupId, kettleId]);
    const many = Array.from({ length: 5_001 }, () => "CUP,1").join("\n");
    expect((await refusalOf(check(many))).fields).toHaveProperty("text");
  });

  test("a pasted text of five thousand rows lets others in while it is read", async () => {
    const { manager, db, newId } = await givenCatalogue(await open());
    const priceListId = await givenPriceList(db, newId);
    const text = "CUP\t1\t9.00\n".repeat(5_000);
    const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
      let turns = 0;
      let isDone = false;
      const next = (): void => {
        turns += 1;
        if (!isDone) setImmediate(next);
      };
      setImmediate(next);
      await work();
      isDone = true;
      return turns;
    };
    expect(await turnsDuring(() => manager.priceLists.checkEntries({ priceListId, text }))).toBeGreaterThan(10);
    const run = () => manager.priceLists.importEntries({ priceListId, text, skipProblems: true });
    expect(await turnsDuring(run)).toBeGreaterThan(10);
  });

  test("an import writes all or what is right, replaces when asked, and twice is once", async () => {
    const { manager, db, newId, cupId, kettleId } = await givenCatalogue(await open());
    const priceListId = await givenPriceList(db, newId, { entries: { [cupId]: 900 } });
    const run = manager.priceLists.importEntries;
    const text = "KET-1L,1,90.00\nNOPE,1,1.00";
    expect(await refusalOf(run({ priceListId, text }))).toMatchObject({
      code: "price_list.problems_in_rows",
      params: { rows: 1 },
    });
    const call = { priceListId, text, skipProblems: true, replace: true, idempotencyKey: "import-0001" };
    const counts = { created: 1, changed: 0, removed: 1, skipped: 1, importId: expect.any(String) as string };
    const events = await eventsDuring(db, async () => expect(await run(call)).toEqual(counts));
    expect(events.map(({ type }) => type)).toEqual(["price_list.entries_imported"]);
    expect(await eventsDuring(db, async () => expect(await run(call)).toEqual(counts))).toEqual([]);
    expect(await refusalOf(run({ ...call, replace: false }))).toMatchObject({ code: "request.key_reused" });
    const again = await eventsDuring(db, () => run({ priceListId, text: "KET-1L,1,90.00" }));
    expect(again).toEqual([]);
    expect((await manager.priceLists.entries({ priceListId })).items.map(({ variantId }) => variantId)).toEqual([
      kettleId,
    ]);
  });

  test("an import that emptied the list is taken back, but not over what was changed since", async () => {
    const { manager, db, newId, cupId, kettleId } = await givenCatalogue(await open());
    const [pot, pan] = await givenProducts(db, newId, [
      { variants: [{ sku: "POT", price: 5_000 }] },
      { variants: [{ sku: "PAN", price: 3_000 }] },
    ]);
    const [potId = "", panId = ""] = [pot?.variants[0]?.id, pan?.variants[0]?.id];
    const priceListId = await givenPriceList(db, newId, { entries: { [cupId]: 900, [potId]: 4_000, [panId]: 2_000 } });
    const ranges = [
      { min: 1, max: 9, amount: 900 },
      { min: 10, amount: 800 },
    ];
    await manager.priceLists.setEntries({ priceListId, entries: [{ variantId: cupId, ranges }] });
    const said = async () => {
      const { items } = await manager.priceLists.entries({ priceListId });
      return items.map(({ sku, ranges: own }) => [sku, ...own.map(({ amount }) => amount)]);
    };
    const before = await said();
    const text = "KET-1L,90.00\nPOT,41.00";
    const call = { priceListId, text, replace: true, idempotencyKey: "import-0002" };
    const first = await manager.priceLists.importEntries(call);
    expect(await said()).toEqual([
      ["KET-1L", 9_000],
      ["POT", 4_100],
    ]);
    // Who repeats the call for want of its answer can take it back too.
    const { importId } = await manager.priceLists.importEntries(call);
    expect(importId).toBe(first.importId);
    const events = await eventsDuring(db, async () => {
      expect(await manager.priceLists.undoImport({ importId: importId ?? "" })).toEqual({ restored: 4, kept: 0 });
    });
    expect(events).toMatchObject([{ type: "price_list.import_undone", data: { restored: 4 } }]);
    expect(await said()).toEqual(before);
    expect((await refusalOf(manager.priceLists.undoImport({ importId: importId ?? "" }))).code).toBe(
      "price_list.import_not_found",
    );

    const again = await manager.priceLists.importEntries({ priceListId, text, replace: true });
    await manager.priceLists.setEntries({
      priceListId,
      entries: [
        { variantId: kettleId, ranges: [{ amount: 8_888 }] },
        { variantId: cupId, ranges: [{ amount: 777 }] },
      ],
    });
    await manager.products.remove({ id: pan?.id ?? "", version: 1 });
    expect(await manager.priceLists.undoImport({ importId: again.importId ?? "" })).toEqual({ restored: 1, kept: 3 });
    expect(await said()).toEqual([
      ["CUP", 777],
      ["KET-1L", 8_888],
      ["POT", 4_000],
    ]);
  });

  test("an import can be taken back for two days, and not into an archived list", async () => {
    const { manager, asStaff, db, newId, services, clock } = await givenCatalogue(await open());
    const priceListId = await givenPriceList(db, newId);
    const { importId } = await manager.priceLists.importEntries({ priceListId, text: "KET-1L,90.00" });
    await clean(db, later(services.now(), days(2) - 1));
    await asStaff("owner").priceLists.archive({ id: priceListId, version: 1 });
    // Sessions end sooner than that, so each try signs in anew.
    const undone = () => refusalOf(asStaff("manager").priceLists.undoImport({ importId: importId ?? "" }));
    expect((await undone()).code).toBe("price_list.archived");
    clock.forward(days(2) + 1);
    await clean(db, services.now());
    expect((await undone()).code).toBe("price_list.import_not_found");
  });
});
