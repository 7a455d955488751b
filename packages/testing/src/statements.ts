import Sqlite from "better-sqlite3";
import pg from "pg";
import { onTestFinished } from "vitest";

/** A statement as it reached a driver. */
export interface SentStatement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

type Run = (this: { source: string }, ...parameters: unknown[]) => unknown;

/**
 * Notes every statement that this process sends to either database until the test ends; `during` answers those of some
 * work. Transactions' own words (`begin`, `commit`) are left out.
 */
export const recordStatements = (): {
  during(work: () => Promise<unknown>): Promise<SentStatement[]>;
} => {
  let sent: SentStatement[] = [];
  const note = (text: string, parameters: readonly unknown[]): void => {
    if (!/^(begin|commit|rollback)/i.test(text)) sent.push({ text, parameters });
  };

  const connection = new Sqlite(":memory:");
  const statements: Record<"all" | "get" | "run", Run> = Object.getPrototypeOf(connection.prepare("select 1"));
  connection.close();
  const { all, get, run } = statements;
  const noting = (original: Run): Run =>
    function (...parameters) {
      note(this.source, parameters);
      return Reflect.apply(original, this, parameters);
    };
  Object.assign(statements, { all: noting(all), get: noting(get), run: noting(run) });

  const { query } = pg.Client.prototype;
  const noted: Run = function (...parameters) {
    const [asked, values] = parameters;
    if (typeof asked === "string") note(asked, Array.isArray(values) ? values : []);
    else if (typeof asked === "object" && asked !== null && "text" in asked && typeof asked.text === "string") {
      const own = "values" in asked && Array.isArray(asked.values) ? asked.values : values;
      note(asked.text, Array.isArray(own) ? own : []);
    }
    return Reflect.apply(query, this, parameters);
  };
  Object.assign(pg.Client.prototype, { query: noted });

  onTestFinished(() => {
    Object.assign(statements, { all, get, run });
    Object.assign(pg.Client.prototype, { query });
  });

  return {
    during: async (work) => {
      sent = [];
      await work();
      const own = sent;
      sent = [];
      return own;
    },
  };
};
