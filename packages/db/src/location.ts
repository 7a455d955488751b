import { isAbsolute, resolve } from "node:path";

/** Where a database is, read from its URL. */
export type Location =
  | { readonly kind: "sqlite"; readonly file: string }
  | { readonly kind: "postgres"; readonly url: string };

/** Reads `file:data/store.db` (relative to `root`), `file:/var/lib/store.db` or `postgres://…`. */
export const locationOf = (url: string, root: string): Location => {
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: "postgres", url };
  if (!url.startsWith("file:")) throw new Error("the database's address must begin with file: or postgres://");
  const path = url.slice("file:".length).replace(/^\/\/(?=\/)/, "");
  if (path === "") throw new Error("the database's address names no file");
  return { kind: "sqlite", file: isAbsolute(path) ? path : resolve(root, path) };
};
