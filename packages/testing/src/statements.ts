import Sqlite from "better-sqlite3";
import pg from "pg";
import { onTestFinished } from "vitest";

/** A statement as it reached a driver. */
export interface SentStatement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

type Run = (this: { source: string }, ...parameters: unknown[]) => unknown;
const isRun = (value: unknown): value is Run => typeof value === "function";

/** A driver's own function, to be called by what takes its place. */
const ownOf = (holder: object, name: string): Run => {
  const own: unknown = Reflect.get(holder, name);
  if (!isRun(own)) throw new Error(`the driver has no ${name}`);
  return own;
};

/**
 * Notes every statement that this process sends to either database until the test ends; `during` answers those of some
 * work. Transactions' own words (`begin`, `commit`) are left out.
 */
export const recordStatements = (): {
  readonly during: (work: () => Promise<unknown>) => Promise<SentStatement[]>;
} => {
  let sent: SentStatement[] = [];
  const note = (text: string, parameters: readonly unknown[]): void => {
    if (!/^(begin|commit|rollback)/i.test(text)) sent.push({ text, parameters });
  };

  const connection = new Sqlite(":memory:");
  const statements = Reflect.getPrototypeOf(connection.prepare("select 1"));
  connection.close();
  if (statements === null) throw new Error("the driver's statements have no prototype");
  const [all, get, run] = [ownOf(statements, "all"), ownOf(statements, "get"), ownOf(statements, "run")];
  const noting = (original: Run): Run =>
    function (...parameters) {
      note(this.source, parameters);
      return Reflect.apply(original, this, parameters);
    };
  Object.assign(statements, { all: noting(all), get: noting(get), run: noting(run) });

  const query = ownOf(pg.Client.prototype, "query");
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
