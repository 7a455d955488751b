import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes the folder of database and secret, or closes an existing one to everybody but its owner (CFG-3). */
export const openDataFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
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
