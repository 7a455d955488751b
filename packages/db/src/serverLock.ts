import SqliteConnection from "better-sqlite3";
import { codeOf } from "./failures.ts";
import { keepPrivate } from "./sqliteConnection.ts";

/** Another server has the file open; two would each think they are the only writer's queue. */
export class AlreadyServed extends Error {
  override readonly name = "AlreadyServed";
}

/**
 * Claims a SQLite file for one server until it is released. The claim is a lock that the operating system gives back when
 * the process ends in any way, held on a file beside the database, so short commands may still write to it.
 */
export const claimFile = (file: string): (() => void) => {
  keepPrivate(`${file}-server`);
  const lock = new SqliteConnection(`${file}-server`, { timeout: 0 });
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (codeOf(error)?.startsWith("SQLITE_BUSY") !== true) throw error;
    throw new AlreadyServed(`${file} is already being served`, { cause: error });
  }
  return () => {
    lock.close();
  };
};
