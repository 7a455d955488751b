import { findCustomerByEmail } from "@clientele/db/customers/customers";
import { hours } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { recordStatements } from "@clientele/testing/statements";
import { describe, expect, test } from "vitest";
import {
  codeOf,
  emailOf,
  givenCustomer,
  goodPassword,
  grownBy,
  openAccount,
  refusalOf,
  roomyLimits,
} from "../../test/accounts.ts";
import { harness, type Jar, tokenIn } from "../../test/caller.ts";

interface Seen {
  answer: unknown;
  grown: Record<string, number>;
  cookie: string | null;
  sent: string[];
}

eachDatabase((_, open) => {
  describe("asking for a sign-up", () => {
    test("answers alike, sends the same statements and writes the same rows for every address (ENU-3)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const statements = recordStatements();
      const guest = await givenCustomer(h, { status: "guest" });
      const account = await givenCustomer(h, { password: goodPassword });
      const closed = await givenCustomer(h, { status: "disabled", password: goodPassword });
      const kinds = ["unknown@shop.example", ...[guest, account, closed].map(emailOf)];
      const seen: Seen[] = [];
      for (const email of kinds) {
        const jar: Jar = { token: null };
        let sent: string[] = [];
        let answer: unknown;
        const grown = await grownBy(h.db, async () => {
          const during = await statements.during(async () => {
            const visit = { jar, caller: { address: `203.0.113.${seen.length}` } };
            answer = await h.asAnyone(visit).account.requestSignUp({ email });
          });
          sent = during.map(({ text }) => text);
        });
        seen.push({ answer, grown, sent, cookie: jar.token });
      }
      for (const one of seen) expect(one).toEqual(seen[0]);
      expect(seen[0]).toMatchObject({ answer: { asked: true }, cookie: null });
      expect(seen[0]?.grown).toMatchObject({ tokens: 1, outbox: 1 });
    });

    test("sends three mails an hour and ten a day to one mailbox, and answers alike beyond (RAT-5)", async () => {
      const h = await harness(await open());
      const ask = (address: string) =>
        h.asAnyone({ caller: { address } }).account.requestSignUp({ email: "ann@shop.example" });
      for (let time = 0; time < 5; time += 1) expect(await ask(`203.0.113.${time}`)).toEqual({ asked: true });
      const mails = await h.mails("ann@shop.example");
      expect(mails).toHaveLength(1);
      expect(await h.db.$count(h.db.tables.outbox)).toBe(3);
      // The last link that was mailed still works: a request that sends nothing must not void it either.
      expect(await h.asAnyone().account.link({ token: tokenIn(mails[0]) })).toMatchObject({ state: "valid" });
      for (let hour = 0; hour < 5; hour += 1) {
        h.clock.forward(hours(1));
        for (let time = 0; time < 5; time += 1) await ask(`198.51.100.${time}`);
      }
      expect(await h.db.$count(h.db.tables.outbox)).toBe(10);
    });

    test("is refused after twenty mails from one network address (RAT-5)", async () => {
      const h = await harness(await open());
      for (let time = 0; time < 20; time += 1) {
        await h.asAnyone().account.requestSignUp({ email: `someone${time}@shop.example` });
      }
      const refused = await refusalOf(h.asAnyone().account.requestSignUp({ email: "other@shop.example" }));
      expect(refused.code).toBe("request.throttled");
      expect(refused.params).toEqual({ retryAfterSeconds: 3600 });
      const elsewhere = h.asAnyone({ caller: { address: "198.51.100.1" } });
      expect(await elsewhere.account.requestSignUp({ email: "other@shop.example" })).toEqual({ asked: true });
    });

    test("acts on one address whatever its case, and refuses what is none (ACC-1)", async () => {
      const h = await harness(await open(), { limits: roomyLimits });
      const { id } = await openAccount(h, "victim@t.test");
      for (const email of ["VICTIM@T.test", " victim@t.test ", "Victim@T.TEST"]) {
        await h.asAnyone().account.requestSignUp({ email });
        expect((await h.mails("victim@t.test")).at(-1)?.template).toBe("account_exists");
      }
      const bad = [
        "victim@t.test\u0000",
        "vic\u200btim@t.test",
        "\uff56ictim@t.test",
        '"x@evil.test"@t.test',
        "x".repeat(321),
      ];
      for (const email of bad) {
        const { code, fields } = await refusalOf(h.asAnyone().account.requestSignUp({ email }));
        expect(code).toBe("input.invalid");
        expect(fields["email"]?.code).toMatch(/^field\.(email|too_long)$/);
        expect(await codeOf(h.asAnyone().account.signIn({ email, password: goodPassword }))).toBe("input.invalid");
        expect(await codeOf(h.asAnyone().account.requestPasswordReset({ email }))).toBe("input.invalid");
      }
      expect(await h.db.$count(h.db.tables.customers)).toBe(1);
      expect(h.sent.every(({ to }) => to === "victim@t.test")).toBe(true);
      expect((await findCustomerByEmail(h.db, "victim@t.test"))?.id).toBe(id);
    });
  });
});
