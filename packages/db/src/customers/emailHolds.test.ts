import { days, later } from "@clientele/domain/time";
import { clockAt } from "@clientele/testing/clock";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import { expect, test } from "vitest";
import { insertCustomers } from "./customers.ts";
import { findEmailHold, holdEmail, releaseEmail } from "./emailHolds.ts";

const newId = testIds();

eachDatabase((_, open) => {
  test("a held address is found until its end, let go only by its owner, and held anew afterwards", async () => {
    const db = await open();
    const { now } = clockAt();
    const [owner, other] = [buildCustomer(newId), buildCustomer(newId)];
    const hold = { email: "old@shop.example", customerId: owner.id, until: later(now(), days(7)) };
    await db.transaction(async (tx) => {
      await insertCustomers(tx, [owner, other]);
      await holdEmail(tx, hold);
    });
    expect(await findEmailHold(db, hold.email, now())).toEqual(hold);
    expect(await findEmailHold(db, hold.email, later(hold.until, -1))).toEqual(hold);
    expect(await findEmailHold(db, hold.email, hold.until)).toBeNull();
    expect(await findEmailHold(db, "other@shop.example", now())).toBeNull();

    await db.transaction((tx) => releaseEmail(tx, other.id, hold.email));
    expect(await findEmailHold(db, hold.email, now())).toEqual(hold);
    const next = { email: hold.email, customerId: other.id, until: later(hold.until, days(7)) };
    await db.transaction((tx) => holdEmail(tx, next));
    expect(await findEmailHold(db, hold.email, now())).toEqual(next);
    await db.transaction((tx) => releaseEmail(tx, other.id, hold.email));
    expect(await findEmailHold(db, hold.email, now())).toBeNull();
  });
});
