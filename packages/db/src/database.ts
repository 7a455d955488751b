import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Tables } from "./schema/index.ts";

/** Drizzle's builder with the base result type, so that nobody can read what only one driver returns. */
type Query = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** May look, wherever it comes from: the database between transactions, or a transaction's own view. */
export type Reader = Pick<Query, "select" | "selectDistinct" | "$count" | "with" | "$with"> & {
  readonly tables: Tables;
};

/** May also write. Ends with the function it was given to; a statement sent later throws. */
export type Tx = Reader &
  Pick<Query, "insert" | "update" | "delete"> & {
    /**
     * Runs after the commit, and never when there is none: to wake a worker, not for what must not be lost. A failing
     * effect is reported and changes nothing of the outcome.
     */
    afterCommit(effect: () => Promise<void>): void;
  };

export interface Database extends Reader {
  /**
   * Everything that `work` reads and writes through `tx` happens at once or not at all, as if no other transaction ran at
   * the same time. `work` may run again after a conflict, so it touches nothing but `tx`: no hash, no mail, no read
   * through the database itself, and no transaction inside it, each of which throws.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The picked functions of a builder, and nothing else of it; `guard` runs before each. */
export const readerOf = (query: Query, tables: Tables, guard: () => void): Reader => ({
  tables,
  select: guarded(query, "select", guard),
  selectDistinct: guarded(query, "selectDistinct", guard),
  $count: guarded(query, "$count", guard),
  with: guarded(query, "with", guard),
  $with: query.$with,
});

/** A transaction over a builder whose connection refuses statements once the transaction has ended. */
export const txOf = (query: Query, tables: Tables, effects: (() => Promise<void>)[]): Tx => ({
  ...readerOf(query, tables, () => {}),
  insert: guarded(query, "insert", () => {}),
  update: guarded(query, "update", () => {}),
  delete: guarded(query, "delete", () => {}),
  afterCommit: (effect) => {
    effects.push(effect);
  },
});

const guarded = <K extends "select" | "selectDistinct" | "$count" | "with" | "insert" | "update" | "delete">(
  query: Query,
  word: K,
  guard: () => void,
): Query[K] =>
  new Proxy(query[word], {
    apply: (target, _self, parameters): unknown => {
      guard();
      return Reflect.apply(target, query, parameters);
    },
  });

export type { Query };
