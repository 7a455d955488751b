import { findCredentials } from "@clientele/db/sessions/passwords";
import { minutes } from "@clientele/domain/time";
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
  signedIn,
  watchHashes,
} from "../../test/accounts.ts";
import { harness, type Jar } from "../../test/caller.ts";

const another = "nine blue teapots";

eachDatabase((_, open) => {
  describe("changing the password", () => {
    test("ends every other session, gives this one a new token and tells the owner (SES-5)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const email = emailOf(customer);
      const [own, second, third] = [await signedIn(h, email), await signedIn(h, email), await signedIn(h, email)];
      const old: Jar = { token: own.token };
      const change = { currentPassword: goodPassword, password: another };
      expect(await h.asAnyone({ jar: own }).account.changePassword(change)).toEqual({ done: true });
      expect(own.token).not.toBe(old.token);
      expect(await isSignedIn(h, own)).toBe(true);
      for (const jar of [old, second, third]) expect(await isSignedIn(h, jar)).toBe(false);
      await signedIn(h, email, another);
      expect(await codeOf(signedIn(h, email, goodPassword))).toBe("account.sign_in_failed");
      expect((await h.mails(email)).map(({ template }) => template)).toEqual(["password_changed"]);
      expect(await eventTypesIn(h.db)).toContain("customer.password_changed");
    });

    test("needs the present one, at its own field, and changes nothing without (PWD-4)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const before = await findCredentials(h.db, customer.id);
      const jar: Jar = { token: null };
      const refused = await refusalOf(
        h.as(customer.id, { jar }).account.changePassword({ currentPassword: another, password: another }),
      );
      expect(refused).toMatchObject({ code: "account.password_wrong", fields: { currentPassword: {} } });
      expect(Object.keys(refused.fields)).toEqual(["currentPassword"]);
      expect(await findCredentials(h.db, customer.id)).toEqual(before);
      expect(await isSignedIn(h, jar)).toBe(true);
      const common = { currentPassword: goodPassword, password: "unbelievable" };
      expect(await codeOf(h.asAnyone({ jar }).account.changePassword(common))).toBe("password.common");
    });

    test("is for the signed-in", async () => {
      const h = await harness(await open());
      const change = { currentPassword: goodPassword, password: another };
      expect(await codeOf(h.asAnyone().account.changePassword(change))).toBe("account.not_signed_in");
      expect(await codeOf(h.asAnyone().account.confirmPassword({ password: goodPassword }))).toBe(
        "account.not_signed_in",
      );
    });

    test("wrong guesses on any door share the limit of sign-in (PWD-4)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const jar = await signedIn(h, emailOf(customer));
      const hashes = watchHashes(h);
      const guesses = Array.from({ length: 30 }, (_item, index) => {
        const browser = h.asAnyone({ jar: { token: jar.token } });
        const guess = `guess number ${index}`;
        if (index % 3 === 0) return codeOf(browser.account.confirmPassword({ password: guess }));
        if (index % 3 === 1)
          return codeOf(browser.account.changePassword({ currentPassword: guess, password: another }));
        return codeOf(browser.account.signIn({ email: emailOf(customer), password: guess }));
      });
      const codes = await Promise.all(guesses);
      expect(hashes.count).toBe(10);
      expect(codes.filter((code) => code === "request.throttled")).toHaveLength(20);
      expect(await codeOf(h.asAnyone({ jar }).account.confirmPassword({ password: goodPassword }))).toBe(
        "request.throttled",
      );
      expect(await isSignedIn(h, jar)).toBe(true);
    });

    test("made twice at once from two browsers, one wins whole", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const jars = [await signedIn(h, emailOf(customer)), await signedIn(h, emailOf(customer))];
      const results = await Promise.allSettled(
        jars.map((jar, index) =>
          h
            .asAnyone({ jar })
            .account.changePassword({ currentPassword: goodPassword, password: `${another} ${index}` }),
        ),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const winner = results.findIndex(({ status }) => status === "fulfilled");
      await signedIn(h, emailOf(customer), `${another} ${winner}`);
    });
  });

  describe("proving the password anew", () => {
    test("holds for ten minutes and gives the session a new token (SES-2, SES-9)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const jar = await signedIn(h, emailOf(customer));
      const browser = h.asAnyone({ jar });
      h.clock.forward(minutes(10));
      expect(await browser.account.me()).toMatchObject({ provenUntil: null });
      const change = { email: "new@shop.example" };
      expect(await codeOf(browser.account.requestEmailChange(change))).toBe("account.password_proof_needed");

      const old: Jar = { token: jar.token };
      const wrong = await refusalOf(browser.account.confirmPassword({ password: another }));
      expect(wrong.code).toBe("account.password_wrong");
      expect(Object.keys(wrong.fields)).toEqual(["password"]);
      const until = new Date(h.clock.now().getTime() + minutes(10));
      expect(await browser.account.confirmPassword({ password: goodPassword })).toEqual({ provenUntil: until });
      expect(await isSignedIn(h, old)).toBe(false);
      expect(await browser.account.me()).toMatchObject({ provenUntil: until });
      expect(await browser.account.requestEmailChange(change)).toEqual({ asked: true });
      h.clock.forward(minutes(10) - 1);
      expect(await browser.account.requestEmailChange(change)).toEqual({ asked: true });
      h.clock.forward(1);
      expect(await codeOf(browser.account.requestEmailChange(change))).toBe("account.password_proof_needed");
    });
  });
});
