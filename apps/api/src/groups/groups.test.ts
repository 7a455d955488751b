import { insertCustomers } from "@clientele/db/customers/customers";
import type { StaffRole } from "@clientele/domain/access";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import { type AdminCaller, harness } from "../../test/caller.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

const given = async (db: Parameters<typeof harness>[0]) => {
  const house = await harness(db);
  return { ...house, manager: house.asStaff("manager") };
};

eachDatabase((_, open) => {
  describe("a group", () => {
    test("is created, read, listed, changed and deleted, with one event each", async () => {
      const { db, manager, staffId } = await given(await open());
      await manager.groups.list({});
      const made: { id: string; version: number }[] = [];
      const created = await eventsDuring(db, async () => {
        made.push(await manager.groups.create({ name: "  Wholesale ", description: "Buys by the pallet" }));
      });
      const [group] = made;
      if (group === undefined) throw new Error("no group was made");
      expect(created).toMatchObject([
        { type: "group.created", groupId: group.id, actorRealm: "staff", actorId: await staffId("manager") },
      ]);
      expect(created[0]).toMatchObject({ address: "203.0.113.7", customerCount: 0 });
      const none = { count: 0, capped: false };
      expect(await manager.groups.get({ id: group.id })).toMatchObject({
        name: "Wholesale",
        description: "Buys by the pallet",
        kind: "manual",
        version: 1,
        members: { effective: none, coming: none, ended: none },
      });

      const changed = await eventsDuring(db, () =>
        manager.groups.update({ id: group.id, version: 1, colour: "red", metadata: { code: "W", tiers: [1, 2] } }),
      );
      expect(changed).toMatchObject([{ type: "group.updated", data: { fields: ["colour", "metadata"] } }]);
      const page = await manager.groups.list({ search: "whole" });
      expect(page.items).toMatchObject([{ id: group.id, colour: "red", version: 2, members: none }]);
      expect(page.items[0]).not.toHaveProperty("metadata");

      const removed = await eventsDuring(db, () => manager.groups.remove({ id: group.id, version: 2 }));
      expect(removed).toMatchObject([{ type: "group.removed", groupId: group.id, data: { name: "Wholesale" } }]);
      await expect(manager.groups.get({ id: group.id })).rejects.toThrow("group.not_found");
    });

    test("set to what it is already changes and records nothing", async () => {
      const { db, manager } = await given(await open());
      const group = await manager.groups.create({ name: "VIP", metadata: { a: 1 } });
      const before = await stored(db);
      const same = await manager.groups.update({
        id: group.id,
        version: 1,
        name: "VIP",
        description: "",
        metadata: { a: 1 },
      });
      expect(same.version).toBe(1);
      expect(await stored(db)).toBe(before);
    });

    test("has a name of its own, whatever the case, also under a race", async () => {
      const { manager } = await given(await open());
      const vip = await manager.groups.create({ name: "VIP" });
      await expect(manager.groups.create({ name: "vip" })).rejects.toMatchObject({ message: "group.name_taken" });
      const other = await manager.groups.create({ name: "Others" });
      await expect(manager.groups.update({ id: other.id, version: 1, name: "ViP" })).rejects.toThrow(
        "group.name_taken",
      );
      await manager.groups.update({ id: vip.id, version: 1, name: "vip" });
      const race = await Promise.allSettled(
        Array.from({ length: 8 }, (_none, number) =>
          manager.groups.create({ name: number % 2 === 0 ? "Friends" : "FRIENDS" }),
        ),
      );
      expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const result of race) {
        if (result.status === "rejected") expect(String(result.reason)).toContain("group.name_taken");
      }
    });

    test("is not overwritten unseen: of parallel edits of one version one wins", async () => {
      const { db, manager } = await given(await open());
      const group = await manager.groups.create({ name: "VIP" });
      const edits = await eventsDuring(db, async () => {
        const results = await Promise.allSettled(
          Array.from({ length: 10 }, (_none, number) =>
            manager.groups.update({ id: group.id, version: 1, description: `Edit ${number}` }),
          ),
        );
        expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      });
      expect(edits).toHaveLength(1);
      await expect(manager.groups.remove({ id: group.id, version: 1 })).rejects.toThrow("group.changed_meanwhile");
    });

    test("is made once for each idempotency key", async () => {
      const { db, manager } = await given(await open());
      const input = { name: "VIP", idempotencyKey: "made-once-1" };
      const first = await manager.groups.create(input);
      const again = await eventsDuring(db, async () => {
        expect(await manager.groups.create(input)).toEqual(first);
      });
      expect(again).toEqual([]);
      await expect(manager.groups.create({ ...input, name: "Other" })).rejects.toThrow("request.key_reused");
    });

    test("names what uses it, and an unknown one is not found", async () => {
      const { manager, services } = await given(await open());
      const group = await manager.groups.create({ name: "VIP" });
      expect(await manager.groups.usage({ id: group.id })).toEqual({ priceLists: [], discounts: [] });
      const unknown = services.newId("group");
      const calls: ((caller: AdminCaller) => Promise<unknown>)[] = [
        (caller) => caller.groups.get({ id: unknown }),
        (caller) => caller.groups.usage({ id: unknown }),
        (caller) => caller.groups.members({ groupId: unknown }),
        (caller) => caller.groups.activity({ groupId: unknown }),
        (caller) => caller.groups.matchEmails({ groupId: unknown, text: "" }),
        (caller) => caller.groups.update({ id: unknown, version: 1, name: "X" }),
        (caller) => caller.groups.remove({ id: unknown, version: 1 }),
        (caller) => caller.groups.addMembers({ groupId: unknown, customerIds: [services.newId("customer")] }),
      ];
      for (const call of calls) await expect(call(manager)).rejects.toThrow("group.not_found");
    });
  });

  test("a role without the right changes nothing, and nobody reads without signing in (AUZ-2)", async () => {
    const house = await given(await open());
    const { db, manager, services, asStaff, asVisitor } = house;
    const group = await manager.groups.create({ name: "VIP" });
    const customer = buildCustomer(services.newId);
    await db.transaction((tx) => insertCustomers(tx, [customer]));
    const customerIds = [customer.id];
    const writes: ((caller: AdminCaller) => Promise<unknown>)[] = [
      (caller) => caller.groups.create({ name: "Mine" }),
      (caller) => caller.groups.update({ id: group.id, version: 1, name: "Mine" }),
      (caller) => caller.groups.remove({ id: group.id, version: 1 }),
      (caller) => caller.groups.addMembers({ groupId: group.id, customerIds }),
      (caller) => caller.groups.removeMembers({ groupId: group.id, customerIds }),
      (caller) => caller.groups.undoRemoval({ removalId: services.newId("event") }),
      (caller) => caller.groups.setMembership({ membershipId: services.newId("membership"), reason: "x" }),
      (caller) => caller.groups.matchEmails({ groupId: group.id, text: "a@example.com" }),
      (caller) => caller.groups.addEmails({ groupId: group.id, emails: [{ email: "a@example.com" }] }),
    ];
    const roles: StaffRole[] = ["viewer", "support"];
    const readers = roles.map((role) => asStaff(role));
    for (const reader of readers) expect((await reader.groups.list({})).items).toHaveLength(1);
    const before = await stored(db);
    for (const reader of readers) {
      for (const write of writes) await expect(write(reader)).rejects.toThrow("request.not_allowed");
      expect((await reader.groups.get({ id: group.id })).name).toBe("VIP");
    }
    const anyone = asVisitor();
    for (const write of writes) await expect(write(anyone)).rejects.toThrow("account.not_signed_in");
    await expect(anyone.groups.list({})).rejects.toThrow("account.not_signed_in");
    expect(await stored(db)).toBe(before);
  });

  test("inputs refuse unknown keys and what does not fit (MAS-1)", async () => {
    const { db, manager } = await given(await open());
    const group = await manager.groups.create({ name: "VIP" });
    const before = await stored(db);
    for (const extra of ["kind", "id", "version", "createdAt", "members", "__proto__x"]) {
      const input: Record<string, unknown> = { name: "Other", [extra]: "rule" };
      await expect(Reflect.apply(manager.groups.create, manager, [input])).rejects.toThrow("input.invalid");
    }
    for (const name of ["", "   ", "a".repeat(81), "a\u0000b", "a\u202Eb"]) {
      await expect(manager.groups.create({ name })).rejects.toThrow("input.invalid");
      await expect(manager.groups.update({ id: group.id, version: 1, name })).rejects.toThrow("input.invalid");
    }
    await manager.groups.update({ id: group.id, version: 1, name: "😀".repeat(80) });
    await expect(manager.groups.list({ limit: 101 })).rejects.toThrow("input.invalid");
    await expect(manager.groups.list({ cursor: "x" })).rejects.toThrow("input.invalid");
    expect(await stored(db)).not.toBe(before);
    expect((await manager.groups.list({})).items).toHaveLength(1);
  });
});
