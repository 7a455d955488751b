import SqliteConnection from "better-sqlite3";
import { existsSync, statSync } from "node:fs";
import { codeOf, DatabaseUnusable } from "./failures.ts";
import { migrationsTable, untilFree } from "./sqliteConnection.ts";

/** What the tables of a file tell about who made it; a file that is no database has none. */
const tablesOf = async (file: string, deadline: number): Promise<string[]> => {
  const connection = new SqliteConnection(file, { timeout: 0 });
  try {
    const named = "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'";
    return await untilFree(deadline, () => connection.prepare(named).pluck().all().map(String));
  } catch (error) {
    if (codeOf(error) === "SQLITE_NOTADB") {
      throw new DatabaseUnusable(
        `${file} is not a SQLite database. Name a database of this program, or a file that does not exist yet.`,
        { cause: error },
      );
    }
    throw error;
  } finally {
    connection.close();
  }
};

/**
 * Refuses a file that is no database, or another program's, before anything of it is changed: not its rights, not its
 * journal, and no table is put beside those of others.
 */
export const assertOwnFile = async (file: string, deadline: number): Promise<void> => {
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) throw new DatabaseUnusable(`${file} is a folder. Name a file in it.`);
  const tables = await tablesOf(file, deadline);
  if (tables.length > 0 && !tables.includes(migrationsTable)) {
    throw new DatabaseUnusable(
      `${file} is a database of another program. Name a database of this one, or a file that does not exist yet.`,
    );
  }
};
