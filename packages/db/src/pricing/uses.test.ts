import { buildCustomer } from "@clientele/testing/customers";
import { clockAt } from "@clientele/testing/clock";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import { givenDiscount } from "@clientele/testing/pricing";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import { insertCustomers } from "../customers/customers.ts";
import type { Database } from "../database.ts";
import { getDiscount } from "./discounts.ts";
import { discountTerms, discountTermsByIds, discountUses } from "./discountTerms.ts";
import { countUses, giveBackUses, takeUse } from "./uses.ts";

const clock = clockAt();
const newId = testIds(clock.now);
const now = clock.now();

const givenCustomers = async (db: Database, count: number): Promise<string[]> => {
  const people = Array.from({ length: count }, () => buildCustomer(newId));
  await db.transaction((tx) => insertCustomers(tx, people));
  return people.map(({ id }) => id);
};
const take = (db: Database, discountId: string, customerId: string, perCustomerLimit: number | null) =>
  db.transaction((tx) => takeUse(tx, { discountId, customerId, orderId: newId("order"), perCustomerLimit }));

const usesOf = async (db: Database, discountId: string, customerId: string | null) =>
  (await discountUses(db, await discountTermsByIds(db, [discountId]), customerId)).get(discountId);

eachDatabase((_, open) => {
  test("of many uses at once no more count than the limit allows", async () => {
    const db = await open();
    const discountId = await givenDiscount(db, newId, { usageLimit: 3 });
    const people = await givenCustomers(db, 10);
    const taken = await Promise.all(people.map((id) => take(db, discountId, id, null)));
    expect(taken.filter(Boolean)).toHaveLength(3);
    expect(await usesOf(db, discountId, null)).toEqual({ total: 3, byCustomer: 0 });
  });

  test("a customer's own limit holds whatever runs at once, and one that is refused counts nothing", async () => {
    const db = await open();
    const discountId = await givenDiscount(db, newId, { perCustomerLimit: 2 });
    const [customer = "", other = ""] = await givenCustomers(db, 2);
    const taken = await Promise.all(Array.from({ length: 6 }, () => take(db, discountId, customer, 2)));
    expect(taken.filter(Boolean)).toHaveLength(2);
    expect(await take(db, discountId, other, 2)).toBe(true);
    expect((await usesOf(db, discountId, customer))?.byCustomer).toBe(2);
    expect((await getDiscount(db, discountId)).uses).toBe(3);
  });

  test("a cancelled order gives its use back, once more for the same customer", async () => {
    const db = await open();
    const discountId = await givenDiscount(db, newId, { usageLimit: 1, perCustomerLimit: 1 });
    const [customerId = ""] = await givenCustomers(db, 1);
    const orderId = newId("order");
    await db.transaction((tx) => takeUse(tx, { discountId, customerId, orderId, perCustomerLimit: 1 }));
    expect(await take(db, discountId, customerId, 1)).toBe(false);
    await db.transaction((tx) => giveBackUses(tx, orderId, [discountId]));
    expect(await usesOf(db, discountId, customerId)).toEqual({ total: 0, byCustomer: 0 });
    expect(await take(db, discountId, customerId, 1)).toBe(true);
  });

  test("a discount without a limit was a row that every order wrote", async () => {
    const db = await open();
    const discountId = await givenDiscount(db, newId, {});
    const people = await givenCustomers(db, 3);
    const recorded = recordStatements();
    const updates: number[] = [];
    for (const id of people) {
      const sent = await recorded.during(() => take(db, discountId, id, null));
      updates.push(sent.filter(({ text }) => /^update "discounts"/i.test(text)).length);
    }
    expect(updates).toEqual([1, 0, 0]);
    const terms = await discountTerms(db, { codes: [], now });
    expect(await recorded.during(() => discountUses(db, terms, people[0] ?? null))).toEqual([]);
    expect(await getDiscount(db, discountId)).toMatchObject({ uses: 3, used: true });
  });

  test("uses that waited and uses that were counted are shown alike, and given back once", async () => {
    const db = await open();
    const discountId = await givenDiscount(db, newId, {});
    const customers = await givenCustomers(db, 4);
    const orderIds = customers.map(() => newId("order"));
    const takeAll = (from: number, until: number) =>
      Promise.all(
        customers.slice(from, until).map((customerId, at) => {
          const use = { discountId, customerId, orderId: orderIds[from + at] ?? "", perCustomerLimit: null };
          return db.transaction((tx) => takeUse(tx, use));
        }),
      );
    const shown = async () => (await getDiscount(db, discountId)).uses;
    expect(await takeAll(0, 2)).toEqual([true, true]);
    expect(await db.transaction((tx) => countUses(tx))).toBe(2);
    expect(await takeAll(2, 4)).toEqual([true, true]);
    expect(await shown()).toBe(4);
    const giveBack = (orderId = "") => db.transaction((tx) => giveBackUses(tx, orderId, [discountId]));
    await giveBack(orderIds[0]);
    await giveBack(orderIds[2]);
    expect(await shown()).toBe(2);
    expect(await db.transaction((tx) => countUses(tx))).toBe(1);
    expect(await shown()).toBe(2);
  });

  test("a cart's discounts are the automatic ones that hold and all that its codes name, in two statements", async () => {
    const db = await open();
    const given = (name: string, more: Parameters<typeof givenDiscount>[2]) =>
      givenDiscount(db, newId, { name, ...more });
    await given("automatic", { minimum: { amount: 100, currency: "EUR" } });
    await given("automatic, over", { endsAt: now });
    await given("automatic, disabled", { status: "disabled" });
    await given("of a code", { code: "SPRING" });
    await given("of a code, archived", { code: "SPRING", status: "archived" });
    await given("of another code", { code: "AUTUMN" });
    const recorded = recordStatements();
    const sent = await recorded.during(async () => {
      const found = await discountTerms(db, { codes: ["SPRING"], now });
      expect(found.map(({ name }) => name)).toEqual(["automatic", "of a code", "of a code, archived"]);
      expect(found[0]?.minimum).toEqual({ amount: 100, currency: "EUR" });
    });
    expect(sent).toHaveLength(2);
    expect((await discountTerms(db, { codes: [], now })).map(({ name }) => name)).toEqual(["automatic"]);
  });
});
