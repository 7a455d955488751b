import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..");
const lockfile = readFileSync(path.join(root, "pnpm-lock.yaml"), "utf8");
const workspace = readFileSync(path.join(root, "pnpm-workspace.yaml"), "utf8");

/** Every version of each package in the lockfile, from the keys of its `packages` section. */
const installed = new Map<string, string[]>();
const section = lockfile.slice(lockfile.indexOf("\npackages:\n"), lockfile.indexOf("\nsnapshots:\n"));
for (const [, name = "", version = ""] of section.matchAll(/^ {2}'?(@?[^@'\s]+)@(\d[^:'\s]*)'?:$/gm)) {
  installed.set(name, [...(installed.get(name) ?? []), version]);
}

function atLeast(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((text) => (text.split("-")[0] ?? "").split(".").map(Number));
  for (const [place, least] of (want ?? []).entries()) {
    const part = have?.[place] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

// Versions below these have a published hole in a part that is used here.
describe("no package is older than its last known hole", () => {
  it.each([
    ["@trpc/server", "11.8.0"],
    ["fastify", "5.12.1"],
    ["@fastify/proxy-addr", "5.1.1"],
    ["drizzle-orm", "0.45.2"],
    ["zod", "3.22.3"],
    ["vite", "8.0.5"],
    ["nodemailer", "7.0.7"],
  ])("%s is at least %s", (name, floor) => {
    const versions = installed.get(name) ?? [];
    expect(versions).not.toEqual([]);
    for (const version of versions) expect(atLeast(version, floor), `${name} ${version}`).toBe(true);
  });
});

describe("what an install may do", () => {
  it("every package of the lockfile has an integrity hash and no address of its own", () => {
    const entries = section.split(/^ {2}\S.*:$/m).slice(1);
    expect(entries.length).toBeGreaterThan(100);
    for (const entry of entries) expect(entry).toMatch(/resolution: \{integrity: sha512-[^,}]+\}/);
    expect(lockfile).not.toMatch(/https?:\/\/|tarball:/);
  });

  it("an install script that nobody allowed fails the install", () => {
    expect(workspace).toMatch(/^strictDepBuilds: true$/m);
    expect(workspace).toMatch(/^engineStrict: true$/m);
  });

  it("a release of the last hours does not get into the lockfile", () => {
    expect(Number(/^minimumReleaseAge: (\d+)$/m.exec(workspace)?.[1])).toBeGreaterThanOrEqual(24 * 60);
  });
});
