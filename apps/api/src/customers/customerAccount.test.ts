import { findCustomer } from "@clientele/db/customers/customers";
import { days, hours } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import {
  codeOf,
  emailOf,
  eventTypesIn,
  givenCustomer,
  goodPassword,
  isSignedIn,
  refusalOf,
  roomyLimits,
  signedIn,
} from "../../test/accounts.ts";
import { harness, type Jar } from "../../test/caller.ts";
import { changedTo, givenAccount, linkTo } from "../../test/emailChanges.ts";

const reason = "asked by phone";

eachDatabase((_, open) => {
  describe("an invitation", () => {
    test("makes a guest invited and mails a link of 72 hours that opens the account", async () => {
      const h = await harness(await open());
      const guest = await givenCustomer(h, { status: "guest", firstName: "Grace", lastName: "Guest" });
      const staff = h.asStaff("support");
      const invited = await staff.customers.invite({ id: guest.id, version: 1 });
      const expiresAt = new Date(h.clock.now().getTime() + hours(72));
      expect(invited).toMatchObject({
        status: "invited",
        version: 2,
        invitation: { sentAt: h.clock.now(), expiresAt },
      });
      expect(await codeOf(signedIn(h, emailOf(guest)))).toBe("account.sign_in_failed");
      const token = await linkTo(h, emailOf(guest), "invitation");
      h.clock.forward(hours(72) - 1);
      const jar: Jar = { token: null };
      const browser = h.asAnyone({ jar });
      expect(await browser.account.link({ token })).toEqual({
        purpose: "invitation",
        email: guest.email,
        firstName: "Grace",
        lastName: "Guest",
        state: "valid",
      });
      await browser.account.completeSignUp({ token, password: goodPassword, firstName: "Grace", lastName: "Hopper" });
      expect(await browser.account.me()).toMatchObject({ id: guest.id, lastName: "Hopper" });
      expect(await findCustomer(h.db, guest.id)).toMatchObject({ status: "active", version: 3 });
      expect((await eventTypesIn(h.db)).filter((type) => type !== "customer.sign_in_failed")).toEqual([
        "customer.invited",
        "customer.signed_up",
      ]);
      // A day has passed for staff too.
      const detail = await h.asStaff("support").customers.get({ id: guest.id });
      expect(detail).toMatchObject({ status: "active", invitation: null, liveSessions: 1 });
    });

    test("sent again makes the earlier link worthless and the row no newer", async () => {
      const h = await harness(await open());
      const guest = await givenCustomer(h, { status: "guest" });
      const staff = h.asStaff("support");
      await staff.customers.invite({ id: guest.id, version: 1 });
      const first = await linkTo(h, emailOf(guest), "invitation");
      expect(await staff.customers.invite({ id: guest.id, version: 2 })).toMatchObject({
        status: "invited",
        version: 2,
      });
      const second = await linkTo(h, emailOf(guest), "invitation");
      const use = (token: string) =>
        h.asAnyone().account.completeSignUp({ token, password: goodPassword, firstName: "Grace" });
      expect(await codeOf(use(first))).toBe("link.expired");
      await use(second);
    });

    test("ends after 72 hours, when withdrawn, and when the address was corrected", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const guest = await givenCustomer(h, { status: "guest" });
      const staff = h.asStaff("support");
      const use = (token: string) =>
        codeOf(h.asAnyone().account.completeSignUp({ token, password: goodPassword, firstName: "Grace" }));
      await staff.customers.invite({ id: guest.id, version: 1 });
      const late = await linkTo(h, emailOf(guest), "invitation");
      h.clock.forward(hours(72));
      expect(await use(late)).toBe("link.expired");
      const again = h.asStaff("manager");
      await again.customers.invite({ id: guest.id, version: 2 });
      const withdrawn = await linkTo(h, emailOf(guest), "invitation");
      expect(await again.customers.withdrawInvitation({ id: guest.id, version: 2 })).toMatchObject({
        status: "guest",
        version: 3,
        invitation: null,
      });
      expect(await use(withdrawn)).toBe("link.expired");
      expect(await codeOf(again.customers.withdrawInvitation({ id: guest.id, version: 3 }))).toBe(
        "customer.no_invitation",
      );

      await again.customers.invite({ id: guest.id, version: 3 });
      const wrong = await linkTo(h, emailOf(guest), "invitation");
      await again.customers.changeEmail({ id: guest.id, version: 4, email: "right@shop.example", reason });
      expect(await use(wrong)).toBe("link.expired");
      const right = await linkTo(h, "right@shop.example", "invitation");
      await h.asAnyone().account.completeSignUp({ token: right, password: goodPassword, firstName: "Grace" });
    });

    test("is for guests with an address that is free, by staff with the right (ENU-4)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const staff = h.asStaff("support");
      const invite = (id: string, version = 1) => codeOf(staff.customers.invite({ id, version }));
      const account = await givenCustomer(h);
      const closed = await givenCustomer(h, { status: "disabled" });
      const erased = await givenCustomer(h, { status: "erased", email: null });
      const nameless = await givenCustomer(h, { status: "guest", email: null });
      const guest = await givenCustomer(h, { status: "guest" });
      expect(await invite(account.id)).toBe("customer.has_account");
      expect(await invite(closed.id)).toBe("customer.has_account");
      expect(await invite(erased.id)).toBe("customer.erased");
      expect(await invite(nameless.id)).toBe("customer.no_email");
      expect(await invite(h.services.newId("customer"))).toBe("customer.not_found");
      expect(await invite(guest.id, 2)).toBe("customer.changed_meanwhile");
      const call = { id: guest.id, version: 1 };
      expect(await codeOf(h.asStaff("viewer").customers.invite(call))).toBe("request.not_allowed");
      expect(await codeOf(h.asVisitor().customers.invite(call))).toBe("account.not_signed_in");
      expect(await h.db.$count(h.db.tables.outbox)).toBe(0);

      const { email, jar } = await givenAccount(h);
      await changedTo(h, jar);
      const held = await givenCustomer(h, { status: "guest", email });
      expect(await invite(held.id)).toBe("customer.email_taken");
      expect(await findCustomer(h.db, held.id)).toEqual(held);
    });

    test("goes to one mailbox three times an hour (RAT-5)", async () => {
      const h = await harness(await open());
      const guest = await givenCustomer(h, { status: "guest" });
      const staff = h.asStaff("support");
      await staff.customers.invite({ id: guest.id, version: 1 });
      await staff.customers.invite({ id: guest.id, version: 2 });
      await staff.customers.invite({ id: guest.id, version: 2 });
      expect(await codeOf(staff.customers.invite({ id: guest.id, version: 2 }))).toBe("request.throttled");
    });
  });

  describe("staff and a customer's address", () => {
    test("a guest's is corrected at once, with the reason", async () => {
      const h = await harness(await open());
      const guest = await givenCustomer(h, { status: "guest" });
      const staff = h.asStaff("support");
      const change = { id: guest.id, version: 1, email: "Right@Shop.Example", reason };
      expect(await staff.customers.changeEmail(change)).toMatchObject({ email: "right@shop.example", version: 2 });
      expect(await h.mails()).toEqual([]);
      const found = await staff.customers.list({ search: "right@shop" });
      expect(found.items.map(({ id }) => id)).toEqual([guest.id]);
      const rows = await h.db
        .select({ type: h.db.tables.events.type, data: h.db.tables.events.data })
        .from(h.db.tables.events);
      expect(rows).toEqual([{ type: "customer.email_corrected", data: { reason } }]);
      const same = await refusalOf(staff.customers.changeEmail({ ...change, version: 2 }));
      expect(same).toMatchObject({ code: "customer.email_same", fields: { email: {} } });
    });

    test("an account's changes only when the new mailbox is proven; all sessions end", async () => {
      const h = await harness(await open());
      const { customer, email, jar } = await givenAccount(h);
      const staff = h.asStaff("support");
      const started = await staff.customers.changeEmail({
        id: customer.id,
        version: 1,
        email: "new@shop.example",
        reason,
      });
      expect(started).toMatchObject({ email, version: 1, pendingEmail: "new@shop.example" });
      expect((await h.mails(email)).map(({ template }) => template)).toEqual(["email_change_asked"]);
      const token = await linkTo(h, "new@shop.example", "email_change");
      await h.asAnyone().account.confirmEmailChange({ token });
      expect(await findCustomer(h.db, customer.id)).toMatchObject({ email: "new@shop.example" });
      expect(await isSignedIn(h, jar)).toBe(false);
      await h.asAnyone().account.revertEmailChange({ token: await linkTo(h, email, "email_changed") });
      expect(await findCustomer(h.db, customer.id)).toMatchObject({ email });
    });

    test("cannot become another's, one held for another, or any without right and reason", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const staff = h.asStaff("support");
      const guest = await givenCustomer(h, { status: "guest" });
      const otherGuest = await givenCustomer(h, { status: "guest" });
      const account = await givenCustomer(h);
      const closed = await givenCustomer(h, { status: "disabled" });
      const erased = await givenCustomer(h, { status: "erased", email: null });
      const change = (id: string, email: string, version = 1) =>
        codeOf(staff.customers.changeEmail({ id, version, email, reason }));
      expect(await change(guest.id, emailOf(otherGuest))).toBe("customer.email_taken");
      expect(await change(guest.id, emailOf(account))).toBe("customer.email_taken");
      expect(await change(account.id, emailOf(closed))).toBe("customer.email_taken");
      expect(await change(closed.id, "free@shop.example")).toBe("customer.not_active");
      expect(await change(erased.id, "free@shop.example")).toBe("customer.erased");
      expect(await change(guest.id, "free@shop.example", 2)).toBe("customer.changed_meanwhile");
      const mover = await givenAccount(h);
      await changedTo(h, mover.jar);
      expect(await change(account.id, mover.email)).toBe("customer.email_taken");
      const call = { id: guest.id, version: 1, email: "free@shop.example" };
      const blank = await refusalOf(staff.customers.changeEmail({ ...call, reason: "" }));
      expect(blank.fields).toEqual({ reason: { code: "field.required", params: {} } });
      expect(await codeOf(h.asStaff("viewer").customers.changeEmail({ ...call, reason }))).toBe("request.not_allowed");
      expect(await findCustomer(h.db, guest.id)).toEqual(guest);
      expect(await findCustomer(h.db, account.id)).toEqual(account);
    });
  });

  describe("staff and a customer's way in", () => {
    test("they see where the customer is signed in and end it (SES-6)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const jars = [await signedIn(h, emailOf(customer)), await signedIn(h, emailOf(customer))];
      const list = await h.asStaff("viewer").customers.sessions({ id: customer.id });
      expect(list).toHaveLength(2);
      expect(list.every(({ current }) => !current)).toBe(true);
      expect(await codeOf(h.asStaff("viewer").customers.endSessions({ id: customer.id }))).toBe("request.not_allowed");
      for (const jar of jars) expect(await isSignedIn(h, jar)).toBe(true);
      const staff = h.asStaff("support");
      expect(await staff.customers.endSessions({ id: customer.id })).toEqual({ ended: 2 });
      for (const jar of jars) expect(await isSignedIn(h, jar)).toBe(false);
      const before = await h.db.$count(h.db.tables.events);
      expect(await staff.customers.endSessions({ id: customer.id })).toEqual({ ended: 0 });
      expect(await h.db.$count(h.db.tables.events)).toBe(before);
      expect(await codeOf(staff.customers.endSessions({ id: h.services.newId("customer") }))).toBe(
        "customer.not_found",
      );
    });

    test("they can mail a reset and see nothing of its link (AUZ-12)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const staff = h.asStaff("support");
      expect(await staff.customers.sendPasswordReset({ id: customer.id })).toEqual({ done: true });
      const token = await linkTo(h, emailOf(customer), "password_reset");
      const timeline = await staff.customers.timeline({ customerId: customer.id });
      expect(timeline.items).toMatchObject([{ type: "customer.password_reset_requested", actor: { realm: "staff" } }]);
      const [, secret = ""] = token.split(".");
      expect(JSON.stringify([timeline, await staff.customers.get({ id: customer.id })])).not.toContain(secret);
      await h.asAnyone().account.resetPassword({ token, password: "nine blue teapots" });
      await signedIn(h, emailOf(customer), "nine blue teapots");
    });

    test("a reset is for open accounts, by staff with the right", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const staff = h.asStaff("support");
      for (const status of ["guest", "invited", "disabled"] as const) {
        const { id } = await givenCustomer(h, { status });
        const refused = await refusalOf(staff.customers.sendPasswordReset({ id }));
        expect(refused).toMatchObject({ code: "customer.not_active", params: { status } });
      }
      const { id } = await givenCustomer(h);
      expect(await codeOf(h.asStaff("viewer").customers.sendPasswordReset({ id }))).toBe("request.not_allowed");
      expect(await h.db.$count(h.db.tables.tokens)).toBe(0);
    });

    test("a closed account signs nobody in, and opens again with its password (SES-5)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const jar = await signedIn(h, emailOf(customer));
      const staff = h.asStaff("support");
      await staff.customers.disable({ id: customer.id, version: 1, reason });
      expect(await isSignedIn(h, jar)).toBe(false);
      expect(await codeOf(signedIn(h, emailOf(customer)))).toBe("account.sign_in_failed");
      await staff.customers.enable({ id: customer.id, version: 2 });
      expect(await isSignedIn(h, jar)).toBe(false);
      await signedIn(h, emailOf(customer));
      h.clock.forward(days(1));
    });
  });
});
