import { openDatabase } from "@clientele/db/open";
import { saveTotpSeed, turnTotpOn } from "@clientele/db/staff/totp";
import { unbatchable } from "@clientele/domain/sessions/unbatchable";
import { lendDatabase } from "@clientele/testing/databases";
import { tmpdir } from "node:os";
import { expect, it, onTestFinished } from "vitest";
import type { PasswordHasher } from "../src/sessions/passwordHasher.ts";
import { runningProcedures } from "../src/procedures.ts";
import { callAs, newSession } from "./callAs.ts";
import { givenStaff } from "./people.ts";
import { inputsFor, world, type World } from "./world.ts";

/** What is counted under these is a mail, or a try at a password, a link or an order. */
const countsSecrets = /^(password|mail|token|order|guestOrder)/;

/** Notes what a call hashes, compares or counts. */
const watched = ({ passwords, limits, ...services }: World["h"]["services"]) => {
  const seen = new Set<string>();
  const noting: PasswordHasher = {
    ...passwords,
    hash: (password) => {
      seen.add("hash");
      return passwords.hash(password);
    },
    verify: (password, stored) => {
      seen.add("verify");
      return passwords.verify(password, stored);
    },
  };
  const counting = new Proxy(limits, {
    get: (target, name, self): unknown => {
      if (countsSecrets.test(String(name))) seen.add(String(name));
      return Reflect.get(target, name, self);
    },
  });
  return { services: { ...services, passwords: noting, limits: counting }, seen };
};

const withTotp = async ({ h }: World, staffId: string): Promise<void> => {
  const seed = h.services.vault.seal("JBSWY3DPEHPK3PXP");
  await h.db.transaction(async (tx) => {
    await saveTotpSeed(tx, staffId, seed);
    await turnTotpOn(tx, staffId, h.clock.now());
  });
};

/** What must be there for a call that the world alone would refuse before it does anything. */
const prepared: Record<string, (w: World) => Promise<Record<string, unknown> | undefined>> = {
  "admin.account.disableTotp": async (w) => {
    await withTotp(w, await w.h.staffId("owner"));
    return undefined;
  },
  "admin.staff.resetTotp": async (w) => {
    const { id, version } = await givenStaff(w.h.services, {
      email: "lost@staff.example.com",
      name: "Lost",
      role: "viewer",
    });
    await withTotp(w, id);
    return { id, version };
  },
};

// Whoever calls, there is an owner already, so it gives up before it looks at the link.
const givesUpFirst = "admin.setup.createOwner";

it("what hashes, mails or checks a secret travels alone, and nothing else (RAT-2)", { timeout: 60_000 }, async () => {
  const lent = await lendDatabase("sqlite");
  const db = await openDatabase(lent.url, { root: tmpdir() });
  onTestFinished(async () => {
    await db.close();
    await lent.drop();
  });
  const w = await world(db);
  const inputs = inputsFor(w);
  const found = [givesUpFirst];
  for (const procedure of runningProcedures()) {
    const { name, realm } = procedure;
    const input = (await prepared[name]?.(w)) ?? inputs[name];
    const ownerId = realm === "shop" ? w.shopper.id : await w.h.staffId("owner");
    const token = await newSession(w.h, realm, ownerId);
    const { services, seen } = watched(w.h.services);
    const mails = await db.$count(db.tables.outbox);
    await callAs({ ...w.h, services: { ...w.h.services, ...services } }, { token }, procedure, input);
    if (seen.size > 0 || (await db.$count(db.tables.outbox)) > mails) found.push(name);
  }
  const listed = [
    ...unbatchable.shop.map((path) => `shop.${path}`),
    ...unbatchable.staff.map((path) => `admin.${path}`),
  ];
  expect(found.sort()).toEqual(listed.sort());
});
