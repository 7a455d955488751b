// Fails when a file imports what the house does not let it import. The zones come from the folders that exist, so a new
// feature is guarded from its first file on.
import { existsSync, readdirSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Import, clockReadsOf, importsOf, sourceFiles } from "./imports.ts";
import { type Wall, reserved, timeless, walls } from "./walls.ts";

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

interface Place {
  /** Path relative to the root. */
  readonly file: string;
  /** Folder of the package, relative to the root. */
  readonly home: string;
  readonly wall: Wall;
  readonly kind: "source" | "test" | "configuration";
}

/** Every broken wall below a root folder. */
export function findViolations(root: string): Violation[] {
  return packageFolders(root).flatMap((home) => {
    const wall = walls[home];
    if (wall === undefined) {
      return [{ file: home, line: 1, message: "this package has no row in scripts/walls.ts" }];
    }
    return sourceFiles(path.join(root, home)).flatMap((name) => {
      const place: Place = { file: `${home}/${name}`, home, wall, kind: kindOf(home, name) };
      const file = path.join(root, place.file);
      const reads = place.kind === "source" && timeless.test(place.file) ? clockReadsOf(file) : [];
      return [
        ...importsOf(file).flatMap((found) =>
          complaints(place, found).map((message) => ({ file: place.file, line: found.line, message })),
        ),
        ...reads.map((line) => ({ file: place.file, line, message: "may not read the clock: time is an argument" })),
      ];
    });
  });
}

function packageFolders(root: string): string[] {
  const grouped = ["apps", "packages"].flatMap((group) =>
    existsSync(path.join(root, group)) ? readdirSync(path.join(root, group)).map((name) => `${group}/${name}`) : [],
  );
  const folders = grouped.filter((folder) => existsSync(path.join(root, folder, "package.json")));
  return [...folders, ...["e2e", "scripts"].filter((folder) => existsSync(path.join(root, folder)))];
}

function kindOf(home: string, name: string): Place["kind"] {
  if (home === "e2e" || /\.test\.tsx?$/.test(name) || /(^|\/)test\//.test(name)) return "test";
  return name.includes("/") || home === "scripts" ? "source" : "configuration";
}

function complaints(place: Place, found: Import): string[] {
  return [
    mock(found),
    found.specifier.startsWith(".") ? relative(place, found) : outside(place, found),
    ...reserved
      .filter(({ module, name }) => module.test(found.specifier) && (name === undefined || found.names.includes(name)))
      .filter(({ only }) => !only.test(place.file))
      .filter(() => place.kind !== "configuration")
      .map(({ name, because }) => `may not import ${name ?? found.specifier}: ${because}`),
  ].filter((message) => message !== undefined);
}

function mock({ mocked, specifier }: Import): string | undefined {
  if (!mocked || !/^(\.|@clientele\/)/.test(specifier)) return undefined;
  return `may not mock ${specifier}: tests run the real parts`;
}

/** An import by package name: another workspace package, Node, or a library. */
function outside({ wall, home, kind, file }: Place, { specifier, typeOnly }: Import): string | undefined {
  if (isBuiltin(specifier)) {
    if (kind === "configuration" || wall.builtins === "yes" || (wall.builtins === "tests" && kind === "test")) return;
    return `may not import ${specifier}: ${home} runs without Node`;
  }
  const target = /^@clientele\/([^/]+)/.exec(specifier)?.[1];
  if (target === undefined || home.endsWith(`/${target}`)) return;
  if (wall.may.includes(target)) return;
  if (typeOnly && wall.types?.includes(target) === true) return;
  if (kind === "test" && [...(wall.tests ?? []), ...(wall.types ?? [])].includes(target)) return;
  if (kind === "configuration" && wall.tests?.includes(target) === true && /vitest/.test(file)) return;
  if (wall.types?.includes(target) === true) return `may import only types of ${specifier}: use "import type"`;
  if (wall.tests?.includes(target) === true) return `may not import ${specifier} outside of tests`;
  return `may not import ${specifier}: ${home} may use ${wall.may.join(", ") || "no other package"}`;
}

/** An import by path: it stays inside the package, and a feature keeps to what its layer allows. */
function relative({ file, home, kind }: Place, { specifier }: Import): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (!target.startsWith(`${home}/`)) return `may not reach ${target} by path: import it by its package name`;
  const from = zoneOf(file, home);
  const to = zoneOf(target, home);
  if (from === undefined || to === undefined || from === to || kind === "test") return;
  if (home === "apps/storefront" || home === "apps/admin") {
    // The texts are one catalogue in several files, so that a page loads only the words it says.
    if (from === "routes" || to === "text") return;
    if (to === "routes") return `may not import the route ${target}: routes compose features, not the other way round`;
    return `may not import ${target}: the feature ${from} knows nothing of ${to}, a route composes them`;
  }
  if (home === "apps/api" && /\/(shop|admin)\.ts$/.test(target)) {
    return `may not import the router ${target} of another feature: import its use case or store`;
  }
}

/** The folder directly under src that a file is in, if it is in one. */
function zoneOf(file: string, home: string): string | undefined {
  return new RegExp(`^${home}/src/([^/]+)/`).exec(file)?.[1];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const root = path.join(import.meta.dirname, "..");
  const violations = findViolations(root);
  for (const { file, line, message } of violations) console.error(`${file}:${line} ${message}`);
  // A table that names a folder which is gone guards nothing.
  const gone = Object.keys(walls).filter((folder) => !existsSync(path.join(root, folder)));
  if (gone.length > 0) console.error(`scripts/walls.ts names folders that do not exist: ${gone.join(", ")}`);
  if (violations.length + gone.length > 0) process.exitCode = 1;
  else console.log("boundaries: every import keeps to its walls");
}
