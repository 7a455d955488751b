import { addressUses } from "@clientele/domain/customers/addressBook";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeOf, eventTypesIn, grownBy, refusalOf } from "../../test/accounts.ts";
import { harness } from "../../test/caller.ts";
import { holders, partsOf, shopper, street } from "../../test/addressBooks.ts";

eachDatabase((_, open) => {
  describe("the address book", () => {
    test("takes an address, makes the first both defaults, and moves them as asked", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      const first = await browser.addresses.create({ ...street(1), label: "Home" });
      expect(first).toMatchObject({ label: "Home", version: 1, isDefaultShipping: true, isDefaultBilling: true });
      h.clock.forward(1_000);
      const second = await browser.addresses.create(street(2));
      expect(second).toMatchObject({ isDefaultShipping: false, isDefaultBilling: false });
      h.clock.forward(1_000);
      await browser.addresses.create({ ...street(3), isDefaultBilling: true });
      expect(holders(await browser.addresses.list())).toEqual([["Torstraße 1"], ["Torstraße 3"]]);
      const book = await browser.addresses.setDefault({ id: second.id, use: "shipping" });
      expect(holders(book)).toEqual([["Torstraße 2"], ["Torstraße 3"]]);
      expect(book).toEqual(await browser.addresses.list());
      expect(book.map(({ line1 }) => line1)).toEqual(["Torstraße 3", "Torstraße 2", "Torstraße 1"]);
      // A moved default leaves what people edit as it was.
      expect(book.every(({ version }) => version === 1)).toBe(true);
      const types = ["address.created", "address.created", "address.created", "address.default_set"];
      expect(await eventTypesIn(h.db)).toEqual(types);
    });

    test("hands a removed default to the newest other address", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      const ids: string[] = [];
      for (const number of [1, 2, 3]) {
        ids.push((await browser.addresses.create(street(number))).id);
        h.clock.forward(1_000);
      }
      const [first = "", , third = ""] = ids;
      expect(await browser.addresses.remove({ id: first })).toEqual({ done: true });
      expect(holders(await browser.addresses.list())).toEqual([["Torstraße 3"], ["Torstraße 3"]]);
      await browser.addresses.remove({ id: third });
      expect(holders(await browser.addresses.list())).toEqual([["Torstraße 2"], ["Torstraße 2"]]);
      expect(await codeOf(browser.addresses.remove({ id: third }))).toBe("address.not_found");
    });

    test("holds an equal address once and only moves the asked defaults to it", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      await browser.addresses.create(street(1));
      const second = await browser.addresses.create(street(2));
      const grown = await grownBy(h.db, async () => {
        const spelled = { ...street(2), label: "Again", line1: "  TORSTRASSE  2 ", city: "berlin" };
        expect(await browser.addresses.create(spelled)).toEqual(second);
      });
      expect(grown).toEqual({});
      const asked = await browser.addresses.create({ ...street(2), isDefaultShipping: true });
      expect(asked).toMatchObject({ id: second.id, isDefaultShipping: true, isDefaultBilling: false });
      expect(holders(await browser.addresses.list())).toEqual([["Torstraße 2"], ["Torstraße 1"]]);
    });

    test("has room for fifty", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      for (let number = 1; number <= 50; number += 1) await browser.addresses.create(street(number));
      const refused = await refusalOf(browser.addresses.create(street(51)));
      expect(refused).toMatchObject({ code: "address.too_many", params: { most: 50 } });
      // An equal one is there already, so it is no fifty-first.
      await browser.addresses.create(street(7));
      expect(await browser.addresses.list()).toHaveLength(50);
    });

    test("changes an address whole, once, and tells which parts differ", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      const address = await browser.addresses.create(street(1));
      h.clock.forward(1_000);
      const changed = await browser.addresses.update({ ...partsOf(address), city: "Potsdam", postalCode: "14467" });
      expect(changed).toEqual({
        ...address,
        city: "Potsdam",
        postalCode: "14467",
        version: 2,
        updatedAt: h.clock.now(),
      });
      expect(await browser.addresses.list()).toEqual([changed]);
      const events = await h.db.select({ data: h.db.tables.events.data }).from(h.db.tables.events);
      expect(events.at(-1)?.data).toEqual({ addressId: address.id, fields: ["city", "postalCode"] });
      const grown = await grownBy(h.db, async () => {
        expect(await browser.addresses.update(partsOf(changed))).toEqual(changed);
      });
      expect(grown).toEqual({});
    });

    test("refuses a change into another of its addresses, at a field", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      await browser.addresses.create(street(1));
      const second = await browser.addresses.create({ ...street(2), label: "Other" });
      const refused = await refusalOf(browser.addresses.update({ ...partsOf(second), line1: "torstrasse 1" }));
      expect(refused).toMatchObject({ code: "input.invalid", fields: { line1: { code: "field.duplicate" } } });
      // Another label alone makes no other address.
      expect(await browser.addresses.update({ ...partsOf(second), label: "Work" })).toMatchObject({ label: "Work" });
    });

    test("refuses stale versions (R11)", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      const address = await browser.addresses.create(street(1));
      await browser.addresses.update({ ...partsOf(address), city: "Potsdam" });
      const stale = await refusalOf(browser.addresses.update({ ...partsOf(address), city: "Bonn" }));
      expect(stale).toMatchObject({ code: "address.changed_meanwhile", params: { version: 2 } });
      const preferred = browser.addresses.setDefault({ id: address.id, use: "billing", version: 1 });
      expect(await codeOf(preferred)).toBe("address.changed_meanwhile");
      expect(await browser.addresses.list()).toMatchObject([{ city: "Potsdam", version: 2 }]);
    });

    test("refuses what its country or any post could not take, at the field", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      const wrong = [
        [{ countryCode: "XX" }, "countryCode", "field.country"],
        [{ postalCode: "1011" }, "postalCode", "field.postal_code"],
        [{ postalCode: "" }, "postalCode", "field.required"],
        [{ line1: "" }, "line1", "field.required"],
        [{ phone: "030" }, "phone", "field.phone"],
        [{ city: "x".repeat(121) }, "city", "field.too_long"],
        [{ line1: "a\u0000b" }, "line1", "field.characters"],
        [{ countryCode: "US", postalCode: "10001" }, "province", "field.required"],
      ] as const;
      for (const [parts, field, code] of wrong) {
        const refused = await refusalOf(browser.addresses.create({ ...street(1), ...parts }));
        expect(refused).toMatchObject({ code: "input.invalid", fields: { [field]: { code } } });
      }
      expect(await browser.addresses.list()).toEqual([]);
    });
  });

  describe("many at once", () => {
    test("equal addresses become one, and the first becomes both defaults", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      const made = await Promise.all(Array.from({ length: 12 }, () => browser.addresses.create(street(1))));
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
      expect(await browser.addresses.list()).toHaveLength(1);
    });

    test("different addresses leave one default of each kind", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      await Promise.all(
        Array.from({ length: 8 }, (_item, number) =>
          browser.addresses.create({ ...street(number), isDefaultShipping: number % 2 === 0 }),
        ),
      );
      const book = await browser.addresses.list();
      expect(book).toHaveLength(8);
      for (const holding of holders(book)) expect(holding).toHaveLength(1);
      await Promise.all(book.map(({ id }) => browser.addresses.setDefault({ id, use: "billing" })));
      for (const holding of holders(await browser.addresses.list())) expect(holding).toHaveLength(1);
      await Promise.all(book.slice(0, 7).map(({ id }) => browser.addresses.remove({ id })));
      expect(holders(await browser.addresses.list())).toEqual([[book[7]?.line1], [book[7]?.line1]]);
    });

    test("of fifty edits one per version succeeds (R11)", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      const address = await browser.addresses.create(street(1));
      const edits = await Promise.allSettled(
        Array.from({ length: 50 }, (_item, number) =>
          browser.addresses.update({ ...partsOf(address), label: `Label ${number}` }),
        ),
      );
      expect(edits.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await browser.addresses.list()).toMatchObject([{ version: 2 }]);
    });

    test("a repeated key makes one address, another input under it is refused (R4)", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      const keyed = { ...street(1), idempotencyKey: "key-12345678" };
      const made = await Promise.all(Array.from({ length: 5 }, () => browser.addresses.create(keyed)));
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
      expect(await codeOf(browser.addresses.create({ ...keyed, city: "Bonn" }))).toBe("request.key_reused");
      // The key is the caller's own: another shopper's is another.
      const stranger = await shopper(h);
      expect((await stranger.browser.addresses.create({ ...keyed, city: "Bonn" })).city).toBe("Bonn");
    });
  });

  test("whatever is done to a book, it has exactly one default of each kind while it holds any address", async () => {
    const h = await harness(await open());
    const number = fc.integer({ min: 1, max: 5 });
    const step = fc.oneof(
      fc.record({ add: number, isDefaultShipping: fc.boolean(), isDefaultBilling: fc.boolean() }),
      fc.record({ remove: number }),
      fc.record({ prefer: number, use: fc.constantFrom(...addressUses) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const { browser } = await shopper(h);
        for (const one of steps) {
          const book = await browser.addresses.list();
          const named = (wanted: number) => book.find(({ line1 }) => line1 === `Torstraße ${wanted}`)?.id;
          if ("add" in one) {
            const { add, ...defaults } = one;
            await browser.addresses.create({ ...street(add), ...defaults });
          } else if ("remove" in one) {
            const id = named(one.remove);
            if (id !== undefined) await browser.addresses.remove({ id });
          } else {
            const id = named(one.prefer);
            if (id !== undefined) await browser.addresses.setDefault({ id, use: one.use });
          }
          h.clock.forward(1);
          const after = await browser.addresses.list();
          for (const holding of holders(after)) expect(holding).toHaveLength(after.length === 0 ? 0 : 1);
        }
      }),
      { numRuns: 12 },
    );
  });
});
