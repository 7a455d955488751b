import { holdEmail } from "@clientele/db/customers/emailHolds";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import { asSent, codeOf, givenCustomer, goodPassword, refusalOf } from "../../test/accounts.ts";
import { harness, tokenIn } from "../../test/caller.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

const given = async (db: Parameters<typeof harness>[0]) => {
  const house = await harness(db);
  return { ...house, house, manager: house.asStaff("manager") };
};

eachDatabase((_, open) => {
  describe("making a customer", () => {
    test("stores a guest with tags and groups, in one event", async () => {
      const { db, manager } = await given(await open());
      const group = await manager.groups.create({ name: "VIP" });
      const events = await eventsDuring(db, async () => {
        const made = await manager.customers.create({
          email: " Ann@Example.COM ",
          firstName: "Ann",
          phone: "+49 1511 2345678",
          companyName: "",
          metadata: { shelf: 3 },
          tags: ["Florist", "florist", "Large"],
          groupIds: [group.id, group.id],
        });
        expect(made).toMatchObject({
          email: "ann@example.com",
          status: "guest",
          firstName: "Ann",
          lastName: "",
          phone: "+4915112345678",
          companyName: null,
          metadata: { shelf: 3 },
          createdBy: "staff",
          version: 1,
          memberships: [{ group: { id: group.id, name: "VIP" }, effective: true, source: "staff", until: null }],
        });
        expect(made.tags.map(({ name }) => name)).toEqual(["florist", "Large"]);
      });
      expect(events).toMatchObject([
        { type: "customer.created", customerCount: 1, data: { groups: [group.id], invited: false } },
      ]);
      expect(JSON.stringify(events)).not.toContain("ann@");
      expect((await manager.customers.list({ search: "ann@example.com", groupIds: [group.id] })).items).toHaveLength(1);
    });

    test("needs nothing but the e-mail", async () => {
      const { manager } = await given(await open());
      const made = await manager.customers.create({ email: "ann@example.com" });
      expect(made).toMatchObject({ status: "guest", firstName: "", tags: [], memberships: [], metadata: {} });
    });

    test("invites by a mail whose link opens the account", async () => {
      const { house, manager, mails } = await given(await open());
      const made = await manager.customers.create({ email: "ann@example.com", firstName: "Ann", invite: true });
      expect(made.status).toBe("invited");
      expect(made.invitation).not.toBeNull();
      const token = tokenIn((await mails("ann@example.com"))[0]);
      await house.asAnyone().account.completeSignUp({ token, password: goodPassword, firstName: "Ann" });
      expect(await manager.customers.get({ id: made.id })).toMatchObject({ status: "active", invitation: null });
    });

    test("with an e-mail that is taken or held is refused at the field", async () => {
      const { house, db, manager, clock } = await given(await open());
      const there = await givenCustomer(house, { email: "ann@example.com" });
      const until = new Date(clock.now().getTime() + 1000);
      await db.transaction((tx) => holdEmail(tx, { email: "held@example.com", customerId: there.id, until }));
      await manager.customers.list({});
      const before = await stored(db);
      for (const email of ["ANN@example.com", "held@example.com"]) {
        const refused = await refusalOf(manager.customers.create({ email, tags: ["New"] }));
        expect(refused).toMatchObject({
          code: "customer.email_taken",
          fields: { email: { code: "customer.email_taken" } },
        });
      }
      expect(await stored(db)).toBe(before);
      clock.set(until);
      expect(await manager.customers.create({ email: "held@example.com" })).toMatchObject({ status: "guest" });
    });

    test("into a group that is not there makes nobody", async () => {
      const { db, manager } = await given(await open());
      await manager.customers.list({});
      const before = await stored(db);
      const groupIds = ["grp_01ARZ3NDEKTSV4RRFFQ69G5FAV"];
      expect(await codeOf(manager.customers.create({ email: "ann@example.com", groupIds }))).toBe("group.not_found");
      expect(await stored(db)).toBe(before);
    });

    test("into a group needs the right to fill groups", async () => {
      const { db, manager, asStaff } = await given(await open());
      const { id } = await manager.groups.create({ name: "VIP" });
      const support = asStaff("support");
      await support.customers.list({});
      const before = await stored(db);
      const refused = await refusalOf(support.customers.create({ email: "ann@example.com", groupIds: [id] }));
      expect(refused).toMatchObject({ code: "request.not_allowed", params: { permission: "groups.write" } });
      expect(await stored(db)).toBe(before);
      expect(await support.customers.create({ email: "ann@example.com" })).toMatchObject({ status: "guest" });
    });

    test("asked for again with the same key answers the first one", async () => {
      const { db, manager, asStaff } = await given(await open());
      const input = { email: "ann@example.com", tags: ["New"], idempotencyKey: "key-12345" };
      const first = await manager.customers.create(input);
      const before = await stored(db);
      expect(await manager.customers.create(input)).toEqual(first);
      expect(await stored(db)).toBe(before);
      const other = manager.customers.create({ ...input, firstName: "Bob" });
      expect(await refusalOf(other)).toMatchObject({ code: "request.key_reused", fields: { idempotencyKey: {} } });
      // Another person's key meets nothing of this one's.
      expect(await codeOf(asStaff("owner").customers.create(input))).toBe("customer.email_taken");
    });

    test("by ten at once makes one", async () => {
      const { db, manager } = await given(await open({ patience: 20_000 }));
      await manager.customers.list({});
      const keyed = Array.from({ length: 10 }, () =>
        manager.customers.create({ email: "ann@example.com", tags: ["New"], idempotencyKey: "key-12345" }),
      );
      const made = await Promise.all(keyed);
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
      const unkeyed = await Promise.allSettled(
        Array.from({ length: 10 }, () => manager.customers.create({ email: "bob@example.com", tags: ["NEW"] })),
      );
      expect(unkeyed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const result of unkeyed) {
        if (result.status === "rejected") expect(String(result.reason)).toContain("customer.email_taken");
      }
      expect(await db.$count(db.tables.customers)).toBe(2);
      expect(await db.$count(db.tables.tags)).toBe(1);
    });

    test("with a wrong value names each field and stores nothing", async () => {
      const { db, manager } = await given(await open());
      await manager.customers.list({});
      const before = await stored(db);
      const wrong = {
        email: "nobody",
        firstName: "a\u202eb",
        lastName: "x".repeat(101),
        phone: "12",
        companyName: "x".repeat(121),
        locale: "xx",
        tags: [""],
        groupIds: ["vip"],
        status: "active",
      };
      const refused = await refusalOf(manager.customers.create(asSent(wrong)));
      expect(refused.code).toBe("input.invalid");
      const fields = Object.keys(refused.fields);
      for (const field of ["email", "firstName", "lastName", "phone", "companyName", "locale", "status"]) {
        expect(fields).toContain(field);
      }
      for (const key of ["id", "status", "password", "version", "createdBy", "isAdmin"]) {
        const extra = await refusalOf(manager.customers.create(asSent({ email: "ann@example.com", [key]: "x" })));
        expect(Object.keys(extra.fields)).toEqual([key]);
      }
      expect(await stored(db)).toBe(before);
    });

    test("takes texts of the greatest length on this database as on the other", async () => {
      const { manager } = await given(await open());
      for (const letter of ["a", "🎉", "한"]) {
        const texts = {
          firstName: letter.repeat(100),
          lastName: letter.repeat(100),
          companyName: letter.repeat(120),
          taxId: letter.repeat(40),
        };
        const made = await manager.customers.create({ email: `${letter.codePointAt(0)}@example.com`, ...texts });
        expect(made).toMatchObject(texts);
      }
    });
  });
});
