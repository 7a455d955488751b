import type { SQL } from "drizzle-orm";
import type { Database, Reader, Tx } from "./database.ts";

/**
 * What a named function with two bodies may know beyond `Reader`: which database it speaks to, and its own SQL. Only
 * packages/db can import this file; there are fewer than ten such functions.
 */
export interface Dialect {
  readonly name: "postgres" | "sqlite";
  /** Runs a statement written by hand in this dialect and answers its rows, by the names the database gives them. */
  rows(statement: SQL): Promise<Record<string, unknown>[]>;
}

interface Own extends Dialect {
  /** Only of a database, not of a transaction. */
  readonly alone?: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly examine?: (options: Examination) => Promise<void>;
}

export interface Examination {
  /** PostgreSQL must sync commits to disk; only a test's server may not. SQLite always does. */
  readonly durable: boolean;
}

const known = new WeakMap<Reader, Own>();

/** Binds a reader to what its driver alone can do. */
export const withDialect = <R extends Reader>(reader: R, own: Own): R => {
  known.set(reader, own);
  return reader;
};

/** For this package's own files; everybody else sees a dialect. */
export const ownOf = (reader: Reader): Own => {
  const own = known.get(reader);
  if (own === undefined) throw new Error("the reader was not opened by a driver of this package");
  return own;
};

/** What the database behind a reader does in its own way. */
export const dialectOf = (reader: Reader): Dialect => ownOf(reader);

/**
 * One statement in a transaction of its own that other transactions do not conflict with: read committed on PostgreSQL, a
 * normal turn on SQLite. Only for a counter that every request writes (`countHit`): nothing else is safe at that level.
 */
export const alone = <T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const own = ownOf(database);
  if (own.alone === undefined) throw new Error("only a database can run a statement alone");
  return own.alone(work);
};
