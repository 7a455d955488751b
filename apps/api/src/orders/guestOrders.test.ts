import type { Database } from "@clientele/db";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { givenOrder } from "@clientele/testing/orders";
import { recordStatements } from "@clientele/testing/statements";
import { describe, expect, test } from "vitest";
import { type Harness, harness, tokenIn } from "../../test/caller.ts";
import { givenCustomer } from "../../test/people.ts";
import { eventsDuring } from "../../test/recorded.ts";
import { limits } from "../throttle/limits.ts";
import { queueConfirmation } from "./orderSecret.ts";

const password = "a long sentence nobody guesses";

/** A guest order on the row of its address, with the mail that confirms it. */
const guestOrder = async (
  { services, db }: Pick<Harness, "services" | "db">,
  email: string,
  customerId: string,
  disownedAt: Date | null = null,
) => {
  const order = await givenOrder(services, { customerId, access: "guest", email, disownedAt });
  await db.transaction((tx) => queueConfirmation(tx, services, order));
  return order;
};

const given = async (db: Database) => {
  const h = await harness(db);
  const guest = await givenCustomer(h.services, { status: "guest", email: "gus@example.com", firstName: "" });
  const order = await guestOrder(h, "gus@example.com", guest.id);
  return { ...h, guest, order, anyone: h.asAnyone() };
};

const rowsIn = async (db: Database) => ({
  tokens: (await db.select().from(db.tables.tokens)).length,
  mails: (await db.select().from(db.tables.outbox)).length,
  events: (await db.select().from(db.tables.events)).length,
  timelines: (await db.select().from(db.tables.eventCustomers)).length,
});

eachDatabase((_name, open) => {
  describe("a guest order", () => {
    test("opens by its mailed secret alone, for nobody by its id (GST-2)", async () => {
      const { anyone, mails, order, as, services } = await given(await open());
      const [mail] = await mails("gus@example.com");
      expect(await anyone.orders.guest({ token: tokenIn(mail) })).toMatchObject({ id: order.id, number: order.number });
      const stranger = await givenCustomer(services);
      for (const id of [order.id, `${order.id.slice(0, -1)}0`]) {
        await expect(as(stranger.id).orders.get({ id })).rejects.toThrow("order.not_found");
        await expect(anyone.orders.get({ id })).rejects.toThrow("account.not_signed_in");
      }
      const wrong = tokenIn(mail).replace(/.$/, (last) => (last === "A" ? "B" : "A"));
      await expect(anyone.orders.guest({ token: wrong })).rejects.toThrow("link.expired");
    });

    test("does not show in the account of its address before it is claimed, nor does another's (AUZ-4)", async () => {
      const h = await harness(await open());
      const ann = await givenCustomer(h.services);
      const bob = await givenCustomer(h.services);
      const hers = await givenOrder(h.services, { customerId: ann.id, email: ann.email });
      const asGuest = await guestOrder(h, ann.email ?? "", ann.id);
      const own = h.as(ann.id);
      expect((await own.orders.list({})).items.map(({ id }) => id)).toEqual([hers.id]);
      expect((await own.orders.list({ search: `#${asGuest.number}` })).items).toEqual([]);
      expect((await own.orders.get({ id: hers.id })).id).toBe(hers.id);
      await expect(own.orders.get({ id: asGuest.id })).rejects.toThrow("order.not_found");
      await expect(h.as(bob.id).orders.get({ id: hers.id })).rejects.toThrow("order.not_found");
      expect((await h.as(bob.id).orders.list({})).total.count).toBe(0);
    });

    test("sends its link to its own address, and answers alike whatever was named (GST-1)", async () => {
      const { db, anyone, mails, order, asAnyone, services } = await given(await open());
      const before = (await mails()).length;
      const account = await givenCustomer(services);
      const accountOrder = await givenOrder(services, { customerId: account.id, email: account.email });
      const asks = [
        { number: `#${order.number}`, email: "gus@example.com" },
        { number: String(order.number), email: "eve@example.com" },
        { number: "999999", email: "gus@example.com" },
        { number: "999998", email: "nobody@example.com" },
        { number: String(accountOrder.number), email: account.email ?? "" },
      ];
      const answers: unknown[] = [];
      const grown: unknown[] = [];
      const work: string[][] = [];
      const { during } = recordStatements();
      for (const [at, ask] of asks.entries()) {
        const [was, visit] = [await rowsIn(db), asAnyone({ caller: { address: `203.0.113.${at}` } })];
        const statements = await during(async () => answers.push(await visit.orders.requestGuestLink(ask)));
        work.push(statements.map(({ text }) => text));
        const is = await rowsIn(db);
        grown.push([
          is.tokens - was.tokens,
          is.mails - was.mails,
          is.events - was.events,
          is.timelines - was.timelines,
        ]);
      }
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(new Set(grown.map((rows) => JSON.stringify(rows)))).toEqual(new Set(["[1,1,1,0]"]));
      expect(new Set(work.map((texts) => texts.join("\n"))).size).toBe(1);
      const sent = (await mails()).slice(before);
      expect(sent.map(({ to, template }) => [to, template])).toEqual([["gus@example.com", "order_link"]]);
      expect((await anyone.orders.guest({ token: tokenIn(sent[0]) })).id).toBe(order.id);
    });

    test("is not found by guessing: one number and one address are limited for all together (RAT-6)", async () => {
      const { asAnyone, order } = await given(await open());
      const ask = (at: number, number: number, email: string) =>
        asAnyone({ caller: { address: `198.51.100.${at}` } }).orders.requestGuestLink({
          number: String(number),
          email,
        });
      for (let at = 0; at < limits.orderPerNumber.most; at += 1) await ask(at, order.number, `guess${at}@example.com`);
      await expect(ask(11, order.number, "gus@example.com")).rejects.toThrow("request.throttled");
      for (let at = 0; at < limits.orderPerEmail.most; at += 1) await ask(at, 5000 + at, "fay@example.com");
      await expect(ask(12, 6000, "fay@example.com")).rejects.toThrow("request.throttled");
    });

    test("comes along with the account that its mail opened, and its secrets die (GST-4)", async () => {
      const { db, anyone, mails, order, guest, asAnyone, services } = await given(await open());
      const other = await guestOrder({ db, services }, "gus@example.com", guest.id);
      const mail = (await mails("gus@example.com")).find(({ subject }) => subject.includes(`#${order.number}`));
      const secret = tokenIn(mail);
      const [, signUp = ""] = /open-account#token=([^\s"<]+)/.exec(mail?.text ?? "") ?? [];
      const jar = { token: null };
      const browser = asAnyone({ jar });
      const events = await eventsDuring(db, () =>
        browser.account.completeSignUp({ token: signUp, password, firstName: "Gus" }),
      );
      expect(events.map(({ type }) => type)).toEqual(["customer.signed_up", "order.claimed"]);
      expect((await browser.orders.list({})).items.map(({ id }) => id)).toEqual([order.id]);
      await expect(browser.orders.get({ id: other.id })).rejects.toThrow("order.not_found");
      await expect(anyone.orders.guest({ token: secret })).rejects.toThrow("link.expired");
    });

    test("that was told not to be theirs is not taken along by its own sign-up link (`domain` 1)", async () => {
      const h = await harness(await open());
      const { db, mails, asAnyone } = h;
      const guest = await givenCustomer(h.services, { status: "guest", email: "gus@example.com", firstName: "" });
      const order = await guestOrder(h, "gus@example.com", guest.id, h.clock.now());
      const [mail] = await mails("gus@example.com");
      const [, signUp = ""] = /open-account#token=([^\s"<]+)/.exec(mail?.text ?? "") ?? [];
      const browser = asAnyone({ jar: { token: null } });
      await browser.account.completeSignUp({ token: signUp, password, firstName: "Gus" });
      expect((await browser.orders.list({})).items).toEqual([]);
      expect((await db.select().from(db.tables.orders))[0]?.access).toBe("guest");
      expect((await asAnyone().orders.guest({ token: tokenIn(mail) })).id).toBe(order.id);
    });

    test("is not claimed by a sign-up of another address that names it (GST-3)", async () => {
      const { anyone, mails, order } = await given(await open());
      await anyone.account.requestSignUp({ email: "eve@example.com", orderId: order.id });
      const [mail] = await mails("eve@example.com");
      await anyone.account.completeSignUp({ token: tokenIn(mail), password, firstName: "Eve" });
      const [confirmation] = await mails("gus@example.com");
      expect((await anyone.orders.guest({ token: tokenIn(confirmation) })).id).toBe(order.id);
    });

    test("moves with its row when an account takes its address over, and keeps its secret", async () => {
      const { db, anyone, mails, order, as, services, asStaff } = await given(await open());
      const account = await givenCustomer(services, { email: "old@example.com" });
      await givenOrder(services, { customerId: account.id, email: "old@example.com", lines: [{ unit: 500 }] });
      const own = as(account.id);
      await own.account.requestEmailChange({ email: "gus@example.com" });
      const change = (await mails("gus@example.com")).find(({ template }) => template === "email_change");
      await own.account.confirmEmailChange({ token: tokenIn(change) });
      const figures = await asStaff("viewer").customers.figures({ id: account.id });
      expect(figures).toMatchObject([{ orders: 2, gross: { amount: 1500 } }]);
      expect((await own.orders.list({})).total.count).toBe(1);
      const [confirmation] = await mails("gus@example.com");
      expect((await anyone.orders.guest({ token: tokenIn(confirmation) })).id).toBe(order.id);
      const [row] = (await db.select().from(db.tables.orders)).filter(({ id }) => id === order.id);
      expect(row).toMatchObject({ customerId: account.id, access: "guest" });
    });
  });

  describe("the mail of an order", () => {
    test("tells a guest without an account how to open one, and one with an account how to sign in", async () => {
      const h = await given(await open());
      const [confirmation] = await h.mails("gus@example.com");
      expect(confirmation).toMatchObject({ template: "order_confirmation" });
      expect(confirmation?.text).toContain("https://shop.example.com/order#token=");
      expect(confirmation?.text).toContain("https://shop.example.com/open-account#token=");
      expect(confirmation?.html).toContain("Oak chair 0");
      const ann = await givenCustomer(h.services, { email: "ann@example.com" });
      await guestOrder(h, "ann@example.com", ann.id);
      const [second] = await h.mails("ann@example.com");
      expect(second?.text).toContain("/order#token=");
      expect(second?.text).not.toContain("open-account");
      expect(second?.text).toContain("https://shop.example.com/sign-in");
    });

    test("shows lines, benefits, sums and addresses, and leads an account to its own page", async () => {
      const h = await harness(await open());
      const ann = await givenCustomer(h.services, { email: "ann@example.com" });
      const order = await givenOrder(h.services, {
        customerId: ann.id,
        email: ann.email,
        lines: [
          { title: "<b>Chair</b>", variantTitle: "natural", quantity: 2, unit: 4500, benefit: "Wholesale price" },
        ],
        discounts: [{ id: h.services.newId("discount"), name: "Spring", code: "SPRING", amount: 1000 }],
        discount: 1000,
        shipping: 490,
        tax: 1355,
        total: 8490,
      });
      await h.db.transaction((tx) => queueConfirmation(tx, h.services, order));
      const [mail] = await h.mails("ann@example.com");
      expect(mail?.subject).toContain(`#${order.number}`);
      expect(mail?.text).toContain(`https://shop.example.com/account/orders/${order.id}`);
      expect(mail?.text).not.toContain("#token=");
      for (const part of ["<b>Chair</b>, natural", "2 × €45.00", "Wholesale price", "Spring (SPRING)", "-€10.00"]) {
        expect(mail?.text).toContain(part);
      }
      for (const part of ["€4.90", "€84.90", "€13.55", "Lindenstraße 7", "10969 Berlin", "Germany"]) {
        expect(mail?.text).toContain(part);
      }
      expect(mail?.html).not.toContain("<b>Chair");
    });
  });
});
