import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, it } from "vitest";
import { codeOf, givenCustomer, goodPassword, openAccount, roomyLimits } from "./accounts.ts";
import { harness, tokenIn } from "./caller.ts";
import { linkTo } from "./emailChanges.ts";
import { eventsDuring } from "./recorded.ts";

const many = 30;
const times = <T>(work: (number: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> =>
  Promise.allSettled(Array.from({ length: many }, (_, number) => work(number)));
const succeeded = (results: PromiseSettledResult<unknown>[]): number =>
  results.filter(({ status }) => status === "fulfilled").length;

eachDatabase((_name, open) => {
  const given = async () => harness(await open({ patience: 15_000 }), { limits: roomyLimits });

  describe("at the same time", () => {
    it("thirty sign-ups for one address, however it is written, make one account (R12)", async () => {
      const h = await given();
      const ways = ["ann@example.com", "ANN@example.com", " ann@Example.COM "];
      await times((number) => h.asAnyone().account.requestSignUp({ email: ways[number % ways.length] ?? "" }));
      const tokens = (await h.mails("ann@example.com")).map(tokenIn);
      const results = await times(async (number) => {
        const token = tokens[number % tokens.length] ?? "";
        await h.asAnyone().account.completeSignUp({ token, password: `${goodPassword} ${number}`, firstName: "Ann" });
        return number;
      });
      expect(succeeded(results)).toBe(1);
      expect(await h.db.$count(h.db.tables.customers)).toBe(1);
      const [winner] = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
      await h.asAnyone().account.signIn({ email: "ann@example.com", password: `${goodPassword} ${winner}` });
    });

    it("thirty uses of one reset link set one password (TOK-2)", async () => {
      const h = await given();
      const email = "ann@example.com";
      await givenCustomer(h, { email, password: goodPassword });
      await h.asAnyone().account.requestPasswordReset({ email });
      const token = await linkTo(h, email, "password_reset");
      const results = await times(async (number) => {
        await h.asAnyone().account.resetPassword({ token, password: `twelve blue lanterns ${number}` });
        return number;
      });
      expect(succeeded(results)).toBe(1);
      const [winner] = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
      await h.asAnyone().account.signIn({ email, password: `twelve blue lanterns ${winner}` });
      expect(await codeOf(h.asAnyone().account.signIn({ email, password: goodPassword }))).toBe(
        "account.sign_in_failed",
      );
    });

    it("thirty guests' rows and thirty accounts for one address become one row", async () => {
      const h = await given();
      const owner = h.asStaff("owner");
      const email = "ann@example.com";
      const group = await owner.groups.create({ name: "Wholesale" });
      await h.asAnyone().account.requestSignUp({ email });
      const token = await linkTo(h, email, "sign_up");
      const results = await times(async (number) => {
        if (number % 3 === 0) return owner.customers.create({ email });
        if (number % 3 === 1)
          return owner.groups.addEmails({ groupId: group.id, emails: [{ email, name: "" }], createGuests: true });
        return h.asAnyone().account.completeSignUp({ token, password: goodPassword, firstName: "Ann" });
      });
      expect(await h.db.$count(h.db.tables.customers)).toBe(1);
      const bulks = results.filter((_, number) => number % 3 === 1);
      expect(bulks.map(({ status }) => status)).toEqual(bulks.map(() => "fulfilled"));
      const members = await owner.groups.members({ groupId: group.id });
      expect(members.total.count).toBe(1);
    });

    it("thirty calls with one key make one group and all answer it (R4)", async () => {
      const h = await given();
      const owner = h.asStaff("owner");
      await owner.account.me();
      const events = await eventsDuring(h.db, async () => {
        const results = await times(() =>
          owner.groups.create({ name: "VIP", idempotencyKey: "the same key".replaceAll(" ", "-") }),
        );
        expect(
          new Set(results.map((result) => (result.status === "fulfilled" ? result.value.id : String(result.reason))))
            .size,
        ).toBe(1);
      });
      expect(events.map(({ type }) => type)).toEqual(["group.created"]);
    });

    it("thirty wrong passwords are ten comparisons (RAT-1)", async () => {
      const h = await harness(await open({ patience: 15_000 }));
      const email = "ann@example.com";
      await givenCustomer(h, { email, password: goodPassword });
      const codes = await Promise.all(
        Array.from({ length: many }, () => codeOf(h.asAnyone().account.signIn({ email, password: "wrong" }))),
      );
      expect(codes.filter((code) => code === "account.sign_in_failed")).toHaveLength(10);
      expect(codes.filter((code) => code === "request.throttled")).toHaveLength(20);
    });

    it("thirty sign-outs leave no session and one event (SES-3)", async () => {
      const h = await given();
      const { jar } = await openAccount(h, "ann@example.com");
      const events = await eventsDuring(h.db, () => times(() => h.asAnyone({ jar: { ...jar } }).account.signOut()));
      expect(events.map(({ type }) => type)).toEqual(["customer.signed_out"]);
      expect(await h.db.$count(h.db.tables.customerSessions)).toBe(0);
    });

    it("thirty password proofs of one session leave one session", async () => {
      const h = await given();
      const { jar } = await openAccount(h, "ann@example.com");
      const results = await times(() =>
        h.asAnyone({ jar: { ...jar } }).account.confirmPassword({ password: goodPassword }),
      );
      expect(succeeded(results)).toBe(1);
      expect(await h.db.$count(h.db.tables.customerSessions)).toBe(1);
    });
  });
});
