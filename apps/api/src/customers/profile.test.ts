import { findCustomer } from "@clientele/db/customers/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import { asSent, codeOf, givenCustomer, grownBy, refusalOf } from "../../test/accounts.ts";
import { harness } from "../../test/caller.ts";

eachDatabase((_, open) => {
  describe("the profile", () => {
    test("is what shoppers may see of themselves (AUZ-8)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { metadata: { margin: 3 } });
      const profile = await h.as(customer.id).profile.get();
      const keys = ["companyName", "createdAt", "email", "firstName", "id", "lastName", "locale", "phone", "taxId"];
      expect(Object.keys(profile).toSorted()).toEqual([...keys, "updatedAt", "version"].toSorted());
    });

    test("is changed field by field, once, and recorded by field names", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h);
      const browser = h.as(customer.id);
      const changed = await browser.profile.update({
        version: 1,
        firstName: " Zoë ",
        phone: "+49 30 901820",
        taxId: "",
      });
      expect(changed).toMatchObject({ firstName: "Zoë", lastName: "Example", phone: "+4930901820", version: 2 });
      expect(await browser.profile.get()).toEqual(changed);
      const events = await h.db.select().from(h.db.tables.events);
      expect(events).toMatchObject([
        {
          type: "customer.updated",
          actorRealm: "shop",
          actorId: customer.id,
          data: { fields: ["firstName", "phone"] },
        },
      ]);
      expect(JSON.stringify(events)).not.toContain("Zoë");
      // Staff find the customer by the new name at once.
      const found = await h.asStaff("viewer").customers.list({ search: "zoe" });
      expect(found.items.map(({ id }) => id)).toEqual([customer.id]);
    });

    test("with equal values is not changed, and nothing is recorded", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h);
      const browser = h.as(customer.id);
      await browser.profile.get();
      const grown = await grownBy(h.db, async () => {
        expect(await browser.profile.update({ version: 1, firstName: "Ann", phone: null })).toMatchObject({
          version: 1,
        });
        expect(await browser.profile.update({ version: 1 })).toMatchObject({ version: 1 });
      });
      expect(grown).toEqual({});
    });

    test("refuses a stale version and says which is present (R11)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h);
      const browser = h.as(customer.id);
      await browser.profile.update({ version: 1, lastName: "First" });
      const refused = await refusalOf(browser.profile.update({ version: 1, lastName: "Second" }));
      expect(refused).toMatchObject({ code: "customer.changed_meanwhile", params: { version: 2 } });
      expect(await browser.profile.get()).toMatchObject({ lastName: "First", version: 2 });
    });

    test("loses no update: of fifty at once, one per version succeeds (R11)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h);
      const browser = h.as(customer.id);
      await browser.profile.get();
      const edit = async (index: number): Promise<{ seen: number; given: number } | null> => {
        const { version } = await browser.profile.get();
        try {
          const { version: given } = await browser.profile.update({ version, lastName: `Name ${index}` });
          return { seen: version, given };
        } catch {
          return null;
        }
      };
      const edits = await Promise.all(Array.from({ length: 50 }, (_item, index) => edit(index)));
      const done = edits.filter((one) => one !== null).toSorted((one, other) => one.seen - other.seen);
      expect(done.length).toBeGreaterThan(0);
      expect(done).toEqual(done.map((_one, index) => ({ seen: index + 1, given: index + 2 })));
      expect(await browser.profile.get()).toMatchObject({ version: done.length + 1 });
    });

    test("takes no field that is not the shopper's (MAS-1, MAS-2)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h);
      const browser = h.as(customer.id);
      const foreign = {
        id: "cus_01KJPWD6M0GV35X9VNR9MVRC6A",
        customerId: "cus_01KJPWD6M0GV35X9VNR9MVRC6A",
        email: "other@shop.example",
        status: "disabled",
        role: "owner",
        isAdmin: true,
        permissions: ["staff.manage"],
        groupIds: [],
        tags: ["VIP"],
        metadata: { discount: 100 },
        emailVerified: true,
        hasAccount: false,
        passwordHash: "x",
        password: "x",
        createdBy: "staff",
        createdAt: "2020-01-01T00:00:00Z",
        updatedAt: "2020-01-01T00:00:00Z",
        connect: { group: "x" },
      };
      for (const [key, value] of Object.entries(foreign)) {
        const refused = await refusalOf(
          browser.profile.update(asSent({ version: 1, lastName: "Hacked", [key]: value })),
        );
        expect(refused).toMatchObject({ code: "input.invalid", fields: { [key]: { code: "field.unknown" } } });
      }
      const polluting: unknown = JSON.parse('{"version":1,"lastName":"Hacked","__proto__":{"polluted":true}}');
      expect(await codeOf(browser.profile.update(polluting as { version: number }))).toBe("input.invalid");
      expect({}).not.toHaveProperty("polluted");
    });

    test("refuses wrong values at their fields and changes nothing", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h);
      const browser = h.as(customer.id);
      const wrong = [
        ["firstName", "", "field.required"],
        ["firstName", "x".repeat(101), "field.too_long"],
        ["lastName", "a\u202eb", "field.characters"],
        ["phone", "12345", "field.phone"],
        ["locale", "xx-XX", "field.choice"],
        ["companyName", 5, "field.type"],
        ["version", "1", "field.type"],
        ["version", 0, "field.too_small"],
        ["version", 1.5, "field.type"],
      ] as const;
      for (const [field, value, code] of wrong) {
        const refused = await refusalOf(browser.profile.update(asSent({ version: 1, [field]: value })));
        expect(refused).toMatchObject({ code: "input.invalid", fields: { [field]: { code } } });
      }
      expect(await findCustomer(h.db, customer.id)).toEqual(customer);
    });

    test("keeps any name that may stand there as it was typed (INP-2)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h);
      const names = ["🧑‍🚀 Ann", "أحمد", "Zoë O’Neil-Smith", "<b>Ann</b>", "'; drop table customers;--", "{{7*7}}"];
      for (const [index, firstName] of names.entries()) {
        expect(await h.as(customer.id).profile.update({ version: index + 1, firstName })).toMatchObject({ firstName });
        expect(await h.as(customer.id).profile.get()).toMatchObject({ firstName });
      }
    });

    test("is nobody else's", async () => {
      const h = await harness(await open());
      expect(await codeOf(h.asAnyone().profile.get())).toBe("account.not_signed_in");
      expect(await codeOf(h.asAnyone().profile.update({ version: 1, lastName: "X" }))).toBe("account.not_signed_in");
      const customer = await givenCustomer(h);
      const browser = h.as(customer.id);
      await browser.profile.get();
      await h.db.transaction((tx) => tx.update(h.db.tables.customers).set({ status: "disabled" }));
      expect(await codeOf(browser.profile.update({ version: 1, lastName: "X" }))).toBe("account.not_signed_in");
      expect(await findCustomer(h.db, customer.id)).toMatchObject({ lastName: "Example", version: 1 });
    });
  });

  describe("consent", () => {
    test("is no until given, and keeps every answer", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h);
      const browser = h.as(customer.id);
      expect(await browser.profile.consents()).toEqual([]);
      await browser.profile.setConsent({ channel: "email", state: "granted" });
      h.clock.forward(1_000);
      await browser.profile.setConsent({ channel: "sms", state: "withdrawn" });
      await browser.profile.setConsent({ channel: "email", state: "withdrawn" });
      const staff = h.asStaff("support");
      h.clock.forward(1_000);
      const told = { id: customer.id, channel: "email", state: "granted", reason: "said so on the phone" } as const;
      const seen = await staff.customers.setConsent(told);
      expect(seen).toMatchObject([
        { channel: "email", state: "granted", source: "staff", reason: "said so on the phone" },
        { channel: "sms", state: "withdrawn", source: "self", reason: null },
      ]);
      expect(seen[0]?.history.map(({ state, source }) => [state, source])).toEqual([
        ["granted", "staff"],
        ["withdrawn", "self"],
        ["granted", "self"],
      ]);
      expect(await staff.customers.consents({ id: customer.id })).toEqual(seen);
      expect(await browser.profile.consents()).toEqual(seen);
    });

    test("given again changes nothing, and of many at once one is the present", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h);
      const browser = h.as(customer.id);
      await browser.profile.get();
      const set = () => browser.profile.setConsent({ channel: "email", state: "granted" });
      await Promise.all(Array.from({ length: 10 }, set));
      expect(await h.db.$count(h.db.tables.consents)).toBe(1);
      expect(await h.db.$count(h.db.tables.events)).toBe(1);
    });

    test("of staff needs a reason, the right and a customer who exists", async () => {
      const h = await harness(await open());
      const { id } = await givenCustomer(h);
      const choice = { id, channel: "email", state: "granted", reason: "asked" } as const;
      expect(await codeOf(h.asStaff("viewer").customers.setConsent(choice))).toBe("request.not_allowed");
      expect(await codeOf(h.asVisitor().customers.setConsent(choice))).toBe("account.not_signed_in");
      const staff = h.asStaff("support");
      const blank = await refusalOf(staff.customers.setConsent({ ...choice, reason: " " }));
      expect(blank.fields).toEqual({ reason: { code: "field.required", params: {} } });
      const unknown = h.services.newId("customer");
      expect(await codeOf(staff.customers.setConsent({ ...choice, id: unknown }))).toBe("customer.not_found");
      expect(await codeOf(staff.customers.consents({ id: unknown }))).toBe("customer.not_found");
      const erased = await givenCustomer(h, { status: "erased", email: null });
      expect(await codeOf(staff.customers.setConsent({ ...choice, id: erased.id }))).toBe("customer.erased");
      expect(await h.db.$count(h.db.tables.consents)).toBe(0);
    });
  });
});
