import { lendDatabase } from "@clientele/testing/databases";
import { sql } from "drizzle-orm";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { dialectOf } from "../src/dialect.ts";
import { examine } from "../src/examine.ts";
import { DatabaseBusy, OutcomeUnknown, StorageFull } from "../src/failures.ts";
import { openDatabase, type OpenOptions } from "../src/open.ts";
import { AlreadyServed } from "../src/serverLock.ts";
import { assertSafeVersion, keepPrivate } from "../src/sqliteConnection.ts";
import { givenStore, increment, versionOf } from "./settings.ts";

const here = fileURLToPath(new URL("..", import.meta.url));

const given = async (options: Partial<OpenOptions> = {}) => {
  const lent = await lendDatabase("sqlite");
  const open = () => openDatabase(lent.url, { root: tmpdir(), ...options });
  const db = await open();
  onTestFinished(async () => {
    await db.close();
    await lent.drop();
  });
  return { db, open, file: lent.url.slice("file:".length) };
};

/** Another process that writes to the file and keeps it locked until it is told to let go. */
const lockedElsewhere = async (file: string): Promise<() => Promise<void>> => {
  const script = `
    const db = new (require("better-sqlite3"))(process.argv[1]);
    db.exec("begin immediate");
    process.stdout.write("held");
    process.stdin.on("end", () => { db.exec("commit"); db.close(); }).resume();
  `;
  const child = spawn(process.execPath, ["-e", script, file], { cwd: here, stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  await once(child.stdout, "data");
  return async () => {
    const exit = once(child, "exit");
    child.stdin.end();
    await exit;
  };
};

test("a lock held by another process is waited for while everything else goes on", async () => {
  const { db, file } = await given({ patience: 20_000 });
  await givenStore(db);
  const letGo = await lockedElsewhere(file);
  let done = false;
  const waiting = db.transaction(increment).then(() => (done = true));
  // Every tick of the timer and every read shows that this process is not blocked.
  for (let ticks = 0; ticks < 20; ticks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await versionOf(db)).toBe(0);
  }
  expect(done).toBe(false);
  await letGo();
  await waiting;
  expect(await versionOf(db)).toBe(1);
});

test("who waits past the deadline is told that the database is busy, and later ones succeed", async () => {
  const { db, file } = await given({ patience: 100 });
  await givenStore(db);
  const letGo = await lockedElsewhere(file);
  const results = await Promise.allSettled([db.transaction(increment), db.transaction(increment)]);
  for (const result of results) expect(result.status === "rejected" && result.reason).toBeInstanceOf(DatabaseBusy);
  await letGo();
  await db.transaction(increment);
  expect(await versionOf(db)).toBe(1);
});

/** Tries to have a file for itself in another process, and answers why it could not. */
const lockElsewhere = (file: string): string => {
  const script = `new (require("better-sqlite3"))(process.argv[1], { timeout: 0 }).exec("begin exclusive")`;
  return spawnSync(process.execPath, ["-e", script, file], { cwd: here, encoding: "utf8" }).stderr;
};

test("opening a file once more drops no lock that is held on it, so no other program takes itself for the last one", async () => {
  const { file } = await given();
  const { default: Sqlite } = await import("better-sqlite3");
  const path = `${file}-held`;
  keepPrivate(path);
  const held = new Sqlite(path);
  held.exec("begin exclusive");
  keepPrivate(path);
  expect(lockElsewhere(path)).toContain("database is locked");
  held.close();
  expect(lockElsewhere(path)).toBe("");
});

test("a claimed file stays claimed for other processes after this one tried to claim it again", async () => {
  const { file, open } = await given({ asServer: true });
  await expect(open()).rejects.toThrow(AlreadyServed);
  expect(lockElsewhere(`${file}-server`)).toContain("database is locked");
});

test("a write outside of a transaction is refused by the database", async () => {
  const { db } = await given();
  await givenStore(db);
  await expect(dialectOf(db).rows(sql`delete from settings returning id`)).rejects.toThrow(/readonly/);
  expect(await versionOf(db)).toBe(0);
});

test("every commit is synced, also after the first write", async () => {
  const { db } = await given();
  const level = () => db.transaction((tx) => dialectOf(tx).rows(sql`pragma synchronous`));
  await givenStore(db);
  expect(await level()).toEqual([{ synchronous: 2 }]);
  await db.transaction(increment);
  expect(await level()).toEqual([{ synchronous: 2 }]);
});

test("nobody but the owner may read the files", async () => {
  const { db, file } = await given();
  await givenStore(db);
  for (const path of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(path).mode & 0o077).toBe(0);
});

test("a second server for the same file is refused, a command beside it is not", async () => {
  const { db, file, open } = await given({ asServer: true });
  await expect(open()).rejects.toThrow(AlreadyServed);
  const beside = await openDatabase(`file:${file}`, { root: tmpdir() });
  await givenStore(beside);
  await beside.close();
  expect(await versionOf(db)).toBe(0);
  await db.close();
  const next = await open();
  await next.close();
});

test("the check before serving finds a row without its parent", async () => {
  const { db, file } = await given();
  await examine(db, { durable: true });
  const letGo = await orphaned(file);
  await expect(examine(db, { durable: true })).rejects.toThrow("lost their parent");
  letGo();
});

/** Adds a table with a row whose parent does not exist, as a tool without foreign keys could. */
const orphaned = async (file: string): Promise<() => void> => {
  const { default: Sqlite } = await import("better-sqlite3");
  const connection = new Sqlite(file);
  connection.pragma("foreign_keys = off");
  connection.exec("create table child (store text references settings (id)); insert into child values ('gone')");
  return () => connection.close();
};

test("a full disk undoes the transaction, and writing goes on once there is space", async () => {
  const { db } = await given();
  await givenStore(db);
  const { settings } = db.tables;
  const most = (pages: number) =>
    db.transaction((tx) => dialectOf(tx).rows(sql`pragma max_page_count = ${sql.raw(String(pages))}`));
  const write = () =>
    db.transaction(async (tx) => void (await tx.update(settings).set({ version: 1, termsPolicy: "x".repeat(20_000) })));
  await most(1);
  await expect(write()).rejects.toThrow(StorageFull);
  expect(await versionOf(db)).toBe(0);
  await most(100_000);
  await write();
  expect(await versionOf(db)).toBe(1);
});

test("a damaged file is found before it is served, and stops all writing when met later", async () => {
  const { db, open, file } = await given();
  await givenStore(db);
  const [page] = await dialectOf(db).rows(sql`select rootpage from sqlite_schema where name = 'settings'`);
  await db.close();
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, (Number(page?.["rootpage"]) - 1) * 4096);
  closeSync(handle);
  const damaged = await open();
  await expect(examine(damaged, { durable: true })).rejects.toThrow("damaged");
  const first = await damaged.transaction(increment).catch((error: unknown) => error);
  expect(first).toBeInstanceOf(OutcomeUnknown);
  expect(first).toMatchObject({ mustStop: true });
  await expect(damaged.transaction(async () => {})).rejects.toBe(first);
  await damaged.close();
});

test("an engine that can lose commits is refused", () => {
  expect(() => assertSafeVersion("3.51.2")).toThrow("3.51.3");
  expect(() => assertSafeVersion("3.44.5")).toThrow();
  for (const version of ["3.44.6", "3.50.7", "3.51.3", "3.53.2", "4.0.0"]) assertSafeVersion(version);
});
