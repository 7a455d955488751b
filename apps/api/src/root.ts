import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const above = (folder: string): string => {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("the server must stand inside its repository");
  return above(parent);
};

/** The repository's folder, found from this very file: relative paths of settings start there, bundled or not. */
export const root = above(dirname(fileURLToPath(import.meta.url)));
