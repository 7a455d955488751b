import SqliteConnection from "better-sqlite3";
import { chmodSync, closeSync, existsSync, openSync } from "node:fs";
import { codeOf, DatabaseBusy } from "./failures.ts";
import { pause } from "./turns.ts";

/** Where every file of ours notes its migrations, and what it is known by. */
export const migrationsTable = "__drizzle_migrations";

/** The statements one connection keeps compiled; a list's many shapes push out the ones used longest ago. */
const keptStatements = 300;

/** Older write-ahead logs can lose a commit when two connections meet a checkpoint; these releases have the repair. */
const isSafe = (version: string): boolean => {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (major !== 3) return major > 3;
  return minor > 51 || (minor === 51 && patch >= 3) || (minor === 50 && patch >= 7) || (minor === 44 && patch >= 6);
};

/** Throws when this SQLite is one of those that can lose commits. */
export const assertSafeVersion = (version: string): void => {
  if (!isSafe(version)) throw new Error(`SQLite ${version} can lose commits; 3.51.3 or later is needed`);
};

/**
 * Makes the file, or takes away everybody else's rights to it; SQLite gives its other files the same mode. One that is
 * there is never opened here: closing it would drop every lock that this process's connections hold on it, and the next
 * program to close the database would think itself the last one and remove the log that we still write to.
 */
export const keepPrivate = (file: string): void => {
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
  for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) chmodSync(path, 0o600);
};

/** Repeats a step that another process's lock refuses, without ever blocking this process's event loop. */
export const untilFree = async <T>(deadline: number, step: () => T): Promise<T> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return step();
    } catch (error) {
      if (codeOf(error)?.startsWith("SQLITE_BUSY") !== true) throw error;
      if (performance.now() >= deadline) throw new DatabaseBusy("another process is writing", { cause: error });
      await pause(tries, deadline);
    }
  }
};

/** Opens a connection as all of ours are: no waiting inside SQLite, every commit synced, rules on, schema not trusted. */
export const connect = async (file: string, deadline: number): Promise<SqliteConnection.Database> => {
  keepPrivate(file);
  const connection = new SqliteConnection(file, { timeout: 0 });
  try {
    assertSafeVersion(String(connection.prepare("select sqlite_version()").pluck().get()));
    await untilFree(deadline, () => connection.pragma("journal_mode = wal"));
    // After the journal mode: a connection that only switched to the log syncs less from its first write on.
    connection.pragma("synchronous = full");
    connection.pragma("foreign_keys = on");
    connection.pragma("trusted_schema = off");
    connection.pragma("cell_size_check = on");
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
};

/** The connection with its compiled statements kept by their text. */
export const keepingStatements = (connection: SqliteConnection.Database): SqliteConnection.Database => {
  const kept = new Map<string, SqliteConnection.Statement>();
  const prepare = (text: string): SqliteConnection.Statement => {
    const found = kept.get(text) ?? connection.prepare(text);
    kept.delete(text);
    kept.set(text, found);
    const oldest = kept.size > keptStatements ? kept.keys().next() : undefined;
    if (oldest?.done === false) kept.delete(oldest.value);
    return found;
  };
  return preparing(connection, prepare);
};

/** The connection with `guard` asked before each statement; it throws when the statement comes too late. */
export const guarding = (connection: SqliteConnection.Database, guard: () => void): SqliteConnection.Database =>
  preparing(connection, (text) => {
    guard();
    return connection.prepare(text);
  });

const preparing = (
  connection: SqliteConnection.Database,
  prepare: (text: string) => SqliteConnection.Statement,
): SqliteConnection.Database =>
  new Proxy(connection, {
    get: (target, key): unknown => (key === "prepare" ? prepare : Reflect.get(target, key, target)),
  });
