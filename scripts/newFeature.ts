// Makes the folders of a new feature, empty but green:
//   pnpm new:feature supplier            writes the files and says what comes next
//   pnpm new:feature supplier --dry-run  only says which files it would write
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** A word that cannot become a feature, and why. */
export class BadNoun extends Error {}

const undecided = new Set(["util", "helper", "common", "shared", "type", "data", "info", "manager", "config"]);

const pluralOf = (noun: string): string => {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
};

/** The files of a feature by path: what the domain decides first, and a router that offers nothing yet. */
export const featureFiles = (noun: string): Map<string, string> => {
  if (!/^[a-z][a-zA-Z]*$/.test(noun)) throw new BadNoun(`"${noun}" is no noun in camel case, as in "priceList"`);
  if (undecided.has(noun.replace(/s$/, "")))
    throw new BadNoun(`"${noun}" means that nobody decided: name the thing itself`);
  const plural = pluralOf(noun);
  const name = `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)}`;
  const words = noun.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return new Map([
    [
      `packages/domain/src/${plural}/${noun}.ts`,
      `import { requiredLine } from "../text.ts";

/** What a ${words} is called. */
export const ${name}Name = requiredLine(80);
`,
    ],
    [
      `packages/domain/src/${plural}/${noun}.test.ts`,
      `import { expect, it } from "vitest";
import { ${name}Name } from "./${noun}.ts";

it("has a name that says something", () => {
  expect(${name}Name.parse(" First ")).toBe("First");
  expect(${name}Name.safeParse("  ").success).toBe(false);
});
`,
    ],
    [
      `apps/api/src/${plural}/admin.ts`,
      `import type { TRPCRouterRecord } from "@trpc/server";

export const ${noun}Routes = {} satisfies TRPCRouterRecord;
`,
    ],
    [
      `apps/api/src/${plural}/${plural}.test.ts`,
      `import { expect, it } from "vitest";
import { adminRoutes } from "../routes.ts";
import { ${noun}Routes } from "./admin.ts";

it("is no part of the admin door before it can do something", () => {
  expect(Object.keys(${noun}Routes)).toEqual([]);
  expect(Object.keys(adminRoutes)).not.toContain("${plural}");
});
`,
    ],
  ]);
};

/** Writes the files below a root; refuses to touch a feature that is there already. */
export const writeFeature = (root: string, files: ReadonlyMap<string, string>): void => {
  const present = [...files.keys()].find((file) => existsSync(path.join(root, path.dirname(file))));
  if (present !== undefined) throw new BadNoun(`${path.dirname(present)} is there already`);
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
};

const next = `
Next: its table in packages/db/src/schema/ and \`pnpm db:generate\`, its store with a test on both databases,
the use cases, their lines in the router and in apps/api/src/routes.ts, rows in permissionMatrix.ts, \`pnpm reference\`.`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [noun = "", ...flags] = process.argv.slice(2);
  try {
    const files = featureFiles(noun);
    if (!flags.includes("--dry-run")) writeFeature(path.join(import.meta.dirname, ".."), files);
    for (const file of files.keys()) console.log(file);
    console.log(next);
  } catch (error) {
    if (!(error instanceof BadNoun)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
