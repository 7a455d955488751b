import { lendDatabase, migrations } from "@clientele/testing/databases";
import Sqlite from "better-sqlite3";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { DatabaseUnusable } from "../src/failures.ts";
import { migrateDatabase } from "../src/migrate.ts";

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "clientele-own-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const migrated = (url: string): Promise<unknown> =>
  migrateDatabase(url, { root: tmpdir(), migrations }).catch((error: unknown) => error);

/** A file is refused in words that name it, and stays byte for byte and right for right as it was. */
const refuses = async (file: string, words: RegExp): Promise<void> => {
  chmodSync(file, 0o640);
  const before = readFileSync(file);
  const refused = await migrated(`file:${file}`);
  expect(refused).toBeInstanceOf(DatabaseUnusable);
  expect(String(refused)).toContain(file);
  expect(String(refused)).toMatch(words);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o640);
};

test("a file that is no database is refused and left alone", async () => {
  const file = join(newFolder(), "letter.txt");
  writeFileSync(file, "Dear Ann, this is a letter and no database at all.\n".repeat(40));
  await refuses(file, /is not a SQLite database\./);
});

test.each(["films", "customers"])(
  "a database of another program with a table %s is refused and left alone",
  async (table) => {
    const file = join(newFolder(), "other.db");
    new Sqlite(file).exec(`create table ${table} (id integer)`).close();
    await refuses(file, /is a database of another program\./);
  },
);

test("a folder is refused by its name", async () => {
  const folder = join(newFolder(), "store.db");
  mkdirSync(folder);
  expect(String(await migrated(`file:${folder}`))).toContain(`${folder} is a folder.`);
});

test("a file that is empty becomes a database", async () => {
  const file = join(newFolder(), "store.db");
  writeFileSync(file, "");
  expect(await migrated(`file:${file}`)).toBeUndefined();
  expect(statSync(file).mode & 0o077).toBe(0);
});

test("tables of another program in PostgreSQL are left alone", async () => {
  const lent = await lendDatabase("postgres", "empty");
  const client = new pg.Client({ connectionString: lent.url });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await lent.drop();
  });
  await client.query("create table customers (id int)");
  const refused = await migrated(lent.url);
  expect(refused).toBeInstanceOf(DatabaseUnusable);
  expect(String(refused)).toMatch(/holds tables of another program\./);
  const { rows } = await client.query("select table_name from information_schema.tables where table_schema = 'public'");
  expect(rows).toEqual([{ table_name: "customers" }]);
});
