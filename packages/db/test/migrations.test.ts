import { databaseNames, lendDatabase, migrations, type DatabaseName } from "@clientele/testing/databases";
import Sqlite from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { casing } from "../src/columns/casing.ts";
import { migrateDatabase, UnknownMigrations } from "../src/migrate.ts";
import { countPostgres, countSqlite, fillPostgres, fillSqlite, rowsFor } from "./filled.ts";

const here = fileURLToPath(new URL("..", import.meta.url));

interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

const isJournal = (found: unknown): found is Journal =>
  typeof found === "object" && found !== null && "entries" in found;

const journalOf = (folder: string): Journal => {
  const found: unknown = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8"));
  if (!isJournal(found)) throw new Error(`${folder} has no journal`);
  return found;
};

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "clientele-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A copy of the migrations as they were when there were only so many. */
const firstOnes = (name: DatabaseName, count: number): string => {
  const folder = newFolder();
  cpSync(join(migrations, name), join(folder, name), { recursive: true });
  const journal = journalOf(join(folder, name));
  journal.entries = journal.entries.slice(0, count);
  writeFileSync(join(folder, name, "meta/_journal.json"), JSON.stringify(journal));
  return folder;
};

/** A folder of migrations written for the test, each a list of statements. */
const written = (name: DatabaseName, ...steps: string[][]): string => {
  const folder = newFolder();
  mkdirSync(join(folder, name, "meta"), { recursive: true });
  const entries = steps.map((statements, idx) => {
    const tag = `${String(idx).padStart(4, "0")}_step`;
    writeFileSync(join(folder, name, `${tag}.sql`), statements.join("--> statement-breakpoint\n"));
    return { idx, version: "6", when: idx + 1, tag, breakpoints: true };
  });
  writeFileSync(join(folder, name, "meta/_journal.json"), JSON.stringify({ version: "7", dialect: name, entries }));
  return folder;
};

const empty = async (name: DatabaseName): Promise<{ url: string; migrate: (folder?: string) => Promise<void> }> => {
  const lent = await lendDatabase(name, "empty");
  onTestFinished(() => lent.drop());
  return {
    url: lent.url,
    migrate: (folder = migrations) => migrateDatabase(lent.url, { root: here, migrations: folder }),
  };
};

const fileOf = (url: string): string => url.slice("file:".length);

const dialects = { sqlite: "sqlite", postgres: "postgresql" } as const;

describe.each(databaseNames)("%s", (name) => {
  const all = readMigrationFiles({ migrationsFolder: join(migrations, name) });

  test("the migrations make the schema: generating finds nothing to add", { timeout: 60_000 }, () => {
    const folder = newFolder();
    const copy = join(folder, name);
    cpSync(join(migrations, name), copy, { recursive: true });
    const said = execFileSync(
      process.execPath,
      [
        join(here, "node_modules/drizzle-kit/bin.cjs"),
        "generate",
        `--dialect=${dialects[name]}`,
        `--schema=./drizzle.${name}.schema.cjs`,
        `--out=${relative(here, copy)}`,
        `--casing=${casing}`,
      ],
      { cwd: here, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
    expect(said).toContain("No schema changes");
    expect(journalOf(copy)).toEqual(journalOf(join(migrations, name)));
  });

  test("the journal is in order of time and numbered without a gap", () => {
    const { entries } = journalOf(join(migrations, name));
    expect(entries.map(({ idx }) => idx)).toEqual(entries.map((_, at) => at));
    const times = entries.map(({ when }) => when);
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
  });

  test("both databases have migrations of the same names", () => {
    const tags = databaseNames.map((each) => journalOf(join(migrations, each)).entries.map(({ tag }) => tag));
    expect(tags[0]).toEqual(tags[1]);
  });

  const countRows = async (url: string, tables: Iterable<string>): Promise<Record<string, number>> =>
    name === "sqlite" ? countSqlite(fileOf(url), tables) : countPostgres(url, tables);
  /** Two migrations, the second of which leaves a row each time it runs. */
  const counted = (): string => written(name, ["create table runs (id integer)"], ["insert into runs values (1)"]);

  test("migrating again changes nothing", async () => {
    const { url, migrate } = await empty(name);
    const folder = counted();
    await migrate(folder);
    await migrate(folder);
    expect(await countRows(url, ["runs"])).toEqual({ runs: 1 });
  });

  test("those that start together migrate once", async () => {
    const { url, migrate } = await empty(name);
    const folder = counted();
    await Promise.all([migrate(folder), migrate(folder), migrate(folder)]);
    expect(await countRows(url, ["runs"])).toEqual({ runs: 1 });
  });

  test("a database that a newer program has migrated is refused", async () => {
    const { migrate } = await empty(name);
    await migrate();
    await expect(migrate(firstOnes(name, all.length - 1))).rejects.toThrow(UnknownMigrations);
  });

  test("a database that another program has migrated is refused", async () => {
    const { migrate } = await empty(name);
    await migrate(written(name, ["create table other (id integer)"]));
    await expect(migrate()).rejects.toThrow(UnknownMigrations);
  });

  test("a migration that fails leaves the database as it was", async () => {
    const { migrate } = await empty(name);
    const good = ["create table parent (id integer primary key)"];
    await migrate(written(name, good));
    await expect(migrate(written(name, good, ["create table child (id integer)", "no such words"]))).rejects.toThrow();
    await migrate(written(name, good, ["create table child (id integer)"]));
  });

  test.each(all.map((_, at) => at + 1))("every row is there after an upgrade from migration %i", async (count) => {
    const model = await empty("sqlite");
    await model.migrate(firstOnes("sqlite", count));
    const rows = rowsFor(fileOf(model.url));
    expect(rows.size).toBeGreaterThan(0);

    const { url, migrate } = await empty(name);
    await migrate(firstOnes(name, count));
    if (name === "sqlite") fillSqlite(fileOf(url), rows);
    else await fillPostgres(url, rows);
    await migrate();
    const counts = await countRows(url, rows.keys());
    expect(counts).toEqual(Object.fromEntries(Object.keys(counts).map((table) => [table, 1])));
  });
});

const family = [
  "create table parent (id text primary key not null, name text not null)",
  "create table child (id text primary key not null, parent text not null references parent (id) on delete cascade)",
];
/** What drizzle-kit writes to make `name` nullable. */
const rebuild = [
  "PRAGMA foreign_keys=OFF",
  "create table __new_parent (id text primary key not null, name text)",
  "insert into __new_parent (id, name) select id, name from parent",
  "drop table parent",
  "alter table __new_parent rename to parent",
  "PRAGMA foreign_keys=ON",
];

test("rebuilding a SQLite table keeps the rows of its children", async () => {
  const { url, migrate } = await empty("sqlite");
  await migrate(written("sqlite", family));
  const connection = new Sqlite(fileOf(url));
  connection.exec("insert into parent values ('p', 'Ann'); insert into child values ('c', 'p')");
  connection.close();
  await migrate(written("sqlite", family, rebuild));
  expect(countSqlite(fileOf(url), ["parent", "child"])).toEqual({ parent: 1, child: 1 });
});

test("a SQLite file is kept as it was before it is migrated, for its owner alone, and only the last one (R6)", async () => {
  const { url, migrate } = await empty("sqlite");
  const file = fileOf(url);
  const copy = `${file}-before-migration`;
  await migrate(written("sqlite", family));
  expect(existsSync(copy)).toBe(false);
  // Left open, so that the row still stands in the log and not in the file.
  const connection = new Sqlite(file);
  connection.exec("insert into parent values ('p', 'Ann')");
  await migrate(written("sqlite", family, rebuild));
  connection.close();
  expect(countSqlite(copy, ["parent", "child"])).toEqual({ parent: 1, child: 0 });
  expect(statSync(copy).mode & 0o077).toBe(0);

  const before = statSync(copy).ino;
  await migrate(written("sqlite", family, rebuild));
  expect(statSync(copy).ino).toBe(before);
  await Promise.all([1, 2, 3].map(() => migrate(written("sqlite", family, rebuild, ["drop table child"]))));
  expect(countSqlite(copy, ["parent", "child"])).toEqual({ parent: 1, child: 0 });
  expect(readdirSync(dirname(copy)).filter((name) => name.includes("before-migration"))).toEqual([basename(copy)]);
});

test("no rebuilt SQLite table has lost its triggers, which dropping it takes along", async () => {
  const { url, migrate } = await empty("sqlite");
  await migrate();
  const expected = new Set<string>();
  const statements = readMigrationFiles({ migrationsFolder: join(migrations, "sqlite") }).flatMap(({ sql }) => sql);
  for (const [, word, name] of statements
    .join(";")
    .matchAll(/\b(create|drop) trigger (?:if (?:not )?exists )?[`"]?(\w+)/gi)) {
    if (name === undefined) continue;
    if (word?.toLowerCase() === "create") expected.add(name);
    else expected.delete(name);
  }
  const connection = new Sqlite(fileOf(url), { readonly: true });
  const found = connection.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all();
  connection.close();
  expect(new Set(found)).toEqual(expected);
});

test("a SQLite migration that would orphan rows is undone", async () => {
  const { url, migrate } = await empty("sqlite");
  await migrate(written("sqlite", family));
  const connection = new Sqlite(fileOf(url));
  connection.exec("insert into parent values ('p', 'Ann'); insert into child values ('c', 'p')");
  connection.close();
  await expect(migrate(written("sqlite", family, ["delete from parent"]))).rejects.toThrow("orphan 1 rows");
  expect(countSqlite(fileOf(url), ["parent", "child"])).toEqual({ parent: 1, child: 1 });
});
