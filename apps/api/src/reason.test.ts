import { DatabaseBusy, DatabaseUnusable, StorageFull } from "@clientele/db/failures";
import { AlreadyServed } from "@clientele/db/serverLock";
import { expect, it } from "vitest";
import { DemoNotMade } from "./demo/fillApart.ts";
import { BadSettings } from "./env.ts";
import { reasonOf } from "./reason.ts";

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

it.each([
  new AlreadyServed("/store.db is already being served"),
  new DatabaseUnusable("/store.db is not a SQLite database. Name another file."),
  new DatabaseBusy("another process is writing"),
  new StorageFull("the disk is full"),
  new DemoNotMade("The demo store could not be made. The disk is full."),
  coded("EADDRINUSE", "listen EADDRINUSE: address already in use"),
  coded("ECONNREFUSED", ""),
  coded("SQLITE_CORRUPT", "database disk image is malformed"),
  coded("EACCES", "EACCES: permission denied, open '/store.db'"),
])("tells %s in one line and without a stack", (error) => {
  const reason = reasonOf(error);
  expect(reason).not.toContain("\n");
  expect(reason).not.toMatch(/\bat .*:\d+/);
  expect(reason.length).toBeGreaterThan(20);
});

it("names the setting of a database that cannot be used", () => {
  expect(reasonOf(new DatabaseUnusable("/store.db is a folder."))).toBe(
    "The database of CLIENTELE_DATABASE_URL cannot be used: /store.db is a folder.",
  );
});

it("lists every setting that is wrong", () => {
  expect(reasonOf(new BadSettings(["CLIENTELE_HOST: no", "CLIENTELE_MODE: no"])).split("\n")).toHaveLength(3);
});

it("keeps the stack of what nobody expected", () => {
  expect(reasonOf(new TypeError("nobody thought of it"))).toMatch(/nobody thought of it\n\s+at /);
});
