import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import { asSent, codeOf, givenCustomer, refusalOf } from "../../test/accounts.ts";
import { harness, type Harness, type ShopCaller } from "../../test/caller.ts";
import { holders, partsOf, shopper, street } from "../../test/addressBooks.ts";

eachDatabase((_, open) => {
  describe("another's address", () => {
    test("is not there, just as one that never was (AUZ-4, AUZ-5)", async () => {
      const h = await harness(await open());
      const owner = await shopper(h);
      const stranger = await shopper(h);
      const address = await owner.browser.addresses.create(street(1));
      const own = await stranger.browser.addresses.create(street(2));
      const before = await owner.browser.addresses.list();
      const random = h.services.newId("address");
      const tries = (id: string) => [
        stranger.browser.addresses.update({ ...partsOf(address), id, city: "Hacked" }),
        stranger.browser.addresses.remove({ id }),
        stranger.browser.addresses.setDefault({ id, use: "shipping" }),
        h
          .asStaff("support")
          .customerAddresses.update({ ...partsOf(address), id, city: "Hacked", customerId: stranger.id }),
        h.asStaff("support").customerAddresses.remove({ id, customerId: stranger.id }),
        h.asStaff("support").customerAddresses.setDefault({ id, use: "billing", customerId: stranger.id }),
      ];
      const foreign = await Promise.all(tries(address.id).map(refusalOf));
      const unknown = await Promise.all(tries(random).map(refusalOf));
      expect(foreign).toEqual(unknown);
      expect(foreign.every(({ code }) => code === "address.not_found")).toBe(true);
      expect(await owner.browser.addresses.list()).toEqual(before);
      expect(await stranger.browser.addresses.list()).toEqual([own]);
    });

    test("cannot be named by owner or any field that is not the shopper's (AUZ-5, MAS-1)", async () => {
      const h = await harness(await open());
      const owner = await shopper(h);
      const { browser } = await shopper(h);
      const own = await browser.addresses.create(street(1));
      for (const [key, value] of Object.entries({
        customerId: owner.id,
        sameKey: "x",
        createdAt: "2020-01-01",
        role: 1,
      })) {
        const created = await refusalOf(browser.addresses.create(asSent({ ...street(2), [key]: value })));
        const updated = await refusalOf(browser.addresses.update(asSent({ ...partsOf(own), [key]: value })));
        for (const { fields } of [created, updated]) expect(fields[key]?.code).toBe("field.unknown");
      }
      expect(await owner.browser.addresses.list()).toEqual([]);
      expect(await browser.addresses.list()).toEqual([own]);
    });

    test("needs a signed-in shopper whose account is open", async () => {
      const h = await harness(await open());
      const { browser } = await shopper(h);
      const address = await browser.addresses.create(street(1));
      const calls = (caller: ShopCaller) => [
        caller.addresses.list(),
        caller.addresses.create(street(2)),
        caller.addresses.update(partsOf(address)),
        caller.addresses.remove({ id: address.id }),
        caller.addresses.setDefault({ id: address.id, use: "billing" }),
      ];
      const anonymous = await Promise.all(calls(h.asAnyone()).map(codeOf));
      await h.db.transaction((tx) => tx.update(h.db.tables.customers).set({ status: "disabled" }));
      const closed = await Promise.all(calls(browser).map(codeOf));
      expect(new Set([...anonymous, ...closed])).toEqual(new Set(["account.not_signed_in"]));
      expect(await h.db.$count(h.db.tables.addresses)).toBe(1);
    });
  });

  describe("staff in a customer's book", () => {
    test("do what the customer could, and it is recorded as theirs", async () => {
      const h = await harness(await open());
      const { id: customerId } = await givenCustomer(h, { status: "guest" });
      const staff = h.asStaff("support");
      const first = await staff.customerAddresses.create({ ...street(1), customerId });
      const second = await staff.customerAddresses.create({ ...street(2), customerId });
      await staff.customerAddresses.update({ ...partsOf(second), city: "Potsdam", customerId });
      expect(holders(await staff.customerAddresses.setDefault({ id: second.id, use: "billing", customerId }))).toEqual([
        ["Torstraße 1"],
        ["Torstraße 2"],
      ]);
      await staff.customerAddresses.remove({ id: first.id, customerId });
      const book = await h.asStaff("viewer").customerAddresses.list({ customerId });
      expect(book).toMatchObject([{ city: "Potsdam", isDefaultShipping: true, isDefaultBilling: true }]);
      const { events } = h.db.tables;
      const rows = await h.db
        .select({ realm: events.actorRealm, actor: events.actorId, of: events.customerId })
        .from(events);
      const staffId = await h.staffId("support");
      expect(rows).toEqual(Array.from({ length: 5 }, () => ({ realm: "staff", actor: staffId, of: customerId })));
    });

    test("need the right, and a customer who is there", async () => {
      const h = await harness(await open());
      const { id: customerId } = await givenCustomer(h);
      const create = (caller: ReturnType<Harness["asStaff"]>, of = customerId) =>
        codeOf(caller.customerAddresses.create({ ...street(1), customerId: of }));
      expect(await create(h.asStaff("viewer"))).toBe("request.not_allowed");
      expect(await create(h.asVisitor())).toBe("account.not_signed_in");
      const staff = h.asStaff("support");
      const unknown = h.services.newId("customer");
      expect(await create(staff, unknown)).toBe("customer.not_found");
      expect(await codeOf(staff.customerAddresses.list({ customerId: unknown }))).toBe("customer.not_found");
      const erased = await givenCustomer(h, { status: "erased", email: null });
      expect(await create(staff, erased.id)).toBe("customer.erased");
      // The role is asked anew in the transaction that acts (AUZ-10).
      await staff.account.me();
      await h.db.transaction((tx) => tx.update(h.db.tables.staff).set({ role: "viewer" }));
      expect(await create(staff)).toBe("request.not_allowed");
      expect(await h.db.$count(h.db.tables.addresses)).toBe(0);
    });
  });
});
