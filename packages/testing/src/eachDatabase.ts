import type { Database } from "@clientele/db";
import { openDatabase, type OpenOptions } from "@clientele/db/open";
import { tmpdir } from "node:os";
import { afterAll, describe, onTestFinished } from "vitest";
import { databaseNames, lendDatabase, type DatabaseName } from "./databases.ts";

/** Opens a new, migrated and empty database; it is closed and taken away after the test, or after the suite. */
export type Open = (options?: Partial<OpenOptions>) => Promise<Database>;

/** Runs a suite on SQLite and on PostgreSQL. A PostgreSQL that cannot be had fails the suite. */
export const eachDatabase = (suite: (name: DatabaseName, open: Open) => void): void => {
  describe.each(databaseNames)("%s", (name) => {
    const left: (() => Promise<void>)[] = [];
    const afterwards = (end: () => Promise<void>): void => {
      try {
        onTestFinished(end);
      } catch {
        // Opened by a `beforeAll`: it belongs to the whole suite.
        left.push(end);
      }
    };
    afterAll(async () => {
      for (const end of left) await end();
    });
    suite(name, async (options = {}) => {
      const lent = await lendDatabase(name);
      const database = await openDatabase(lent.url, { root: tmpdir(), ...options });
      afterwards(async () => {
        await database.close();
        await lent.drop();
      });
      return database;
    });
  });
};
