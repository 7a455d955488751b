import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type DatabaseName = "sqlite" | "postgres";
export const databaseNames: readonly DatabaseName[] = ["sqlite", "postgres"];

/** The folder of both databases' migrations. */
export const migrations = fileURLToPath(new URL("../../db/migrations", import.meta.url));

/** The variable that tells test files where to ask for databases; set by the global set-up. */
export const databaseLender = "CLIENTELE_TEST_DATABASE_LENDER";

export interface LentDatabase {
  readonly url: string;
  /** Closes nothing: whoever opened the database closes it first. */
  drop(): Promise<void>;
}

/** A new database of this test's own, either migrated or empty. */
export const lendDatabase = (name: DatabaseName, state: "migrated" | "empty" = "migrated"): Promise<LentDatabase> =>
  name === "sqlite" ? lendSqlite(state) : lendPostgres(state);

const lendSqlite = async (state: "migrated" | "empty"): Promise<LentDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), "clientele-sqlite-"));
  const file = join(folder, "store.db");
  if (state === "migrated") copyFileSync(await askLender("/sqlite-template"), file);
  return { url: `file:${file}`, drop: async () => rmSync(folder, { recursive: true, force: true }) };
};

const lendPostgres = async (state: "migrated" | "empty"): Promise<LentDatabase> => {
  const url = await askLender(`/${state}`);
  return {
    url,
    drop: async () => {
      await askLender(`/take-back/${encodeURIComponent(url)}`);
    },
  };
};

const askLender = async (path: string): Promise<string> => {
  const lender = process.env[databaseLender];
  if (lender === undefined)
    throw new Error("databases are lent by the global set-up of vitest.config.ts, which did not run");
  const response = await fetch(`${lender}${path}`);
  const body = await response.text();
  if (!response.ok) throw new Error(`no database for this test: ${body}`);
  return body;
};
