import type { SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { casing } from "./columns/casing.ts";
import { readerOf, txOf, type Database, type Tx } from "./database.ts";
import { withDialect, type Examination } from "./dialect.ts";
import { codeOf, DatabaseBusy, isBusy, isConnectionLoss, OutcomeUnknown, StorageFull } from "./failures.ts";
import { schema } from "./schema.postgres.ts";
import { assertOutsideTransaction, insideTransaction, runEffects } from "./transactionScope.ts";
import { pause } from "./turns.ts";

export interface PostgresOptions {
  /** How long a transaction may take its tries and wait for a connection, in milliseconds. */
  readonly patience: number;
  /** Told of effects that failed after a commit, and of idle connections that broke. */
  readonly report: (error: unknown) => void;
  readonly connections?: number;
}

type Level = "serializable" | "read committed";

/** Older servers are no longer maintained. */
const oldestVersion = 140_000;

/** Serialisation failure and deadlock: the same work, run again, may well succeed. */
const mayRetry = (error: unknown): boolean => ["40001", "40P01"].includes(codeOf(error) ?? "");

const asFailure = (error: unknown): unknown => {
  if (error instanceof DatabaseBusy || error instanceof OutcomeUnknown) return error;
  if (codeOf(error) === "53100") return new StorageFull("the disk is full", { cause: error });
  return isBusy(error) ? new DatabaseBusy("the database did not answer in time", { cause: error }) : error;
};

const rowsOver = (client: pg.Pool | pg.PoolClient) => {
  const builder = drizzle(client, { casing });
  return async (statement: SQL) => (await builder.execute<Record<string, unknown>>(statement)).rows;
};

const guarding = (client: pg.PoolClient, guard: () => void): pg.PoolClient => {
  const query = new Proxy(client.query.bind(client), {
    apply: (target, self, parameters): unknown => {
      guard();
      return Reflect.apply(target, self, parameters);
    },
  });
  return new Proxy(client, {
    get: (target, key): unknown => (key === "query" ? query : Reflect.get(target, key, target)),
  });
};

const commit = async (client: pg.PoolClient): Promise<void> => {
  let ended: pg.QueryResult;
  try {
    ended = await client.query("commit");
  } catch (error) {
    if (!isConnectionLoss(error)) throw error;
    throw new OutcomeUnknown("the connection was lost while committing", { cause: error, mustStop: false });
  }
  // PostgreSQL answers the commit of a failed transaction by undoing it, without an error.
  if (ended.command !== "COMMIT")
    throw new Error("a statement of the transaction failed and its error was not passed on");
};

/**
 * Opens a pool. Transactions are serializable, as SQLite's are by nature, and run again when the server found them in
 * conflict; reads outside of them see what is committed.
 */
export const openPostgres = async (url: string, options: PostgresOptions): Promise<Database> => {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "clientele",
    max: options.connections ?? 10,
    connectionTimeoutMillis: options.patience,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  // Without both listeners a connection that breaks while idle, or while it is lent, ends the process.
  pool.on("error", options.report);
  pool.on("connect", (client) => client.on("error", () => {}));

  const attempt = async <T>(
    level: Level,
    work: (tx: Tx) => Promise<T>,
    effects: (() => Promise<void>)[],
  ): Promise<T> => {
    const client = await pool.connect();
    let open = true;
    let broken: Error | undefined;
    try {
      const guarded = guarding(client, () => {
        if (!open) throw new Error("the transaction has ended; a statement of it was not awaited");
      });
      const tx = withDialect(txOf(drizzle(guarded, { casing }), schema, effects), {
        name: "postgres",
        rows: rowsOver(guarded),
      });
      await client.query(`begin isolation level ${level}`);
      const result = await insideTransaction(() => work(tx));
      open = false;
      await commit(client);
      return result;
    } catch (error) {
      open = false;
      broken = await rolledBack(client);
      throw error;
    } finally {
      client.release(broken);
    }
  };

  const repeat = async <T>(level: Level, work: (tx: Tx) => Promise<T>): Promise<T> => {
    assertOutsideTransaction("another transaction");
    const deadline = performance.now() + options.patience;
    for (let tries = 0; ; tries += 1) {
      const effects: (() => Promise<void>)[] = [];
      let result: T;
      try {
        result = await attempt(level, work, effects);
      } catch (error) {
        if (!mayRetry(error)) throw asFailure(error);
        if (performance.now() >= deadline)
          throw new DatabaseBusy("the transaction met others too often", { cause: error });
        await pause(tries, deadline);
        continue;
      }
      await runEffects(effects, options.report);
      return result;
    }
  };

  const examine = async ({ durable }: Examination): Promise<void> => {
    for (const setting of durable ? ["fsync", "full_page_writes", "synchronous_commit"] : []) {
      const found = await pool.query<Record<string, string>>(`show ${setting}`);
      if (found.rows[0]?.[setting] === "off")
        throw new Error(`PostgreSQL's ${setting} is off: commits are not durable`);
    }
  };

  const { rows: versions } = await pool
    .query<{ server_version_num: string }>("show server_version_num")
    .catch(async (error: unknown) => {
      await pool.end();
      throw error;
    });
  if (Number(versions[0]?.server_version_num) < oldestVersion) {
    await pool.end();
    throw new Error("PostgreSQL 14 or later is needed");
  }

  let closed: Promise<void> | undefined;
  const outside = (): void => assertOutsideTransaction("a read through the database");
  const database: Database = {
    ...readerOf(drizzle(pool, { casing }), schema, outside),
    transaction: (work) => repeat("serializable", work),
    close: () => (closed ??= pool.end()),
  };
  const rows = rowsOver(pool);
  return withDialect(database, {
    name: "postgres",
    rows: async (statement) => {
      outside();
      return rows(statement);
    },
    alone: (work) => repeat("read committed", work),
    examine,
  });
};

/** Undoes what the client has begun; answers the error of a connection that must not be used again. */
const rolledBack = async (client: pg.PoolClient): Promise<Error | undefined> => {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error("the rollback failed");
  }
};
