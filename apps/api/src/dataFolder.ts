import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** The data folder cannot be made, closed to others or written, told in one sentence that names it. */
export class DataFolderUnusable extends Error {
  constructor(folder: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `The data folder ${folder} cannot be used: ${why}. It must belong to the user who runs the server; CLIENTELE_DATA_DIR names another.`,
      { cause },
    );
  }
}

const inFolder = <T>(folder: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw new DataFolderUnusable(folder, error);
  }
};

/** Makes the folder of database and secret, or closes an existing one to everybody but its owner (CFG-3). */
export const openDataFolder = (folder: string): void => {
  inFolder(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
    // A folder of another user is told here, before the database or the secret trips over it.
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  });
};

/**
 * The secret kept in the data folder, made at first use. Two that start together end with the same one: the file appears
 * whole under its name, or not at all.
 */
export const keptSecret = (folder: string): string => {
  const file = join(folder, "secret");
  if (!existsSync(file)) {
    const draft = `${file}-${process.pid}`;
    writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  return readFileSync(file, "utf8").trim();
};
