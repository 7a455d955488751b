import { findCustomer } from "@clientele/db/customers/customers";
import { findCredentials } from "@clientele/db/sessions/passwords";
import { minutes } from "@clientele/domain/time";
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
  roomyLimits,
  signedIn,
} from "../../test/accounts.ts";
import { harness, type Harness, tokenIn } from "../../test/caller.ts";

const another = "nine blue teapots";

const resetLink = async (h: Harness, email: string): Promise<string> => {
  await h.asAnyone().account.requestPasswordReset({ email });
  return tokenIn((await h.mails(email)).at(-1));
};

interface Seen {
  answer: unknown;
  grown: Record<string, number>;
  cookie: string | null;
}

eachDatabase((_, open) => {
  describe("a forgotten password", () => {
    test("is set anew by the mailed link, which ends every session and opens none (TOK-7, SES-5)", async () => {
      const h = await harness(await open());
      const customer = await givenCustomer(h, { password: goodPassword });
      const email = emailOf(customer);
      const jars = [await signedIn(h, email), await signedIn(h, email), await signedIn(h, email)];
      const token = await resetLink(h, email);
      expect(await h.asAnyone().account.link({ token })).toMatchObject({
        purpose: "password_reset",
        email,
        state: "valid",
      });

      const [browser = { token: null }] = jars;
      expect(await h.asAnyone({ jar: browser }).account.resetPassword({ token, password: another })).toEqual({
        done: true,
      });
      expect(browser.token).toBeNull();
      for (const jar of jars) expect(await isSignedIn(h, jar)).toBe(false);
      expect(await h.db.$count(h.db.tables.customerSessions)).toBe(0);
      expect(await codeOf(signedIn(h, email, goodPassword))).toBe("account.sign_in_failed");
      await signedIn(h, email, another);
      expect((await h.mails(email)).map(({ template }) => template)).toEqual(["password_reset", "password_changed"]);
      expect((await eventTypesIn(h.db)).filter((type) => type.startsWith("customer.password"))).toEqual([
        "customer.password_reset_requested",
        "customer.password_reset",
      ]);
      expect(await codeOf(h.asAnyone().account.resetPassword({ token, password: goodPassword }))).toBe("link.expired");
    });

    test("leaves the browser of somebody else signed in", async () => {
      const h = await harness(await open());
      const email = emailOf(await givenCustomer(h, { password: goodPassword }));
      const other = emailOf(await givenCustomer(h, { password: goodPassword }));
      const jar = await signedIn(h, other);
      await h.asAnyone({ jar }).account.resetPassword({ token: await resetLink(h, email), password: another });
      expect(await isSignedIn(h, jar)).toBe(true);
    });

    test("is asked for alike by every address (ENU-3)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const statements = recordStatements();
      const guest = await givenCustomer(h, { status: "guest" });
      const account = await givenCustomer(h, { password: goodPassword });
      const closed = await givenCustomer(h, { status: "disabled", password: goodPassword });
      const withoutPassword = await givenCustomer(h);
      const emails = ["unknown@shop.example", ...[guest, account, closed, withoutPassword].map(emailOf)];
      const seen: Seen[] = [];
      const sentTexts: string[][] = [];
      for (const email of emails) {
        const visit = { jar: { token: null }, caller: { address: `203.0.113.${seen.length}` } };
        let answer: unknown;
        let sent: string[] = [];
        const grown = await grownBy(h.db, async () => {
          const during = await statements.during(async () => {
            answer = await h.asAnyone(visit).account.requestPasswordReset({ email });
          });
          sent = during.map(({ text }) => text.replace(/ where .*/, ""));
        });
        sentTexts.push(sent);
        seen.push({ answer, grown, cookie: visit.jar.token });
      }
      for (const one of seen) expect(one).toEqual(seen[0]);
      for (const sent of sentTexts) expect(sent).toEqual(sentTexts[0]);
      expect(seen[0]).toMatchObject({
        answer: { asked: true },
        grown: { tokens: 1, outbox: 1, events: 1 },
        cookie: null,
      });

      const templates = await Promise.all(
        emails.map(async (email) => (await h.mails(email)).map(({ template }) => template)),
      );
      expect(templates).toEqual([
        ["no_account"],
        ["no_account"],
        ["password_reset"],
        ["account_closed"],
        ["password_reset"],
      ]);
    });

    test("is mailed three times an hour to one mailbox, with the same answer beyond (RAT-5)", async () => {
      const h = await harness(await open());
      const email = emailOf(await givenCustomer(h, { password: goodPassword }));
      for (let time = 0; time < 50; time += 1) {
        const { account } = h.asAnyone({ caller: { address: `203.0.113.${time}` } });
        expect(await account.requestPasswordReset({ email })).toEqual({ asked: true });
      }
      expect(await h.db.$count(h.db.tables.outbox)).toBe(3);
    });

    test("for an address without an account brings the way to open one and no link that would do anything", async () => {
      const h = await harness(await open());
      const guest = emailOf(await givenCustomer(h, { status: "guest", firstName: "Gil" }));
      await h.asAnyone().account.requestPasswordReset({ email: guest });
      const [mail] = await h.mails(guest);
      expect(mail?.text).toContain(`${h.origins.shop}/sign-up`);
      expect(mail?.text).not.toMatch(/token|Gil/);
    });

    test("reaches a mailbox that strangers asked other mails for, at this door and the other (RAT-4)", async () => {
      const h = await harness(await open());
      const email = emailOf(await givenCustomer(h, { password: goodPassword }));
      for (let time = 0; time < 12; time += 1) {
        const visit = { caller: { address: `203.0.113.${time}` } };
        await h.asAnyone(visit).account.requestSignUp({ email });
        await h.asVisitor(visit).account.requestPasswordReset({ email });
      }
      await h.asAnyone().account.requestPasswordReset({ email });
      expect((await h.mails(email)).map(({ template }) => template)).toContain("password_reset");
    });

    test("has a link that lasts an hour, is replaced by a newer one and by a changed password (TOK-1, TOK-2)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const customer = await givenCustomer(h, { password: goodPassword });
      const email = emailOf(customer);
      const attempt = (token: string) => codeOf(h.asAnyone().account.resetPassword({ token, password: another }));
      const first = await resetLink(h, email);
      const second = await resetLink(h, email);
      expect(await attempt(first)).toBe("link.expired");
      h.clock.forward(minutes(60));
      expect(await attempt(second)).toBe("link.expired");

      const third = await resetLink(h, email);
      const jar = await signedIn(h, email);
      const change = { currentPassword: goodPassword, password: another };
      await h.asAnyone({ jar }).account.changePassword(change);
      expect(await attempt(third)).toBe("link.expired");
    });

    test("opens nothing for guests and closed accounts, and no other mailbox's (ACC-2, TOK-7)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const { customers } = h.db.tables;
      const customer = await givenCustomer(h, { password: goodPassword });
      const email = emailOf(customer);
      const before = await findCredentials(h.db, customer.id);
      const token = await resetLink(h, email);
      for (const fields of [
        { status: "disabled" },
        { status: "guest" },
        { email: "elsewhere@shop.example" },
      ] as const) {
        await h.db.transaction((tx) => tx.update(customers).set(fields));
        expect(await codeOf(h.asAnyone().account.resetPassword({ token, password: another }))).toBe("link.expired");
        await h.db.transaction((tx) => tx.update(customers).set({ status: "active", email }));
      }
      expect(await findCredentials(h.db, customer.id)).toEqual(before);
      await h.asAnyone().account.resetPassword({ token, password: another });
    });

    test("is set once, however many use the link at once (TOK-2)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const email = emailOf(await givenCustomer(h, { password: goodPassword }));
      const token = await resetLink(h, email);
      const passwords = Array.from({ length: 20 }, (_item, index) => `${another} ${index}`);
      const results = await Promise.allSettled(
        passwords.map((password) => h.asAnyone().account.resetPassword({ token, password })),
      );
      const won = passwords.filter((_item, index) => results[index]?.status === "fulfilled");
      expect(won).toHaveLength(1);
      await signedIn(h, email, won[0] ?? "");
    });

    test("cannot be guessed: tries are counted per network address (RAT-6)", async () => {
      const h = await harness(await open());
      const email = emailOf(await givenCustomer(h, { password: goodPassword }));
      const token = await resetLink(h, email);
      const wrong = `tok_${"0".repeat(26)}.${"A".repeat(43)}`;
      for (let time = 0; time < 20; time += 1) await h.asAnyone().account.link({ token: wrong });
      expect(await codeOf(h.asAnyone().account.resetPassword({ token, password: another }))).toBe("request.throttled");
      expect(await codeOf(h.asAnyone().account.link({ token }))).toBe("request.throttled");
      await h.asAnyone({ caller: { address: "198.51.100.1" } }).account.resetPassword({ token, password: another });
    });

    test("looking at the link changes nothing (TOK-6)", async () => {
      const h = await harness(await open());
      const email = emailOf(await givenCustomer(h, { password: goodPassword }));
      const token = await resetLink(h, email);
      const grown = await grownBy(h.db, async () => {
        for (let time = 0; time < 5; time += 1) await h.asAnyone().account.link({ token });
      });
      expect(grown).toEqual({ throttles: 1 });
      await h.asAnyone().account.resetPassword({ token, password: another });
    });
  });

  test("no answer, event or row tells a password, a hash or a token (TOK-3, AUD-3)", async () => {
    const h = await harness(await open());
    const customer = await givenCustomer(h, { password: goodPassword });
    const token = await resetLink(h, emailOf(customer));
    await h.asAnyone().account.resetPassword({ token, password: another });
    const jar = await signedIn(h, emailOf(customer), another);
    const { events, tokens } = h.db.tables;
    const seen = JSON.stringify([
      await h.asAnyone({ jar }).account.me(),
      await h.asAnyone({ jar }).profile.get(),
      await h.asAnyone({ jar }).sessions.list(),
      await h.asAnyone({ jar }).sessions.events({}),
      await h.db.select().from(events),
      await h.db.select().from(tokens),
      await findCustomer(h.db, customer.id),
    ]);
    const [, secret = ""] = token.split(".");
    const [, sessionSecret = ""] = (jar.token ?? "").split(".");
    for (const canary of [goodPassword, another, "$argon2", secret, sessionSecret]) expect(seen).not.toContain(canary);
    const [stored] = await h.db.select().from(h.db.tables.events).limit(1);
    expect(JSON.stringify(stored)).not.toContain(emailOf(customer));
  });
});
