import { drizzle } from "drizzle-orm/node-postgres";
import { readMigrationFiles, type MigrationMeta } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { codeOf, DatabaseUnusable } from "./failures.ts";
import { locationOf } from "./location.ts";
import { makeFolderOf } from "./open.ts";
import { assertOwnFile } from "./ownFile.ts";
import { connect, keepPrivate, migrationsTable, untilFree } from "./sqliteConnection.ts";

export interface MigrateOptions {
  /** The folder that a relative `file:` address starts from. */
  readonly root: string;
  /** The folder that holds `postgres/` and `sqlite/`; given, since the program that calls this is bundled. */
  readonly migrations: string;
  /** How long to wait for another process that is migrating, in milliseconds. */
  readonly patience?: number;
}

/** The database has been migrated by a newer program, or by another one; this program would misread it. */
export class UnknownMigrations extends DatabaseUnusable {
  override readonly name = "UnknownMigrations";
}

/** Any number that all our programs share; it keeps two servers that start together from migrating at once. */
const advisoryLock = 4_717_102;

/** Brings the database to the newest migration, under a lock, or leaves it as it was. */
export const migrateDatabase = async (url: string, options: MigrateOptions): Promise<void> => {
  const location = locationOf(url, options.root);
  const known = readMigrationFiles({ migrationsFolder: join(options.migrations, location.kind) });
  assertInOrder(known);
  const patience = options.patience ?? 60_000;
  if (location.kind === "postgres") {
    await migratePostgres(location.url, join(options.migrations, "postgres"), known, patience);
  } else {
    await migrateSqlite(location.file, known, patience);
  }
};

/** The migrator passes over a migration that is older than the newest one applied, so they must be in order. */
const assertInOrder = (known: readonly MigrationMeta[]): void => {
  known.forEach((migration, at) => {
    const before = known[at - 1];
    if (before !== undefined && before.folderMillis >= migration.folderMillis) {
      throw new Error("the migrations' journal is not in order of time; generate the newest one again");
    }
  });
};

/** What has been applied must be the beginning of what is known, migration by migration. */
const assertBeginningOf = (known: readonly MigrationMeta[], applied: readonly string[]): void => {
  if (applied.length > known.length) {
    throw new UnknownMigrations("it was written by a newer version of this program. Start that one.");
  }
  applied.forEach((hash, at) => {
    if (known[at]?.hash !== hash) {
      throw new UnknownMigrations("it belongs to another program. Name a database of this one, or a new one.");
    }
  });
};

const migratePostgres = async (
  url: string,
  folder: string,
  known: readonly MigrationMeta[],
  patience: number,
): Promise<void> => {
  const client = new pg.Client({ connectionString: url, application_name: "clientele migration" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(`set lock_timeout = ${patience}`);
    await client.query("select pg_advisory_lock($1)", [advisoryLock]);
    const exists = await client.query<{ name: string | null }>(
      "select to_regclass('drizzle.__drizzle_migrations') as name",
    );
    const applied =
      exists.rows[0]?.name === null
        ? []
        : (await client.query<{ hash: string }>("select hash from drizzle.__drizzle_migrations order by created_at"))
            .rows;
    assertBeginningOf(
      known,
      applied.map(({ hash }) => hash),
    );
    await migrate(drizzle(client), { migrationsFolder: folder });
  } catch (error) {
    // A table, type or index of the name is there, and no migration of ours made it.
    if (!["42P07", "42710"].includes(codeOf(error) ?? "")) throw error;
    throw new DatabaseUnusable(
      "it holds tables of another program. Name a database of this one, or an empty one of its own.",
      { cause: error },
    );
  } finally {
    // The lock ends with the connection.
    await client.end();
  }
};

/**
 * Keeps the file as it was before it is migrated, beside it and in place of an earlier such copy (R6). Called while nobody
 * else can write; a copy of the bare file would lack what still stands in its log.
 */
const keepCopy = async (file: string, deadline: number): Promise<void> => {
  const draft = `${file}-before-migration-${process.pid}`;
  rmSync(draft, { force: true });
  keepPrivate(draft);
  const reader = await connect(file, deadline);
  try {
    reader.prepare("vacuum into ?").run(draft);
  } finally {
    reader.close();
  }
  const written = openSync(draft, "r+");
  fsyncSync(written);
  closeSync(written);
  renameSync(draft, `${file}-before-migration`);
};

/**
 * Drizzle's own migrator for SQLite rebuilds tables while foreign keys are on, which deletes every child row. So the
 * statements run here: foreign keys off before the transaction, looked at inside of it, and nothing kept if one is broken.
 */
const migrateSqlite = async (file: string, known: readonly MigrationMeta[], patience: number): Promise<void> => {
  makeFolderOf(file);
  const deadline = performance.now() + patience;
  await assertOwnFile(file, deadline);
  const connection = await connect(file, deadline);
  try {
    connection.pragma("foreign_keys = off");
    await untilFree(deadline, () => connection.exec("begin immediate"));
    connection.exec(
      `create table if not exists ${migrationsTable} (id integer primary key, hash text not null, created_at numeric)`,
    );
    const applied = connection.prepare(`select hash from ${migrationsTable} order by created_at`).pluck().all();
    assertBeginningOf(known, applied.map(String));
    if (applied.length > 0 && applied.length < known.length) await keepCopy(file, deadline);
    const note = connection.prepare(`insert into ${migrationsTable} (hash, created_at) values (?, ?)`);
    for (const migration of known.slice(applied.length)) {
      for (const statement of migration.sql) connection.exec(statement);
      note.run(migration.hash, migration.folderMillis);
    }
    const orphans = connection.pragma("foreign_key_check");
    if (Array.isArray(orphans) && orphans.length > 0)
      throw new Error(`the migration would orphan ${orphans.length} rows`);
    connection.exec("commit");
  } finally {
    if (connection.inTransaction) connection.exec("rollback");
    connection.close();
  }
};
