import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { runningProcedures } from "../src/procedures.ts";
import { callAs, newSession } from "./callAs.ts";
import { fingerprint } from "./fingerprint.ts";
import { eventsDuring } from "./recorded.ts";
import { inputsFor, world } from "./world.ts";

/** Nobody is known yet, nothing but a mail is asked for, and the same for every address. */
const withoutEvent = ["shop.account.requestSignUp"];
/** A cart is scratch paper that nobody answers for; the order made of it is told (decision 10). */
const isOfCart = (name: string): boolean => name.startsWith("shop.cart.");

eachDatabase((_name, open) => {
  it(
    "whatever a call changes, it records exactly one event, and none when it changes nothing (AUD-1)",
    {
      timeout: 60_000,
    },
    async () => {
      const w = await world(await open());
      const { db } = w.h;
      const inputs = inputsFor(w);
      const changed: string[] = [];
      for (const procedure of runningProcedures().filter(({ kind }) => kind === "mutation")) {
        const { name, realm } = procedure;
        const ownerId = realm === "shop" ? w.shopper.id : await w.h.staffId("owner");
        const token = await newSession(w.h, realm, ownerId);
        const before = await fingerprint(db);
        const events = await eventsDuring(db, () => callAs(w.h, { token }, procedure, inputs[name]));
        const after = await fingerprint(db);
        const isChanged = JSON.stringify(before) !== JSON.stringify(after);
        if (isChanged) changed.push(name);
        const wanted = isChanged && !withoutEvent.includes(name) && !isOfCart(name) ? 1 : 0;
        expect(
          events.map(({ type }) => type),
          name,
        ).toHaveLength(wanted);
      }
      expect(changed.length).toBeGreaterThan(40);
      expect(changed).toContain("shop.checkout.placeOrder");
    },
  );
});
