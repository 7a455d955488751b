import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import { codeOf, givenCustomer, refusalOf } from "../../test/accounts.ts";
import { harness } from "../../test/caller.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

const given = async (db: Parameters<typeof harness>[0]) => {
  const house = await harness(db);
  const customer = await givenCustomer(house);
  return { ...house, house, customer, id: customer.id, support: house.asStaff("support") };
};

const names = (tags: readonly { name: string }[]): string[] => tags.map(({ name }) => name);
const noTag = "tag_01ARZ3NDEKTSV4RRFFQ69G5FAV";

eachDatabase((_, open) => {
  describe("the tags of a customer", () => {
    test("are replaced as a whole, and made by first use", async () => {
      const { db, id, support } = await given(await open());
      expect(names(await support.customers.setTags({ id, tags: ["Large", "Florist"] }))).toEqual(["Florist", "Large"]);
      const events = await eventsDuring(db, async () => {
        expect(names(await support.customers.setTags({ id, tags: ["Press", "FLORIST"] }))).toEqual([
          "Florist",
          "Press",
        ]);
      });
      const all = await support.tags.list();
      const idOf = (name: string) => all.find((tag) => tag.name === name)?.id;
      expect(events).toMatchObject([
        { type: "customer.tags_set", customerId: id, data: { added: [idOf("Press")], removed: [idOf("Large")] } },
      ]);
      expect(all.map(({ name, customers }) => [name, customers])).toEqual([
        ["Florist", { count: 1, capped: false }],
        ["Large", { count: 0, capped: false }],
        ["Press", { count: 1, capped: false }],
      ]);
      expect(await support.customers.setTags({ id, tags: [] })).toEqual([]);
    });

    test("leave the customer's version alone, and what is there already unrecorded", async () => {
      const { db, id, support } = await given(await open());
      await support.customers.setTags({ id, tags: ["Florist", "Large"] });
      expect(await support.customers.get({ id })).toMatchObject({ version: 1 });
      const before = await stored(db);
      await support.customers.setTags({ id, tags: ["large", "FLORIST", "Florist"] });
      expect(await stored(db)).toBe(before);
    });

    test("set by twenty at once are one of the sets, and each tag is made once", async () => {
      const { db, id, support } = await given(await open({ patience: 20_000 }));
      const sets = Array.from({ length: 20 }, (_, number) => ["Shared", `Own ${number % 4}`]);
      await Promise.all(sets.map((tags) => support.customers.setTags({ id, tags })));
      expect(await db.$count(db.tables.tags)).toBe(5);
      const { tags } = await support.customers.get({ id });
      expect(tags).toHaveLength(2);
      expect(names(tags)).toContain("Shared");
    });

    test("of someone unknown or erased are not set", async () => {
      const { house, db, support } = await given(await open());
      const erased = await givenCustomer(house, { status: "erased", email: null });
      await support.tags.list();
      const before = await stored(db);
      const nobody = "cus_01ARZ3NDEKTSV4RRFFQ69G5FAV";
      expect(await codeOf(support.customers.setTags({ id: nobody, tags: ["X"] }))).toBe("customer.not_found");
      expect(await codeOf(support.customers.setTags({ id: erased.id, tags: ["X"] }))).toBe("customer.erased");
      expect(await stored(db)).toBe(before);
    });
  });

  describe("a tag", () => {
    test("is renamed and coloured for everyone who bears it", async () => {
      const { db, id, support } = await given(await open());
      const [tag] = await support.customers.setTags({ id, tags: ["Florist"] });
      if (tag === undefined) throw new Error("no tag was made");
      const events = await eventsDuring(db, async () => {
        const changed = await support.tags.update({ id: tag.id, version: 1, name: "Florists", colour: "pink" });
        expect(changed).toMatchObject({ name: "Florists", colour: "pink", version: 2, customers: { count: 1 } });
      });
      expect(events).toMatchObject([{ type: "tag.updated", data: { tagId: tag.id, fields: ["name", "colour"] } }]);
      expect((await support.customers.get({ id })).tags).toEqual([{ id: tag.id, name: "Florists", colour: "pink" }]);
      const before = await stored(db);
      await support.tags.update({ id: tag.id, version: 2, name: "Florists" });
      expect(await stored(db)).toBe(before);
      expect(await support.tags.update({ id: tag.id, version: 2, name: "FLORISTS" })).toMatchObject({ version: 3 });
    });

    test("seen in an older version, unknown, or named as another is not changed", async () => {
      const { db, id, support } = await given(await open());
      const [florist, large] = await support.customers.setTags({ id, tags: ["Florist", "Large"] });
      if (florist === undefined || large === undefined) throw new Error("no tags were made");
      await support.tags.update({ id: large.id, version: 1, name: "Larger" });
      const before = await stored(db);
      const stale = await refusalOf(support.tags.update({ id: large.id, version: 1, name: "X" }));
      expect(stale).toMatchObject({ code: "tag.changed_meanwhile", params: { version: 2 } });
      const taken = await refusalOf(support.tags.update({ id: large.id, version: 2, name: " fLORIST" }));
      expect(taken).toMatchObject({ code: "tag.name_taken", fields: { name: {} } });
      expect(await codeOf(support.tags.update({ id: noTag, version: 1, name: "X" }))).toBe("tag.not_found");
      expect(await codeOf(support.tags.remove({ id: noTag }))).toBe("tag.not_found");
      expect(await stored(db)).toBe(before);
    });

    test("is taken from everyone when it is removed", async () => {
      const { db, id, support } = await given(await open());
      const [tag] = await support.customers.setTags({ id, tags: ["Florist"] });
      if (tag === undefined) throw new Error("no tag was made");
      const events = await eventsDuring(db, () => support.tags.remove({ id: tag.id }));
      expect(events).toMatchObject([{ type: "tag.removed", data: { tagId: tag.id, name: "Florist" } }]);
      expect((await support.customers.get({ id })).tags).toEqual([]);
      expect((await support.customers.list({ tags: ["Florist"] })).items).toEqual([]);
      expect(await support.tags.list()).toEqual([]);
    });
  });

  test("viewers see tags and change none", async () => {
    const { db, id, support, asStaff } = await given(await open());
    const [tag] = await support.customers.setTags({ id, tags: ["Florist"] });
    if (tag === undefined) throw new Error("no tag was made");
    const viewer = asStaff("viewer");
    expect(names(await viewer.tags.list())).toEqual(["Florist"]);
    const before = await stored(db);
    const writes = [
      viewer.customers.setTags({ id, tags: [] }),
      viewer.tags.update({ id: tag.id, version: 1, name: "X" }),
      viewer.tags.remove({ id: tag.id }),
    ];
    const codes = await Promise.all(writes.map(codeOf));
    expect(codes).toEqual(writes.map(() => "request.not_allowed"));
    expect(await stored(db)).toBe(before);
  });
});
