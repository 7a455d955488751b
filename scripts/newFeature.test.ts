import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { BadNoun, featureFiles, writeFeature } from "./newFeature.ts";

const root = path.join(import.meta.dirname, "..");
const newFeature = (...words: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "scripts/newFeature.ts", ...words], { cwd: root, encoding: "utf8" });

/** The sources that a feature stands among, with what they import from outside lent. */
const copyOfSources = (): string => {
  const copy = mkdtempSync(path.join(tmpdir(), "clientele-feature-"));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  for (const home of ["packages/domain", "apps/api"]) {
    mkdirSync(path.join(copy, home), { recursive: true });
    cpSync(path.join(root, home, "src"), path.join(copy, home, "src"), { recursive: true });
    symlinkSync(path.join(root, home, "node_modules"), path.join(copy, home, "node_modules"));
  }
  return copy;
};

it("makes a feature whose tests pass at once", () => {
  const copy = copyOfSources();
  const files = featureFiles("deliveryBox");
  expect([...files.keys()]).toContain("packages/domain/src/deliveryBoxes/deliveryBox.ts");
  writeFeature(copy, files);
  expect(() => writeFeature(copy, files)).toThrow("is there already");

  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const tests = [...files.keys()].filter((file) => file.endsWith(".test.ts"));
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, "run", "--root", copy, ...tests], {
    encoding: "utf8",
    env: { ...process.env, VITEST: undefined, NODE_ENV: "test" },
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
  expect(stdout).toContain("2 passed");
}, 60_000);

it("says what it would write, and writes nothing", () => {
  const { status, stdout } = newFeature("deliveryBox", "--dry-run");
  expect(status).toBe(0);
  for (const file of featureFiles("deliveryBox").keys()) {
    expect(stdout).toContain(file);
    expect(existsSync(path.join(root, file))).toBe(false);
  }
});

it("refuses words that name nothing, and names of folders that are there", () => {
  expect(() => featureFiles("utils")).toThrow(BadNoun);
  expect(() => featureFiles("Delivery box")).toThrow(BadNoun);
  expect(newFeature("group").stderr).toContain("is there already");
  expect(newFeature().status).toBe(1);
});
