import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(tmpdir(), "clientele-lint-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Drizzle's queries are not promises: they run when somebody calls `then`, so a forgotten await never runs at all.
const declarations = `
interface Query extends PromiseLike<string[]> {
  values(row: string): Query;
}
declare const tx: { insert(row: string): Query };
async function insertCustomer(row: string): Promise<void> {
  await tx.insert(row);
}
`;

function lint(name: string, body: string): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(path.join(folder, "tsconfig.json"), `{ "extends": "${path.join(root, "tsconfig.base.json")}" }`);
  writeFileSync(file, `${declarations}\nexport async function useCase(): Promise<void> {\n${body}\n}\n`);
  const tool = path.join(root, "node_modules", ".bin", "oxlint");
  return new Promise((resolve) => {
    execFile(tool, ["--config", path.join(root, ".oxlintrc.json"), "--format", "unix", file], (_error, stdout) => {
      resolve(stdout);
    });
  });
}

describe("a forgotten await", () => {
  it("on a query fails the lint", async () => {
    expect(await lint("query.ts", `  await insertCustomer("ann");\n  tx.insert("bob");`)).toContain(
      "no-floating-promises",
    );
  });

  it("on a store function fails the lint", async () => {
    expect(await lint("store.ts", `  await tx.insert("ann");\n  insertCustomer("bob");`)).toContain(
      "no-floating-promises",
    );
  });

  it("inside forEach fails the lint", async () => {
    expect(
      await lint("each.ts", `  await tx.insert("x");\n  ["ann"].forEach(async (n) => insertCustomer(n));`),
    ).toContain("no-misused-promises");
  });

  it("is the only complaint: the same with await is clean", async () => {
    expect(await lint("clean.ts", `  await insertCustomer("ann");\n  await tx.insert("bob");`)).toBe("");
  });
});
