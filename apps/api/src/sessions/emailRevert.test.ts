import { findCustomer } from "@clientele/db/customers/customers";
import { findEmailHold } from "@clientele/db/customers/emailHolds";
import { findCredentials } from "@clientele/db/sessions/passwords";
import { days } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import { codeOf, givenCustomer, openAccount, roomyLimits, signedIn } from "../../test/accounts.ts";
import { harness } from "../../test/caller.ts";
import { changedTo, givenAccount, linkTo, next } from "../../test/emailChanges.ts";

eachDatabase((_, open) => {
  describe("the old address", () => {
    test("is held for seven days: nobody opens an account there or moves to it", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const { customer, email, jar } = await givenAccount(h);
      await h.asAnyone().account.requestSignUp({ email });
      await changedTo(h, jar);
      expect(await findEmailHold(h.db, email, h.clock.now())).toMatchObject({ customerId: customer.id });
      await h.asAnyone().account.requestSignUp({ email });
      expect((await h.mails(email)).at(-1)?.template).toBe("account_exists");
      h.clock.forward(days(7));
      expect(await findEmailHold(h.db, email, h.clock.now())).toBeNull();
      const { id } = await openAccount(h, email);
      expect(id).not.toBe(customer.id);
    });

    test("may be taken again by its own account", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const { customer, email, jar } = await givenAccount(h);
      await changedTo(h, jar);
      await changedTo(h, jar, email);
      expect(await findCustomer(h.db, customer.id)).toMatchObject({ email });
      expect(await findEmailHold(h.db, email, h.clock.now())).toBeNull();
      expect(await findEmailHold(h.db, next, h.clock.now())).toMatchObject({ customerId: customer.id });
    });
  });

  describe("reverting the change", () => {
    test("brings the address back, ends every session, takes the password and mails a reset", async () => {
      const h = await harness(await open());
      const { customer, email, jar } = await givenAccount(h);
      await changedTo(h, jar);
      const token = await linkTo(h, email, "email_changed");
      h.clock.forward(days(6));
      await signedIn(h, next);
      expect(await h.asAnyone().account.link({ token })).toMatchObject({ purpose: "email_revert", email });
      expect(await h.asAnyone({ jar }).account.revertEmailChange({ token })).toEqual({ done: true });
      expect(await findCustomer(h.db, customer.id)).toMatchObject({ email, version: 3, status: "active" });
      expect(await h.db.$count(h.db.tables.customerSessions)).toBe(0);
      expect((await findCredentials(h.db, customer.id))?.hash).toBeNull();
      expect(await codeOf(signedIn(h, email))).toBe("account.sign_in_failed");
      expect(await findEmailHold(h.db, email, h.clock.now())).toBeNull();
      expect(await codeOf(h.asAnyone().account.revertEmailChange({ token }))).toBe("link.expired");

      const reset = await linkTo(h, email, "password_reset");
      await h.asAnyone().account.resetPassword({ token: reset, password: "nine blue teapots" });
      await signedIn(h, email, "nine blue teapots");
      // The address that was left is free at once.
      const { id } = await openAccount(h, next);
      expect(id).not.toBe(customer.id);
    });

    test("is over after seven days", async () => {
      const h = await harness(await open());
      const { email, jar } = await givenAccount(h);
      await changedTo(h, jar);
      const token = await linkTo(h, email, "email_changed");
      h.clock.forward(days(7));
      expect(await codeOf(h.asAnyone().account.revertEmailChange({ token }))).toBe("link.expired");
    });

    test("works past two changes, and the thief's own way back cannot block it", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const { customer, email, jar } = await givenAccount(h);
      await changedTo(h, jar, "thief@evil.example");
      await changedTo(h, jar, "thief2@evil.example");
      const owners = await linkTo(h, email, "email_changed");
      const thiefs = await linkTo(h, "thief@evil.example", "email_changed");
      await h.asAnyone().account.revertEmailChange({ token: thiefs });
      expect(await findCustomer(h.db, customer.id)).toMatchObject({ email: "thief@evil.example" });
      const reset = await linkTo(h, "thief@evil.example", "password_reset");
      await h.asAnyone().account.revertEmailChange({ token: owners });
      expect(await findCustomer(h.db, customer.id)).toMatchObject({ email });
      const attempt = h.asAnyone().account.resetPassword({ token: reset, password: "nine blue teapots" });
      expect(await codeOf(attempt)).toBe("link.expired");
    });

    test("by the owner ends the ways back that came later, and frees their addresses", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const { email, jar } = await givenAccount(h);
      await changedTo(h, jar, "thief@evil.example");
      await changedTo(h, jar, "thief2@evil.example");
      const thiefs = await linkTo(h, "thief@evil.example", "email_changed");
      await h.asAnyone().account.revertEmailChange({ token: await linkTo(h, email, "email_changed") });
      expect(await codeOf(h.asAnyone().account.revertEmailChange({ token: thiefs }))).toBe("link.expired");
      expect(await findEmailHold(h.db, "thief@evil.example", h.clock.now())).toBeNull();
    });

    test("of a closed account brings the address back and leaves it closed", async () => {
      const h = await harness(await open());
      const { customer, email, jar } = await givenAccount(h);
      await changedTo(h, jar);
      await h.db.transaction((tx) => tx.update(h.db.tables.customers).set({ status: "disabled" }));
      await h.asAnyone().account.revertEmailChange({ token: await linkTo(h, email, "email_changed") });
      expect(await findCustomer(h.db, customer.id)).toMatchObject({ email, status: "disabled" });
      expect((await h.mails(email)).at(-1)?.template).toBe("account_closed");
    });

    test("twice at once happens once", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const { email, jar } = await givenAccount(h);
      await changedTo(h, jar);
      const token = await linkTo(h, email, "email_changed");
      const results = await Promise.allSettled(
        Array.from({ length: 10 }, () => h.asAnyone().account.revertEmailChange({ token })),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });
  });

  describe("a guest's row at the new address", () => {
    test("is absorbed with all that hangs on it", async () => {
      const h = await harness(await open());
      const { customer, jar } = await givenAccount(h);
      const guest = await givenCustomer(h, { email: next, status: "guest" });
      const staff = h.asStaff("owner");
      const both = await staff.groups.create({ name: "Both" });
      const only = await staff.groups.create({ name: "Only" });
      await staff.groups.addMembers({ groupId: both.id, customerIds: [customer.id], until: "2026-03-03" });
      await staff.groups.addMembers({ groupId: both.id, customerIds: [guest.id] });
      await staff.groups.addMembers({ groupId: only.id, customerIds: [guest.id] });
      await staff.customers.setTags({ id: customer.id, tags: ["VIP"] });
      await staff.customers.setTags({ id: guest.id, tags: ["vip", "Press"] });
      await staff.customers.addNote({ customerId: guest.id, text: "likes tea" });
      const home = { line1: "Torstraße 1", city: "Berlin", postalCode: "10119", countryCode: "DE" };
      await staff.customerAddresses.create({ ...home, customerId: guest.id });
      await staff.customerAddresses.create({ ...home, line1: "Torstraße 2", customerId: guest.id });
      await h.asAnyone({ jar }).addresses.create(home);
      await staff.customers.setConsent({ id: guest.id, channel: "email", state: "granted", reason: "told us" });

      await changedTo(h, jar);

      expect(await findCustomer(h.db, guest.id)).toBeNull();
      const seen = await staff.customers.get({ id: customer.id });
      expect(seen.email).toBe(next);
      expect(seen.tags.map(({ name }) => name).toSorted()).toEqual(["Press", "VIP"]);
      expect(Object.fromEntries(seen.memberships.map(({ group, until }) => [group.name, until]))).toEqual({
        Both: null,
        Only: null,
      });
      const notes = await staff.customers.notes({ customerId: customer.id });
      expect(notes.items.map(({ text }) => text)).toEqual(["likes tea"]);
      const book = await h.asAnyone({ jar }).addresses.list();
      expect(Object.fromEntries(book.map(({ line1, isDefaultShipping }) => [line1, isDefaultShipping]))).toEqual({
        "Torstraße 1": true,
        "Torstraße 2": false,
      });
      expect(await h.asAnyone({ jar }).profile.consents()).toMatchObject([{ channel: "email", state: "granted" }]);
      const timeline = await staff.customers.timeline({ customerId: customer.id });
      const told = timeline.items.map(({ type }) => type);
      expect(told).toEqual(expect.arrayContaining(["note.added", "customer.absorbed", "customer.email_changed"]));
      expect(await codeOf(staff.customers.get({ id: guest.id }))).toBe("customer.not_found");
    });

    test("that came to the old address is absorbed by the revert", async () => {
      const h = await harness(await open());
      const { customer, email, jar } = await givenAccount(h);
      await changedTo(h, jar);
      const guest = await givenCustomer(h, { email, status: "guest" });
      await h.asAnyone().account.revertEmailChange({ token: await linkTo(h, email, "email_changed") });
      expect(await findCustomer(h.db, guest.id)).toBeNull();
      expect(await findCustomer(h.db, customer.id)).toMatchObject({ email });
    });
  });
});
