// Reads what the two test runners report. A runner that ended badly counts as failed even if no single test did.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./bootstrap.mjs";

/** @typedef {{ passed: number, failed: number, notes: string[] }} Count what failed is in the notes, a line each */

/**
 * Vitest's JSON report.
 *
 * @param {string} file
 * @param {number} code the runner's exit code
 * @returns {Count}
 */
export function countUnit(file, code) {
  const report = /** @type {UnitReport | undefined} */ (read(file));
  if (report === undefined) return missing("unit tests");
  // A file that fails before its first test holds no test that could be counted.
  const broken = report.testResults.filter(({ status, assertionResults }) => {
    return status === "failed" && !assertionResults.some((test) => test.status === "failed");
  });
  const notRun = report.numPendingTests + report.numTodoTests;
  return judged("unit tests", code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length + notRun,
    notes: [
      ...report.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === "failed")
          .map((test) => `failed: ${relative(name)} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`),
      ),
      ...broken.map(({ name, message }) => `did not run: ${relative(name)}: ${firstLine(message)}`),
      ...(notRun > 0 ? [`${notRun} unit tests were skipped: a skipped test counts as failed`] : []),
    ],
  });
}

/**
 * Playwright's JSON report.
 *
 * @param {string} file
 * @param {number} code the runner's exit code
 * @returns {Count}
 */
export function countBrowser(file, code) {
  const report = /** @type {BrowserReport | undefined} */ (read(file));
  if (report === undefined) return missing("browser tests");
  const { expected, unexpected, flaky, skipped } = report.stats;
  const ended = (/** @type {string} */ status) =>
    report.suites.flatMap(testsOf).filter(({ tests }) => tests.some((test) => test.status === status));
  return judged("browser tests", code, {
    passed: expected + flaky,
    failed: unexpected + skipped + report.errors.length,
    notes: [
      ...ended("unexpected").map(({ file, title }) => `failed: e2e/${file} › ${title}`),
      ...ended("flaky").map(({ file, title }) => `passed only when it ran again: e2e/${file} › ${title}`),
      ...report.errors.map(({ message }) => firstLine(message)),
      ...(skipped > 0 ? [`${skipped} browser tests were skipped: a skipped test counts as failed`] : []),
    ],
  });
}

/**
 * @typedef {object} UnitReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {UnitFile[]} testResults
 */

/**
 * @typedef {object} UnitFile
 * @property {string} name
 * @property {string} status
 * @property {string} [message]
 * @property {{ status: string, fullName: string, failureMessages: string[] }[]} assertionResults
 */

/**
 * @typedef {object} BrowserReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {{ message?: string }[]} errors
 * @property {BrowserSuite[]} suites
 */

/**
 * @typedef {object} BrowserSuite
 * @property {BrowserTest[]} [specs]
 * @property {BrowserSuite[]} [suites]
 */

/** @typedef {{ file: string, title: string, tests: { status: string }[] }} BrowserTest */

/**
 * @param {BrowserSuite} suite
 * @returns {BrowserTest[]}
 */
function testsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(testsOf)];
}

/** @param {string} file */
function relative(file) {
  return path.relative(root, file);
}

/** @param {string | undefined} text */
function firstLine(text) {
  return stripVTControlCharacters(text ?? "").split("\n")[0] || "an error outside of any test";
}

/**
 * @param {string} file
 * @returns {unknown}
 */
function read(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} runner
 * @returns {Count}
 */
function missing(runner) {
  return { passed: 0, failed: 1, notes: [`${runner}: the runner ended without a report`] };
}

/**
 * @param {string} runner
 * @param {number} code
 * @param {Count} count
 * @returns {Count}
 */
function judged(runner, code, count) {
  if (count.passed + count.failed === 0)
    return { ...count, failed: 1, notes: [...count.notes, `${runner}: none found`] };
  if (code === 0 || count.failed > 0) return count;
  return { ...count, failed: 1, notes: [...count.notes, `${runner}: the runner itself failed with exit code ${code}`] };
}
