import { findCustomer } from "@clientele/db/customers/customers";
import { days, minutes } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { recordStatements } from "@clientele/testing/statements";
import { describe, expect, test } from "vitest";
import {
  codeOf,
  emailOf,
  eventTypesIn,
  givenCustomer,
  goodPassword,
  grownBy,
  isSignedIn,
  openAccount,
  refusalOf,
  roomyLimits,
  signedIn,
} from "../../test/accounts.ts";
import { harness, type Jar } from "../../test/caller.ts";
import { askedFor, changedTo, givenAccount, linkTo, next } from "../../test/emailChanges.ts";

interface Seen {
  answer: unknown;
  grown: Record<string, number>;
  pending: boolean;
  sent: string[];
}

eachDatabase((_, open) => {
  describe("changing the e-mail", () => {
    test("waits for the new mailbox while the old one stays in force and is told (ACC-5)", async () => {
      const h = await harness(await open());
      const { customer, email, jar } = await givenAccount(h);
      const browser = h.asAnyone({ jar });
      expect(await browser.account.requestEmailChange({ email: " New@Shop.Example" })).toEqual({ asked: true });
      expect(await browser.account.me()).toMatchObject({ email, pendingEmail: next });
      expect((await h.mails(email)).map(({ template }) => template)).toEqual(["email_change_asked"]);
      expect((await h.mails(next)).map(({ template }) => template)).toEqual(["email_change"]);
      await signedIn(h, email);
      expect(await codeOf(signedIn(h, next))).toBe("account.sign_in_failed");
      expect(await findCustomer(h.db, customer.id)).toEqual(customer);
    });

    test("is in force once the link is used; this session stays, all others end (ACC-5)", async () => {
      const h = await harness(await open());
      const { customer, email, jar } = await givenAccount(h);
      const other = await signedIn(h, email);
      const token = await askedFor(h, jar);
      const old: Jar = { token: jar.token };
      expect(await h.asAnyone({ jar }).account.confirmEmailChange({ token })).toEqual({ done: true });
      expect(await h.asAnyone({ jar }).account.me()).toMatchObject({ email: next, pendingEmail: null });
      expect(jar.token).not.toBe(old.token);
      for (const gone of [old, other]) expect(await isSignedIn(h, gone)).toBe(false);
      expect(await findCustomer(h.db, customer.id)).toMatchObject({ email: next, version: 2 });
      await signedIn(h, next);
      expect(await codeOf(signedIn(h, email))).toBe("account.sign_in_failed");
      expect((await h.mails(email)).map(({ template }) => template)).toEqual(["email_change_asked", "email_changed"]);
      expect(await codeOf(h.asAnyone({ jar }).account.confirmEmailChange({ token }))).toBe("link.expired");
    });

    test("works in any browser, and only the one that asked stays signed in", async () => {
      const h = await harness(await open());
      const { customer, email, jar } = await givenAccount(h);
      const elsewhere = await signedIn(h, email);
      const token = await askedFor(h, jar);
      // The asking session may have been given a new token meanwhile.
      await h.asAnyone({ jar }).account.confirmPassword({ password: goodPassword });
      await h.asAnyone({ jar: elsewhere }).account.confirmEmailChange({ token });
      expect(elsewhere.token).toBeNull();
      expect(await isSignedIn(h, jar)).toBe(true);
      expect(await h.db.$count(h.db.tables.customerSessions)).toBe(1);

      const later = await askedFor(h, jar, "third@shop.example");
      await h.asAnyone().account.confirmEmailChange({ token: later });
      expect(await findCustomer(h.db, customer.id)).toMatchObject({ email: "third@shop.example" });
      expect(await isSignedIn(h, jar)).toBe(true);
    });

    test("leaves another person's browser alone", async () => {
      const h = await harness(await open());
      const { jar } = await givenAccount(h);
      const stranger = await signedIn(h, emailOf(await givenCustomer(h, { password: goodPassword })));
      const token = await askedFor(h, jar);
      await h.asAnyone({ jar: stranger }).account.confirmEmailChange({ token });
      expect(await isSignedIn(h, stranger)).toBe(true);
    });

    test("needs a fresh proof, a signed-in shopper and another address", async () => {
      const h = await harness(await open());
      const { customer, email, jar } = await givenAccount(h);
      expect(await codeOf(h.asAnyone().account.requestEmailChange({ email: next }))).toBe("account.not_signed_in");
      const same = await refusalOf(h.asAnyone({ jar }).account.requestEmailChange({ email: email.toUpperCase() }));
      expect(same).toMatchObject({ code: "customer.email_same", fields: { email: {} } });
      h.clock.forward(minutes(11));
      const stale = codeOf(h.asAnyone({ jar }).account.requestEmailChange({ email: next }));
      expect(await stale).toBe("account.password_proof_needed");
      expect(await h.db.$count(h.db.tables.tokens)).toBe(0);
      expect(await findCustomer(h.db, customer.id)).toEqual(customer);
    });

    test("answers alike whoever has the new address, and tells only its mailbox (ENU-3)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const statements = recordStatements();
      const { jar } = await givenAccount(h);
      const account = emailOf(await givenCustomer(h, { password: goodPassword }));
      const closed = emailOf(await givenCustomer(h, { status: "disabled" }));
      const guest = emailOf(await givenCustomer(h, { status: "guest" }));
      // An address that somebody else left this week is held for them.
      const mover = await openAccount(h, "moved@shop.example");
      await changedTo(h, mover.jar, "moved-on@shop.example");
      const emails = ["unknown@shop.example", account, closed, guest, "moved@shop.example"];
      const seen: Seen[] = [];
      for (const email of emails) {
        const visit = { jar, caller: { address: `198.51.100.${seen.length}` } };
        let answer: unknown;
        let sent: string[] = [];
        const grown = await grownBy(h.db, async () => {
          const during = await statements.during(async () => {
            answer = await h.asAnyone(visit).account.requestEmailChange({ email });
          });
          sent = during.map(({ text }) => text);
        });
        // Whose mailbox was counted before is the same secret as whose mailbox has an account: the statement is the same.
        delete grown["throttles"];
        const { pendingEmail } = (await h.asAnyone(visit).account.me()) ?? {};
        seen.push({ answer, grown, sent, pending: pendingEmail === email });
        // Each mail is written before the next request makes its link worthless.
        await h.mails();
      }
      for (const one of seen) expect(one).toEqual(seen[0]);
      const mails = await Promise.all(emails.map(async (email) => (await h.mails(email)).at(-1)?.template));
      expect(mails).toEqual(["email_change", "email_taken", "email_taken", "email_change", "email_taken"]);
      expect((await h.mails(account)).at(-1)?.text).not.toContain("#token=");
    });

    test("fails when the address became an account's, is held or the account was closed meanwhile", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const { customer, email, jar } = await givenAccount(h);
      const confirm = (token: string) => codeOf(h.asAnyone().account.confirmEmailChange({ token }));
      const token = await askedFor(h, jar);
      await openAccount(h, next);
      expect(await confirm(token)).toBe("link.expired");

      const second = await askedFor(h, jar, "second@shop.example");
      const mover = await openAccount(h, "second@shop.example");
      await changedTo(h, mover.jar, "second-new@shop.example");
      expect(await confirm(second)).toBe("link.expired");

      const third = await askedFor(h, jar, "third@shop.example");
      await h.db.transaction((tx) => tx.update(h.db.tables.customers).set({ status: "disabled" }));
      expect(await confirm(third)).toBe("link.expired");
      expect(await findCustomer(h.db, customer.id)).toMatchObject({ email, version: 1 });
    });

    test("can be taken back, replaced and ends by itself", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const { jar } = await givenAccount(h);
      const browser = h.asAnyone({ jar });
      const confirm = (token: string) => codeOf(h.asAnyone().account.confirmEmailChange({ token }));
      expect(await codeOf(browser.account.cancelEmailChange())).toBe("account.no_email_change");
      const first = await askedFor(h, jar);
      expect(await browser.account.cancelEmailChange()).toEqual({ done: true });
      expect(await browser.account.me()).toMatchObject({ pendingEmail: null });
      expect(await confirm(first)).toBe("link.expired");

      const second = await askedFor(h, jar);
      const third = await askedFor(h, jar, "third@shop.example");
      expect(await browser.account.me()).toMatchObject({ pendingEmail: "third@shop.example" });
      expect(await confirm(second)).toBe("link.expired");
      h.clock.forward(days(1));
      expect(await confirm(third)).toBe("link.expired");
      expect(await codeOf(h.asAnyone({ jar }).account.cancelEmailChange())).toBe("account.not_signed_in");
      expect((await eventTypesIn(h.db)).filter((type) => type.startsWith("customer.email"))).toEqual([
        "customer.email_change_requested",
        "customer.email_change_cancelled",
        "customer.email_change_requested",
        "customer.email_change_requested",
      ]);
    });

    test("that a thief began ends with a changed password", async () => {
      const h = await harness(await open());
      const { email, jar } = await givenAccount(h);
      const token = await askedFor(h, jar, "thief@evil.example");
      const owner = await signedIn(h, email);
      const change = { currentPassword: goodPassword, password: "nine blue teapots" };
      await h.asAnyone({ jar: owner }).account.changePassword(change);
      expect(await codeOf(h.asAnyone().account.confirmEmailChange({ token }))).toBe("link.expired");
    });

    test("makes the links to the old mailbox worthless", async () => {
      const h = await harness(await open());
      const { email, jar } = await givenAccount(h);
      await h.asAnyone().account.requestPasswordReset({ email });
      const reset = await linkTo(h, email, "password_reset");
      await changedTo(h, jar);
      const attempt = h.asAnyone().account.resetPassword({ token: reset, password: "nine blue teapots" });
      expect(await codeOf(attempt)).toBe("link.expired");
    });

    test("by two at once to one address gives it to one", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const people = [await openAccount(h, "one@shop.example"), await openAccount(h, "two@shop.example")];
      const tokens: string[] = [];
      for (const { jar } of people) tokens.push(await askedFor(h, jar));
      const results = await Promise.allSettled(
        tokens.map((token) => h.asAnyone().account.confirmEmailChange({ token })),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const [index, result] of results.entries()) {
        if (result.status === "rejected") {
          const again = h.asAnyone().account.confirmEmailChange({ token: tokens[index] ?? "" });
          expect(await codeOf(again)).toBe("link.expired");
        }
      }
    });
  });
});
