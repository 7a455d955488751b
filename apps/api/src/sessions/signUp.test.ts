import { findCustomer } from "@clientele/db/customers/customers";
import { holdEmail } from "@clientele/db/customers/emailHolds";
import { days, later } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import {
  asSent,
  codeOf,
  emailOf,
  eventTypesIn,
  givenCustomer,
  goodPassword,
  isSignedIn,
  openAccount,
  refusalOf,
  roomyLimits,
} from "../../test/accounts.ts";
import { harness, type Jar, tokenIn } from "../../test/caller.ts";

const input = { password: goodPassword, firstName: "Ann", lastName: "Lee" };

eachDatabase((_, open) => {
  describe("signing up", () => {
    test("is asking, following the mail, and being signed in", async () => {
      const h = await harness(await open());
      const jar: Jar = { token: null };
      const browser = h.asAnyone({ jar });
      expect(await browser.account.requestSignUp({ email: " New@Shop.Example " })).toEqual({ asked: true });
      expect(jar.token).toBeNull();
      const [mail] = await h.mails("new@shop.example");
      expect(mail).toMatchObject({ template: "sign_up" });
      const token = tokenIn(mail);
      expect(await browser.account.link({ token })).toEqual({
        purpose: "sign_up",
        email: "new@shop.example",
        firstName: null,
        lastName: null,
        state: "valid",
      });

      expect(await browser.account.completeSignUp({ ...input, token })).toEqual({ done: true });
      expect(await browser.account.me()).toMatchObject({
        email: "new@shop.example",
        firstName: "Ann",
        lastName: "Lee",
      });
      expect(await eventTypesIn(h.db)).toEqual(["customer.signed_up"]);
      expect(await browser.account.link({ token })).toMatchObject({ email: null, state: "used" });
      expect(await codeOf(browser.account.completeSignUp({ ...input, token }))).toBe("link.expired");
    });

    test("turns the guest of the address into an account, which keeps its row", async () => {
      const h = await harness(await open());
      const guest = await givenCustomer(h, {
        status: "guest",
        firstName: "G",
        phone: "+4930901820",
        metadata: { a: 1 },
      });
      const { id } = await openAccount(h, emailOf(guest));
      expect(id).toBe(guest.id);
      expect(await findCustomer(h.db, id)).toMatchObject({
        status: "active",
        firstName: "Ann",
        phone: "+4930901820",
        metadata: { a: 1 },
        version: 2,
      });
    });

    test("ends the session that the browser had, of whomever", async () => {
      const h = await harness(await open());
      const first = await openAccount(h, "first@shop.example");
      const old = { token: first.jar.token };
      await openAccount(h, "second@shop.example", { jar: first.jar });
      expect(first.jar.token).not.toBe(old.token);
      expect(await isSignedIn(h, old)).toBe(false);
    });

    test("changes and shows nothing of a row before the link is used (ACC-3)", async () => {
      const h = await harness(await open());
      for (const status of ["guest", "active", "disabled"] as const) {
        const row = await givenCustomer(h, { status, firstName: "Secret" });
        await h.asAnyone().account.requestSignUp({ email: emailOf(row) });
        const [mail] = await h.mails(emailOf(row));
        if (status === "guest") {
          const seen = await h.asAnyone().account.link({ token: tokenIn(mail) });
          expect(seen).toMatchObject({ firstName: null, lastName: null });
        } else {
          expect(mail?.template).toBe(status === "active" ? "account_exists" : "account_closed");
          expect(mail?.text).not.toContain("#token=");
        }
        expect(await findCustomer(h.db, row.id)).toEqual(row);
      }
    });
  });

  describe("a sign-up link", () => {
    const linkFor = async (h: Awaited<ReturnType<typeof harness>>, email: string): Promise<string> => {
      await h.asAnyone().account.requestSignUp({ email });
      return tokenIn((await h.mails(email)).at(-1));
    };

    test("ends after a day, and with a newer one", async () => {
      const h = await harness(await open());
      const first = await linkFor(h, "ann@shop.example");
      const second = await linkFor(h, "ann@shop.example");
      expect(await codeOf(h.asAnyone().account.completeSignUp({ ...input, token: first }))).toBe("link.expired");
      h.clock.forward(days(1));
      expect(await codeOf(h.asAnyone().account.completeSignUp({ ...input, token: second }))).toBe("link.expired");
      expect(await h.db.$count(h.db.tables.customers)).toBe(0);
    });

    test("opens nothing once the address has an account or is held", async () => {
      const h = await harness(await open());
      const token = await linkFor(h, "ann@shop.example");
      const other = await givenCustomer(h, { email: "ann@shop.example" });
      expect(await codeOf(h.asAnyone().account.completeSignUp({ ...input, token }))).toBe("link.expired");
      expect(await findCustomer(h.db, other.id)).toEqual(other);

      const held = await linkFor(h, "held@shop.example");
      const hold = { email: "held@shop.example", customerId: other.id, until: later(h.clock.now(), days(7)) };
      await h.db.transaction((tx) => holdEmail(tx, hold));
      expect(await codeOf(h.asAnyone().account.completeSignUp({ ...input, token: held }))).toBe("link.expired");
      // It was not used up: it works once the address is free again, had its own day not ended.
      expect(await h.asAnyone().account.link({ token: held })).toMatchObject({ state: "valid" });
    });

    test("is no other kind of link, and no other kind is it (TOK-1)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const token = await linkFor(h, "ann@shop.example");
      const { account } = h.asAnyone();
      expect(await codeOf(account.resetPassword({ token, password: goodPassword }))).toBe("link.expired");
      expect(await codeOf(account.confirmEmailChange({ token }))).toBe("link.expired");
      expect(await codeOf(account.revertEmailChange({ token }))).toBe("link.expired");
      expect(await h.asVisitor().account.link({ token })).toMatchObject({
        purpose: null,
        email: null,
        state: "expired",
      });
      const changed = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
      expect(await account.link({ token: changed })).toMatchObject({ purpose: null, state: "expired" });
      expect(await codeOf(account.completeSignUp({ ...input, token: changed }))).toBe("link.expired");
      expect(await account.link({ token })).toMatchObject({ state: "valid" });
    });

    test("that is no text is refused as input (TOK-5)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const { account } = h.asAnyone();
      for (const token of [undefined, "", null, 0, true, [], {}, [await linkFor(h, "ann@shop.example")]]) {
        const calls = [
          account.completeSignUp(asSent({ ...input, token })),
          account.resetPassword(asSent({ token, password: goodPassword })),
          account.confirmEmailChange(asSent({ token })),
          account.revertEmailChange(asSent({ token })),
          account.link(asSent({ token })),
        ];
        for (const call of calls) {
          const { code, fields } = await refusalOf(call);
          expect({ code, fields: Object.keys(fields) }).toEqual({ code: "input.invalid", fields: ["token"] });
        }
      }
      expect(await h.db.$count(h.db.tables.customers)).toBe(0);
    });

    test("opens one account however many use it at once (R12, TOK-2)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const token = await linkFor(h, "ann@shop.example");
      const tries = Array.from({ length: 20 }, (_, index) => {
        const jar: Jar = { token: null };
        const password = `${goodPassword} ${index}`;
        return { jar, password, done: h.asAnyone({ jar }).account.completeSignUp({ ...input, token, password }) };
      });
      const results = await Promise.allSettled(tries.map(({ done }) => done));
      const won = tries.filter((_, index) => results[index]?.status === "fulfilled");
      expect(won).toHaveLength(1);
      for (const [index, result] of results.entries()) {
        if (result.status === "rejected")
          expect(await codeOf(tries[index]?.done ?? Promise.resolve())).toBe("link.expired");
      }
      expect(await h.db.$count(h.db.tables.customers)).toBe(1);
      expect(await h.db.$count(h.db.tables.customerSessions)).toBe(1);
      await h.asAnyone().account.signIn({ email: "ann@shop.example", password: won[0]?.password ?? "" });
    });

    test("of fifty that were asked for at once, one works and makes one row (R12)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const spelled = ["ann@shop.example", "ANN@shop.example", " ann@Shop.Example "];
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          h.asAnyone().account.requestSignUp({ email: spelled[index % spelled.length] ?? "" }),
        ),
      );
      const tokens = (await h.mails("ann@shop.example")).map(tokenIn);
      const used = await Promise.allSettled(
        tokens.map((token) => h.asAnyone().account.completeSignUp({ ...input, token })),
      );
      expect(used.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await h.db.$count(h.db.tables.customers)).toBe(1);
    });
  });

  test("a password is refused with its reason, and the link stays good (PWD-1, PWD-3)", async () => {
    const h = await harness(await open(), { limits: roomyLimits });
    await h.asAnyone().account.requestSignUp({ email: "ann.lee@shop.example" });
    const token = tokenIn((await h.mails("ann.lee@shop.example"))[0]);
    const refused = async (password: string) => {
      const { code, fields } = await refusalOf(h.asAnyone().account.completeSignUp({ ...input, token, password }));
      return [code, fields["password"]?.code];
    };
    expect(await refused("too short")).toEqual(["input.invalid", "field.too_short"]);
    expect(await refused("x".repeat(257))).toEqual(["input.invalid", "field.too_long"]);
    expect(await refused("unbelievable")).toEqual(["password.common", "password.common"]);
    expect(await refused("ann.lee@shop.example")).toEqual(["password.personal", "password.personal"]);
    expect(await refused("Clientele 2026!")).toEqual(["password.personal", "password.personal"]);
    expect(await h.asAnyone().account.link({ token })).toMatchObject({ state: "valid" });
  });

  test("inputs are closed (MAS-1)", async () => {
    const h = await harness(await open());
    const { account } = h.asAnyone();
    const extra = { status: "active", id: "cus_1", customerId: "cus_1", groupIds: [], version: 1 };
    for (const [key, value] of Object.entries(extra)) {
      const asked = refusalOf(account.requestSignUp({ email: "a@b.example", [key]: value }));
      expect((await asked).fields).toEqual({ [key]: { code: "field.unknown", params: { keys: [key] } } });
      const token = `tok_${"0".repeat(26)}.${"A".repeat(43)}`;
      const completed = refusalOf(account.completeSignUp({ ...input, token, [key]: value }));
      expect((await completed).fields).toEqual({ [key]: { code: "field.unknown", params: { keys: [key] } } });
    }
  });
});
