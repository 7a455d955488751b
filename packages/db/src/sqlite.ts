import type SqliteConnection from "better-sqlite3";
import type { SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { casing } from "./columns/casing.ts";
import { spokenAsPostgres } from "./columns/sqlite.ts";
import { readerOf, txOf, type Database, type Query, type Tx } from "./database.ts";
import { withDialect } from "./dialect.ts";
import { causesOf, codeOf, DatabaseUnusable, OutcomeUnknown, StorageFull } from "./failures.ts";
import { schema } from "./schema.sqlite.ts";
import { connect, guarding, keepingStatements, untilFree } from "./sqliteConnection.ts";
import { assertOutsideTransaction, insideTransaction, runEffects } from "./transactionScope.ts";
import { Turns } from "./turns.ts";

export interface SqliteOptions {
  /** How long a transaction may wait for its turn and for other processes, in milliseconds. */
  readonly patience: number;
  /** Told of effects that failed after a commit. */
  readonly report: (error: unknown) => void;
  /** Runs when the database is closed. */
  readonly onClose?: () => void;
}

const queryOver = (connection: SqliteConnection.Database): Query =>
  spokenAsPostgres<Query>(drizzle(connection, { casing }));

const rowsOver = (connection: SqliteConnection.Database) => {
  const builder = drizzle(connection, { casing });
  return async (statement: SQL) => builder.all<Record<string, unknown>>(statement);
};

const isStorageFailure = (error: unknown): boolean =>
  [...causesOf(error)].some((cause) => /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(codeOf(cause) ?? ""));

/**
 * Opens a file with two connections: one that writes, a transaction at a time, and one that only reads what is committed.
 * A second writer in one process would block the thread that the first needs to finish; the queue makes it wait instead.
 */
export const openSqlite = async (file: string, options: SqliteOptions): Promise<Database> => {
  const deadline = performance.now() + options.patience;
  const writer = keepingStatements(await connect(file, deadline));
  const reader = keepingStatements(await connect(file, deadline));
  reader.pragma("query_only = on");

  const turns = new Turns();
  let durabilitySeen = false;
  let failed: OutcomeUnknown | null = null;

  /** The setting falls back at the first write when it was given in the wrong order, so it is read after one. */
  const assertDurable = (): void => {
    if (durabilitySeen) return;
    if (writer.pragma("synchronous", { simple: true }) !== 2) throw new Error("SQLite does not sync its commits");
    durabilitySeen = true;
  };

  const rollBack = (): void => {
    if (writer.inTransaction) writer.exec("rollback");
  };

  const asFailure = (error: unknown): unknown => {
    if (isStorageFailure(error)) {
      failed = new OutcomeUnknown("the storage failed under a transaction", { cause: error, mustStop: true });
      return failed;
    }
    if (codeOf(error) === "SQLITE_FULL") return new StorageFull("the disk is full", { cause: error });
    return error;
  };

  const run = async <T>(work: (tx: Tx) => Promise<T>, effects: (() => Promise<void>)[]): Promise<T> => {
    let open = true;
    const connection = guarding(writer, () => {
      if (!open) throw new Error("the transaction has ended; a statement of it was not awaited");
    });
    const tx = withDialect(txOf(queryOver(connection), tables, effects), {
      name: "sqlite",
      rows: rowsOver(connection),
    });
    try {
      const result = await insideTransaction(() => work(tx));
      open = false;
      writer.exec("commit");
      assertDurable();
      return result;
    } catch (error) {
      const failure = asFailure(error);
      if (failed === null) rollBack();
      throw failure;
    } finally {
      open = false;
    }
  };

  const transaction = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    assertOutsideTransaction("another transaction");
    const until = performance.now() + options.patience;
    const effects: (() => Promise<void>)[] = [];
    const giveBack = await turns.take(until);
    let result: T;
    try {
      if (failed !== null) throw failed;
      await untilFree(until, () => writer.exec("begin immediate"));
      result = await run(work, effects);
    } finally {
      giveBack();
    }
    await runEffects(effects, options.report);
    return result;
  };

  const examine = async (): Promise<void> => {
    const found = reader.pragma("quick_check", { simple: true });
    if (found !== "ok") {
      throw new DatabaseUnusable(`${file} is damaged (${String(found).split("\n").at(0)}). Put a backup in its place.`);
    }
    const orphans = reader.pragma("foreign_key_check");
    if (Array.isArray(orphans) && orphans.length > 0) throw new Error(`${orphans.length} rows have lost their parent`);
  };

  const tables = spokenAsPostgres<Database["tables"]>(schema);
  const outside = (): void => assertOutsideTransaction("a read through the database");
  const database: Database = {
    ...readerOf(queryOver(reader), tables, outside),
    transaction,
    close: async () => {
      const giveBack = await turns.take(performance.now() + options.patience);
      reader.close();
      writer.close();
      options.onClose?.();
      giveBack();
    },
  };
  const rows = rowsOver(reader);
  return withDialect(database, {
    name: "sqlite",
    rows: async (statement) => {
      outside();
      return rows(statement);
    },
    alone: transaction,
    examine,
  });
};
