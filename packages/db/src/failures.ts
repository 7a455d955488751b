import { uniqueRuleOf } from "./uniqueRules.ts";

/** The database could not take the work in time: locked, in conflict, out of connections or away. Trying again may help. */
export class DatabaseBusy extends Error {
  override readonly name = "DatabaseBusy";
}

/** The address leads to nothing this program can keep its data in; told in one sentence that says what to do. */
export class DatabaseUnusable extends Error {
  override readonly name: string = "DatabaseUnusable";
}

/** The disk is full: nothing was written, reads still work. */
export class StorageFull extends Error {
  override readonly name = "StorageFull";
}

/**
 * A commit failed in a way that leaves open whether it happened; the caller must ask again with the same key. When the
 * storage itself failed (`mustStop`), the process must end: only a restart's recovery knows what is on the disk.
 */
export class OutcomeUnknown extends Error {
  override readonly name = "OutcomeUnknown";
  readonly mustStop: boolean;
  constructor(message: string, options: { cause: unknown; mustStop: boolean }) {
    super(message, { cause: options.cause });
    this.mustStop = options.mustStop;
  }
}

/**
 * Whether PostgreSQL went away: a connection refused, reset or timed out, or a server that is starting or stopping. The
 * driver reports some of these by words only.
 */
export const isConnectionLoss = (error: unknown): boolean => {
  const code = codeOf(error);
  if (code !== null) return /^(08...|57P0[1-5]|ECONN[A-Z]+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(code);
  return [...causesOf(error)].some(
    (cause) =>
      cause instanceof Error &&
      /^(Connection terminated|timeout exceeded when trying|Client has encountered)/.test(cause.message),
  );
};

/** A lock, a statement or a session that took too long, and a server that takes no more connections. */
const busyCodes = /^(55P03|57014|25P03|53300|SQLITE_BUSY.*|SQLITE_LOCKED.*)$/;

/**
 * Whether trying again later may help: a `DatabaseBusy` of a transaction, or the same met by a read outside of one, whose
 * errors come as the driver threw them.
 */
export const isBusy = (error: unknown): boolean =>
  error instanceof DatabaseBusy || busyCodes.test(codeOf(error) ?? "") || isConnectionLoss(error);

/** A rule of the database that refused a statement, in one shape for both databases. */
export interface Violation {
  readonly kind: "unique" | "foreign_key" | "check" | "not_null";
  /**
   * The rule's name, alike on both databases for unique rules and checks; null where SQLite tells too little: a foreign
   * key, and two unique rules over the same columns. A primary key is `<table>_pkey` unless it was named.
   */
  readonly constraint: string | null;
  /** For a unique or not-null rule: `table.column` of each column, as far as the database tells. */
  readonly columns: readonly string[];
}

interface Coded {
  readonly code: string;
  readonly message: string;
  readonly constraint?: unknown;
  readonly table?: unknown;
  readonly column?: unknown;
  readonly detail?: unknown;
}

const coded = (error: unknown): Coded | null =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? (error as Error & Coded) : null;

/** Every error of the chain of causes, outermost first. */
export function* causesOf(error: unknown): Generator<unknown> {
  const seen = new Set<unknown>();
  for (let at = error; at !== undefined && at !== null && !seen.has(at); at = at instanceof Error ? at.cause : null) {
    seen.add(at);
    yield at;
  }
}

/** The first code of a driver in the chain of causes, as `23505` or `SQLITE_BUSY`. */
export const codeOf = (error: unknown): string | null => {
  for (const cause of causesOf(error)) {
    const found = coded(cause);
    if (found !== null) return found.code;
  }
  return null;
};

const sqliteKinds: Record<string, Violation["kind"]> = {
  SQLITE_CONSTRAINT_UNIQUE: "unique",
  SQLITE_CONSTRAINT_PRIMARYKEY: "unique",
  SQLITE_CONSTRAINT_FOREIGNKEY: "foreign_key",
  SQLITE_CONSTRAINT_CHECK: "check",
  SQLITE_CONSTRAINT_NOTNULL: "not_null",
};
const postgresKinds: Record<string, Violation["kind"]> = {
  "23505": "unique",
  "23503": "foreign_key",
  "23514": "check",
  "23502": "not_null",
};

const textOr = (value: unknown): string | null => (typeof value === "string" ? value : null);

const ofSqlite = (kind: Violation["kind"], message: string): Violation => {
  const told = message.split("constraint failed: ")[1] ?? "";
  const index = /^index '(.+)'$/.exec(told)?.[1];
  if (index !== undefined) return { kind, constraint: index, columns: [] };
  if (kind === "check") return { kind, constraint: told === "" ? null : told, columns: [] };
  const columns = told === "" ? [] : told.split(", ");
  return { kind, constraint: kind === "unique" ? uniqueRuleOf(columns) : null, columns };
};

const ofPostgres = (kind: Violation["kind"], error: Coded): Violation => {
  const table = textOr(error.table);
  const named =
    kind === "unique" ? (/^Key \(([^()]+)\)=/.exec(textOr(error.detail) ?? "")?.[1] ?? "") : textOr(error.column);
  const columns = named === null || named === "" ? [] : named.split(", ").map((column) => `${table ?? "?"}.${column}`);
  return { kind, constraint: textOr(error.constraint), columns };
};

/** The violated rule behind an error, or null when the error is something else. */
export const violationOf = (error: unknown): Violation | null => {
  for (const cause of causesOf(error)) {
    const found = coded(cause);
    if (found === null) continue;
    const sqlite = sqliteKinds[found.code];
    if (sqlite !== undefined) return ofSqlite(sqlite, found.message);
    const postgres = postgresKinds[found.code];
    if (postgres !== undefined) return ofPostgres(postgres, found);
  }
  return null;
};
