// npm test: install, checks and build, unit tests, browser tests; the last line is the sum of all.
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { SetupError, install, root, run, stopWithChildren, tool } from "./bootstrap.mjs";
import { countBrowser, countUnit } from "./reports.mjs";
import { build, checks, runSteps, seconds } from "./steps.mjs";

const reports = path.join(root, "test-results");
const sum = { passed: 0, failed: 0 };
/**
 * What failed, said at the end: whoever has only the last lines of a log sees it.
 *
 * @type {string[]}
 */
const remarks = [];

stopWithChildren();
try {
  const started = Date.now();
  const env = await install();
  console.log(`✔ install (${seconds(started)})`);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const checked = await runSteps([build, ...checks()], env);
  add(checked);
  remarks.push(...checked.broken.map(({ name }) => `failed: ${name}`));
  // Each of the two runners keeps all cores busy and starts databases of its own, so one follows the other.
  await runTests("unit tests", countUnit, "unit.json", env, (file) => [
    tool("vitest"),
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
  ]);
  if (checked.broken.includes(build)) {
    remarks.push("browser tests: not run, there is no build to run them against");
    add({ passed: 0, failed: 1 });
  } else {
    await runTests("browser tests", countBrowser, "browser.json", env, () => [
      tool("playwright"),
      ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json"],
    ]);
  }
  console.log(`everything (${seconds(started)})`);
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  sum.failed += 1;
}
for (const remark of remarks) console.log(`    ${remark}`);
process.exitCode = sum.failed === 0 ? 0 : 1;
console.log(`${sum.passed} passed, ${sum.failed} failed`);

/**
 * @param {string} name
 * @param {(file: string, code: number) => import("./reports.mjs").Count} count
 * @param {string} reportName
 * @param {NodeJS.ProcessEnv} env
 * @param {(file: string) => [string, string[]]} command
 */
async function runTests(name, count, reportName, env, command) {
  const started = Date.now();
  const file = path.join(reports, reportName);
  const { code } = await run(...command(file), { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file } });
  const found = count(file, code);
  remarks.push(...found.notes);
  console.log(
    `${found.failed === 0 ? "✔" : "✖"} ${name} (${seconds(started)}): ${found.passed} passed, ${found.failed} failed`,
  );
  add(found);
}

/** @param {{ passed: number, failed: number }} count */
function add(count) {
  sum.passed += count.passed;
  sum.failed += count.failed;
}
