import { lendDatabase } from "@clientele/testing/databases";
import { sql } from "drizzle-orm";
import { tmpdir } from "node:os";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { dialectOf } from "../src/dialect.ts";
import { examine } from "../src/examine.ts";
import { DatabaseBusy, OutcomeUnknown } from "../src/failures.ts";
import { openDatabase, type OpenOptions } from "../src/open.ts";
import { givenStore, increment, versionOf } from "./settings.ts";

const given = async (options: Partial<OpenOptions> = {}) => {
  const lent = await lendDatabase("postgres");
  const db = await openDatabase(lent.url, { root: tmpdir(), ...options });
  const admin = new pg.Client({ connectionString: lent.url });
  await admin.connect();
  onTestFinished(async () => {
    await db.close();
    await admin.end();
    await lent.drop();
  });
  return { db, admin };
};

const ownProcess = sql`select pg_backend_pid() as pid`;

test("a connection lost while committing leaves the outcome unknown, and the pool goes on", async () => {
  const { db, admin } = await given();
  await givenStore(db);
  const work = db.transaction(async (tx) => {
    await increment(tx);
    const [own] = await dialectOf(tx).rows(ownProcess);
    await admin.query("select pg_terminate_backend($1)", [own?.["pid"]]);
  });
  await expect(work).rejects.toThrow(OutcomeUnknown);
  await db.transaction(increment);
  expect(await versionOf(db)).toBe(1);
});

test("a connection lost before the commit is a busy database: nothing was written", async () => {
  const { db, admin } = await given();
  await givenStore(db);
  const work = db.transaction(async (tx) => {
    const [own] = await dialectOf(tx).rows(ownProcess);
    await admin.query("select pg_terminate_backend($1)", [own?.["pid"]]);
    await increment(tx);
  });
  await expect(work).rejects.toThrow(DatabaseBusy);
  expect(await versionOf(db)).toBe(0);
});

test("who finds no free connection in time is told that the database is busy", async () => {
  const { db } = await given({ connections: 1, patience: 500 });
  await givenStore(db);
  let finish = (): void => {};
  const held = db.transaction(() => new Promise<void>((resolve) => (finish = resolve)));
  await expect(db.transaction(increment)).rejects.toThrow(DatabaseBusy);
  finish();
  await held;
});

test("a server that does not sync its commits is not served from", async () => {
  const { db, admin } = await given();
  const { rows } = await admin.query<{ fsync: string }>("show fsync");
  if (rows[0]?.fsync === "off") await expect(examine(db, { durable: true })).rejects.toThrow("fsync is off");
  await examine(db, { durable: false });
});

test("text without the kit's order would sort otherwise here, so the tests can tell", async () => {
  const { db } = await given();
  const words = sql`(values ('Zoe'), ('ann'), ('bob')) as words (word)`;
  const order = async (collation: string): Promise<unknown[]> =>
    (await dialectOf(db).rows(sql`select word from ${words} order by word ${sql.raw(collation)}`)).map(
      ({ word }) => word,
    );
  expect(await order('collate "C"')).toEqual(["Zoe", "ann", "bob"]);
  expect(await order("")).toEqual(["ann", "bob", "Zoe"]);
});
