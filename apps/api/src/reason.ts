import { codeOf, DatabaseBusy, DatabaseUnusable, StorageFull } from "@clientele/db/failures";
import { AlreadyServed } from "@clientele/db/serverLock";
import { DataFolderUnusable } from "./dataFolder.ts";
import { DemoNotMade } from "./demo/fillApart.ts";
import { BadSettings } from "./env.ts";
import { RescueRefused } from "./staff/rescueOwner.ts";

/** Each of these says in its own sentence what happened and what to do. */
const spoken = [AlreadyServed, DataFolderUnusable, DemoNotMade, RescueRefused];

/** No such server, database or user, a wrong password, a file that may not be read or written, or that lost its pages. */
const unopened =
  /^(ECONNREFUSED|ENOTFOUND|3D000|28000|28P01|EACCES|EPERM|EROFS|ENOTDIR|SQLITE_(CANTOPEN|NOTADB|CORRUPT|READONLY).*)$/;

/**
 * Why the server or a command cannot go on, for who started it: what a person can do something about in one sentence,
 * everything else with its stack.
 */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof BadSettings) return `These settings cannot be used:\n${error.message}`;
  if (spoken.some((kind) => error instanceof kind)) return error.message;
  if (error instanceof DatabaseUnusable) {
    return `The database of CLIENTELE_DATABASE_URL cannot be used: ${error.message}`;
  }
  if (error instanceof StorageFull) return "The disk is full. Make room for the database and start again.";
  if (error instanceof DatabaseBusy) return `The database does not answer: ${error.message}. Try again in a moment.`;
  const code = codeOf(error);
  if (code === "EADDRINUSE") {
    const port = "port" in error && typeof error.port === "number" ? `Port ${error.port}` : "A port";
    return `${port} is in use already. Stop what uses it, or choose another port with CLIENTELE_SHOP_PORT or CLIENTELE_ADMIN_PORT.`;
  }
  if (code !== null && unopened.test(code)) {
    // A host of several addresses fails with a list of failures, whose own message is empty.
    const why = error.message === "" ? code : error.message;
    return `The database of CLIENTELE_DATABASE_URL cannot be opened: ${why}`;
  }
  return error.stack ?? error.message;
};
