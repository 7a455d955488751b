import { findEmailHold, holdEmail, removeEndedHolds } from "@clientele/db/customers/emailHolds";
import { days, later } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, test } from "vitest";
import { harness } from "../test/caller.ts";
import { givenCustomer } from "../test/people.ts";
import { clean } from "./cleaning.ts";

eachDatabase((_name, open) => {
  test("an address is let go when nobody can return to it any more, and not before", async () => {
    const db = await open();
    const { services } = await harness(db);
    const { id: customerId } = await givenCustomer(services);
    const until = later(services.now(), days(7));
    await db.transaction((tx) => holdEmail(tx, { email: "former@shop.example", customerId, until }));

    await clean(db, later(until, -1));
    expect(await findEmailHold(db, "former@shop.example", later(until, -1))).toMatchObject({ customerId });

    await clean(db, until);
    expect(await db.transaction((tx) => removeEndedHolds(tx, later(until, days(1))))).toBe(0);
  });
});
