import { eachDatabase } from "@clientele/testing/eachDatabase";
import { recordStatements } from "@clientele/testing/statements";
import { describe, expect, test } from "vitest";
import { codeOf, givenCustomer, goodPassword } from "../../test/accounts.ts";
import { harness } from "../../test/caller.ts";

const given = async (db: Parameters<typeof harness>[0]) => {
  const house = await harness(db);
  const customer = await givenCustomer(house, { password: goodPassword });
  return { ...house, house, customer, customerId: customer.id, manager: house.asStaff("manager") };
};

eachDatabase((_, open) => {
  describe("a customer's timeline", () => {
    test("tells who did what, newest first, with the names its sentences need", async () => {
      const { as, customer, customerId, manager, staffId, clock } = await given(await open());
      const group = await manager.groups.create({ name: "VIP" });
      clock.forward(1000);
      await as(customerId).profile.update({ version: customer.version, firstName: "Berta" });
      clock.forward(1000);
      await manager.customers.setTags({ id: customerId, tags: ["Florist"] });
      clock.forward(1000);
      const note = await manager.customers.addNote({ customerId, text: "Likes lilies", pinned: true });
      clock.forward(1000);
      await manager.groups.addMembers({ groupId: group.id, customerIds: [customerId] });
      const { items, total } = await manager.customers.timeline({ customerId });
      const staff = { realm: "staff", id: await staffId("manager"), name: "The manager" };
      expect(items).toMatchObject([
        { type: "group.members_added", actor: staff, group: { id: group.id, name: "VIP" }, customers: { count: 1 } },
        { type: "note.added", actor: staff, note: { id: note.id, text: "Likes lilies", pinned: true }, group: null },
        { type: "customer.tags_set", actor: staff, tags: [{ name: "Florist" }], note: null },
        {
          type: "customer.updated",
          actor: { realm: "shop", id: customerId, name: null },
          data: { fields: ["firstName"] },
        },
      ]);
      expect(total).toEqual({ count: 4, capped: false });
    });

    test("is narrowed to kinds", async () => {
      const { customerId, manager } = await given(await open());
      await manager.customers.setTags({ id: customerId, tags: ["Florist"] });
      await manager.customers.addNote({ customerId, text: "A note" });
      await manager.customers.update({ id: customerId, version: 1, firstName: "Berta" });
      const typesOf = async (kinds: ("tags" | "notes" | "security")[]) =>
        (await manager.customers.timeline({ customerId, kinds })).items.map(({ type }) => type);
      expect(await typesOf(["notes"])).toEqual(["note.added"]);
      expect(await typesOf(["tags", "notes"])).toEqual(["note.added", "customer.tags_set"]);
      expect(await typesOf(["security"])).toEqual([]);
      expect(await typesOf([])).toHaveLength(3);
    });

    test("holds nothing of anyone else, and is there for those who may read only", async () => {
      const { house, customerId, manager, asStaff, asVisitor } = await given(await open());
      const other = await givenCustomer(house);
      await manager.customers.addNote({ customerId: other.id, text: "Of somebody else" });
      expect((await asStaff("viewer").customers.timeline({ customerId })).items).toEqual([]);
      expect(await codeOf(asVisitor().customers.timeline({ customerId }))).toBe("account.not_signed_in");
      const nobody = "cus_01ARZ3NDEKTSV4RRFFQ69G5FAV";
      expect(await codeOf(manager.customers.timeline({ customerId: nobody }))).toBe("customer.not_found");
    });

    test("goes on when a tag, a note or a group is gone", async () => {
      const { customerId, manager } = await given(await open());
      const [tag] = await manager.customers.setTags({ id: customerId, tags: ["Florist"] });
      const note = await manager.customers.addNote({ customerId, text: "A note" });
      const group = await manager.groups.create({ name: "VIP" });
      await manager.groups.addMembers({ groupId: group.id, customerIds: [customerId] });
      await manager.tags.remove({ id: tag?.id ?? "" });
      await manager.customers.removeNote({ id: note.id });
      await manager.groups.remove({ id: group.id, version: group.version });
      const { items } = await manager.customers.timeline({ customerId });
      const added = items.find(({ type }) => type === "note.added");
      expect(added).toMatchObject({ note: null });
      expect(items.find(({ type }) => type === "customer.tags_set")).toMatchObject({ tags: [] });
      expect(items.find(({ type }) => type === "group.members_added")).toMatchObject({ group: null });
    });

    test("pages forth and back in as many statements for fifty entries as for one", async () => {
      const { customerId, manager } = await given(await open());
      for (let number = 0; number < 30; number += 1) {
        await manager.customers.setTags({ id: customerId, tags: [`Tag ${number}`] });
        await manager.customers.addNote({ customerId, text: `Note ${number}` });
      }
      const all = await manager.customers.timeline({ customerId, limit: 100 });
      expect(all.items).toHaveLength(60);
      const first = await manager.customers.timeline({ customerId, limit: 25 });
      const second = await manager.customers.timeline({ customerId, limit: 25, cursor: first.nextCursor ?? "" });
      expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 50));
      const back = await manager.customers.timeline({ customerId, limit: 25, cursor: second.prevCursor ?? "" });
      expect(back.items).toEqual(first.items);

      const { during } = recordStatements();
      const few = await during(() => manager.customers.timeline({ customerId, limit: 2 }));
      const many = await during(() => manager.customers.timeline({ customerId, limit: 50 }));
      expect(many.length).toBe(few.length);
    });
  });
});
