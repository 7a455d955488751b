import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "./database.ts";
import { locationOf } from "./location.ts";
import { openPostgres } from "./postgres.ts";
import { claimFile } from "./serverLock.ts";
import { openSqlite } from "./sqlite.ts";

export interface OpenOptions {
  /** The folder that a relative `file:` address starts from. */
  readonly root: string;
  /** How long a transaction may wait, in milliseconds, before it answers that the database is busy. */
  readonly patience?: number;
  /** Told of what nobody waits for: an effect that failed after its commit, a connection that broke while idle. */
  readonly report?: (error: unknown) => void;
  /** Refuses when another server has the same SQLite file; commands that run beside a server leave it out. */
  readonly asServer?: boolean;
  /** The most connections to PostgreSQL. */
  readonly connections?: number;
}

/** Opens the database at the address, `file:…` or `postgres://…`. It must have been migrated. */
export const openDatabase = async (url: string, options: OpenOptions): Promise<Database> => {
  const { patience = 5_000, report = () => {}, asServer = false, connections = 10 } = options;
  const location = locationOf(url, options.root);
  if (location.kind === "postgres") return openPostgres(location.url, { patience, report, connections });
  makeFolderOf(location.file);
  const onClose = asServer ? claimFile(location.file) : () => {};
  try {
    return await openSqlite(location.file, { patience, report, onClose });
  } catch (error) {
    onClose();
    throw error;
  }
};

/** The folder holds customers: only the owner may enter it. One that exists is left as it is. */
export const makeFolderOf = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
};
