import { findCredentials } from "@clientele/db/sessions/passwords";
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
  watchHashes,
} from "../../test/accounts.ts";
import { harness, type Jar } from "../../test/caller.ts";
import { type PasswordHasher, passwordHasher } from "./passwordHasher.ts";

interface Seen {
  refusal: unknown;
  grown: Record<string, number>;
  sent: string[];
  hashes: number;
  cookie: string | null;
}

eachDatabase((_, open) => {
  describe("signing in", () => {
    test("needs the right password, exactly as it was chosen (PWD-2)", async () => {
      const h = await harness(await open());
      const password = "  Pä ss 🔑 w0rd  ";
      const customer = await givenCustomer(h, { password });
      const email = emailOf(customer);
      for (const wrong of [password.trim(), password.toLowerCase(), password.normalize("NFD"), `${password} `]) {
        expect(await codeOf(signedIn(h, email, wrong))).toBe("account.sign_in_failed");
      }
      const jar = await signedIn(h, email.toUpperCase(), password);
      expect(await h.asAnyone({ jar }).account.me()).toEqual({
        id: customer.id,
        email,
        firstName: "Ann",
        lastName: "Example",
        locale: null,
        pendingEmail: null,
        provenUntil: new Date(h.clock.now().getTime() + minutes(10)),
      });
    });

    test("gives a new token each time, adopts none and ends the one that was presented (SES-2)", async () => {
      const h = await harness(await open());
      const email = emailOf(await givenCustomer(h, { password: goodPassword }));
      const made = `c_${"A".repeat(16)}.${"A".repeat(43)}`;
      const jar: Jar = { token: made };
      await signedIn(h, email, goodPassword, { jar });
      expect(jar.token).not.toBe(made);
      expect(await isSignedIn(h, { token: made })).toBe(false);
      const first = jar.token;
      await signedIn(h, email, goodPassword, { jar });
      expect(await isSignedIn(h, { token: first })).toBe(false);
      expect(await h.db.$count(h.db.tables.customerSessions)).toBe(1);
    });

    test("lasts as long as the shopper chose", async () => {
      const h = await harness(await open());
      const email = emailOf(await givenCustomer(h, { password: goodPassword }));
      const browser: Jar = { token: null };
      const kept: Jar = { token: null };
      await h.asAnyone({ jar: browser }).account.signIn({ email, password: goodPassword });
      await h.asAnyone({ jar: kept }).account.signIn({ email, password: goodPassword, remember: true });
      h.clock.forward(days(2));
      expect(await isSignedIn(h, browser)).toBe(false);
      expect(await isSignedIn(h, kept)).toBe(true);
    });

    test("writes the hash anew when parameters have risen (PWD-5)", async () => {
      const h = await harness(await open());
      const weak = await passwordHasher({ memoryKiB: 32, passes: 1 }).hash(goodPassword);
      const customer = await givenCustomer(h, { password: "another password" });
      const { customerPasswords } = h.db.tables;
      await h.db.transaction((tx) => tx.update(customerPasswords).set({ hash: weak }));
      await signedIn(h, emailOf(customer));
      const upgraded = (await findCredentials(h.db, customer.id))?.hash;
      expect(upgraded).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
      await signedIn(h, emailOf(customer));
      expect((await findCredentials(h.db, customer.id))?.hash).toBe(upgraded);
    });

    test("two accounts with one password have different hashes (PWD-5)", async () => {
      const h = await harness(await open());
      const hashes = [];
      for (const email of ["a@shop.example", "b@shop.example"]) {
        const { id } = await openAccount(h, email);
        hashes.push((await findCredentials(h.db, id))?.hash);
      }
      expect(new Set(hashes).size).toBe(2);
    });

    test("fails when the account was closed or its password changed while the password was compared", async () => {
      for (const change of ["status", "password"] as const) {
        const h = await harness(await open());
        const customer = await givenCustomer(h, { password: goodPassword });
        const { customers, customerPasswords } = h.db.tables;
        const plain: PasswordHasher = { ...h.services.passwords };
        h.services.passwords.verify = async (password, stored) => {
          const right = await plain.verify(password, stored);
          await h.db.transaction((tx) =>
            change === "status"
              ? tx.update(customers).set({ status: "disabled" })
              : tx.update(customerPasswords).set({ hash: "$argon2id$another" }),
          );
          return right;
        };
        expect(await codeOf(signedIn(h, emailOf(customer)))).toBe("account.sign_in_failed");
        expect(await h.db.$count(h.db.tables.customerSessions)).toBe(0);
      }
    });
  });

  describe("a failed sign-in", () => {
    test("is the same whoever it was, after the same work (ENU-1, ENU-2)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const statements = recordStatements();
      const account = await givenCustomer(h, { password: goodPassword });
      const guest = await givenCustomer(h, { status: "guest" });
      const invited = await givenCustomer(h, { status: "invited" });
      const closed = await givenCustomer(h, { status: "disabled", password: goodPassword });
      const withoutPassword = await givenCustomer(h);
      await h.staffId("owner");
      await h.asAnyone().account.requestSignUp({ email: "unverified@shop.example" });
      const tries = [
        { email: "unknown@shop.example", password: goodPassword },
        { email: emailOf(account), password: "the wrong password" },
        { email: emailOf(guest), password: goodPassword },
        { email: emailOf(invited), password: goodPassword },
        { email: emailOf(closed), password: goodPassword },
        { email: emailOf(withoutPassword), password: goodPassword },
        { email: "unverified@shop.example", password: goodPassword },
        { email: "owner@staff.example.com", password: goodPassword },
      ];
      // The counter of all tries together begins with the first.
      await codeOf(signedIn(h, "first@shop.example", goodPassword, { caller: { address: "198.51.100.1" } }));
      const hashes = watchHashes(h);
      const seen: Seen[] = [];
      for (const [index, given] of tries.entries()) {
        const jar: Jar = { token: null };
        const visit = { jar, caller: { address: `203.0.113.${index}` } };
        hashes.count = 0;
        let refusal: unknown;
        let sent: string[] = [];
        const grown = await grownBy(h.db, async () => {
          const during = await statements.during(async () => {
            refusal = await refusalOf(h.asAnyone(visit).account.signIn(given));
          });
          sent = during.map(({ text }) => text);
        });
        seen.push({ refusal, sent, grown, hashes: hashes.count, cookie: jar.token });
      }
      for (const one of seen) expect(one).toEqual(seen[0]);
      expect(seen[0]).toMatchObject({ hashes: 1, cookie: null, grown: { events: 1 } });
      expect(seen[0]?.refusal).toMatchObject({ code: "account.sign_in_failed", params: {}, fields: {} });
    });

    test("is told to the owner's security page and the audit log, not to the timeline", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      await codeOf(signedIn(h, emailOf(customer), "the wrong password"));
      expect(await eventTypesIn(h.db)).toEqual(["customer.sign_in_failed"]);
      expect(await h.db.$count(h.db.tables.eventCustomers)).toBe(0);
      const events = await h.as(customer.id).sessions.events({});
      expect(events.items.map(({ type }) => type)).toEqual(["customer.sign_in_failed"]);
    });
  });

  describe("guessing", () => {
    test("reaches the password ten times and no more, however many guess at once (RAT-1)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const hashes = watchHashes(h);
      const guesses = Array.from({ length: 40 }, (_, index) => {
        const caller = { address: `203.0.113.${index}` };
        return codeOf(h.asAnyone({ caller }).account.signIn({ email: emailOf(customer), password: `guess ${index}` }));
      });
      const codes = await Promise.all(guesses);
      expect(hashes.count).toBe(10);
      expect(codes.filter((code) => code === "account.sign_in_failed")).toHaveLength(10);
      expect(codes.filter((code) => code === "request.throttled")).toHaveLength(30);
    });

    test("delays the owner a quarter of an hour at most, ends no session and leaves the reset open (RAT-4)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const email = emailOf(customer);
      const live = await signedIn(h, email);
      for (let time = 0; time < 12; time += 1) await codeOf(signedIn(h, email, "the wrong password"));
      expect(await codeOf(signedIn(h, email))).toBe("request.throttled");
      expect(await codeOf(signedIn(h, email.toUpperCase()))).toBe("request.throttled");
      expect(await isSignedIn(h, live)).toBe(true);
      expect(await h.asAnyone().account.requestPasswordReset({ email })).toEqual({ asked: true });
      expect(await h.mails(email)).toHaveLength(1);
      h.clock.forward(minutes(15));
      await signedIn(h, email);
    });

    test("at many accounts from one network address is limited, and no success forgets it (RAT-1)", async () => {
      const h = await harness(await open());
      const email = emailOf(await givenCustomer(h, { password: goodPassword }));
      for (let time = 0; time < 49; time += 1) {
        expect(await codeOf(signedIn(h, `someone${time}@shop.example`))).toBe("account.sign_in_failed");
      }
      await signedIn(h, email);
      expect(await codeOf(signedIn(h, email))).toBe("request.throttled");
      await signedIn(h, email, goodPassword, { caller: { address: "198.51.100.1" } });
    });

    test("from one network address uses up neither the account's tries nor what all share once it is refused", async () => {
      const limits = { ...roomyLimits, passwordPerAddress: { most: 5, window: minutes(15) } };
      const h = await harness(await open(), {
        limits: { ...limits, passwordGlobal: { most: 8, window: minutes(15) } },
      });
      const email = emailOf(await givenCustomer(h, { password: goodPassword }));
      for (let time = 0; time < 20; time += 1) await codeOf(signedIn(h, email, "the wrong password"));
      await signedIn(h, email, goodPassword, { caller: { address: "198.51.100.1" } });
    });

    test("is forgotten for the account after a success", async () => {
      const h = await harness(await open());
      const email = emailOf(await givenCustomer(h, { password: goodPassword }));
      for (let round = 0; round < 2; round += 1) {
        for (let time = 0; time < 9; time += 1) await codeOf(signedIn(h, email, "the wrong password"));
        await signedIn(h, email);
      }
    });

    test("counts unknown addresses just as known ones (ENU-4)", async () => {
      const h = await harness(await open());
      const known = emailOf(await givenCustomer(h, { password: goodPassword }));
      const seen: string[][] = [];
      for (const [index, email] of [known, "unknown@shop.example"].entries()) {
        const codes: string[] = [];
        const caller = { address: `198.51.100.${index}` };
        for (let time = 0; time < 12; time += 1)
          codes.push(await codeOf(signedIn(h, email, "wrong password", { caller })));
        seen.push(codes);
      }
      expect(seen[0]).toEqual(seen[1]);
    });
  });

  describe("signing out", () => {
    test("ends the session on the server, once and for all (SES-3)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const jar = await signedIn(h, emailOf(customer));
      const kept = { token: jar.token };
      expect(await h.asAnyone({ jar }).account.signOut()).toEqual({ done: true });
      expect(jar.token).toBeNull();
      expect(await isSignedIn(h, kept)).toBe(false);
      expect(await h.asAnyone({ jar: kept }).account.signOut({})).toEqual({ done: true });
      expect(await eventTypesIn(h.db)).toEqual(["customer.signed_in", "customer.signed_out"]);
    });

    test("many times at once is recorded once", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const { token } = await signedIn(h, emailOf(customer));
      await Promise.all(Array.from({ length: 20 }, () => h.asAnyone({ jar: { token } }).account.signOut()));
      expect(await isSignedIn(h, { token })).toBe(false);
      expect(await eventTypesIn(h.db)).toEqual(["customer.signed_in", "customer.signed_out"]);
    });
  });

  test("a closed account is signed out with its next request (SES-5)", async () => {
    const h = await harness(await open());
    const customer = await givenCustomer(h, { password: goodPassword });
    const jar = await signedIn(h, emailOf(customer));
    await h.db.transaction((tx) => tx.update(h.db.tables.customers).set({ status: "disabled" }));
    expect(await h.asAnyone({ jar }).account.me()).toBeNull();
    expect(await codeOf(h.asAnyone({ jar }).profile.get())).toBe("account.not_signed_in");
  });
});
