import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const declared = join(here, "dist/declared");
const types = join(here, "dist/types");

/** Where a specifier of a declaration file leads: another declaration of ours, or null for a package of the registry. */
function declarationOf(specifier: string, from: string): string | null {
  const source = specifier.startsWith(".")
    ? join(dirname(from), specifier)
    : specifier
        .replace(/^@clientele\/domain\/(.+)$/, "packages/domain/src/$1.ts")
        .replace(/^@clientele\/api\/(.+)$/, "apps/api/src/$1.ts");
  return source === specifier ? null : source.replace(/\.tsx?$/, ".d.ts");
}

const specifiers = /(from\s+|import\s*\(?\s*)"([^"]+)"/g;
const mustNotName =
  /drizzle|better-sqlite3|lucia|fastify|from "pg"|packages\/db|@clientele\/(db|domain|api)|snake_case/;

/**
 * Gathers the declarations that the client's own lead to, and only those, with their specifiers made relative: the
 * published types name no package of this workspace, no table, column or driver, or the build fails.
 */
function gather(): void {
  rmSync(types, { recursive: true, force: true });
  const waiting = ["packages/client/src/index.d.ts"];
  const done = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (done.has(file)) continue;
    done.add(file);
    const from = file;
    const text = readFileSync(join(declared, from), "utf8").replace(
      specifiers,
      (whole, before: string, specifier: string) => {
        const target = declarationOf(specifier, from);
        if (target === null) return whole;
        waiting.push(target);
        const path = relative(dirname(from), target).replace(/\.d\.ts$/, ".js");
        return `${before}"${path.startsWith(".") ? path : `./${path}`}"`;
      },
    );
    const found = mustNotName.exec(text);
    if (found !== null) throw new Error(`the contract names "${found[0]}" in ${from}`);
    mkdirSync(dirname(join(types, from)), { recursive: true });
    writeFileSync(join(types, from), text);
  }
  rmSync(declared, { recursive: true, force: true });
}

gather();
