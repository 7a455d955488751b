// Reads what the two test runners report. A runner that ended badly counts as failed even if no single test did.
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, notes: string[] }} Count */

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
      ...broken.map(({ name }) => `did not run: ${name}`),
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
  return judged("browser tests", code, {
    passed: expected + flaky,
    failed: unexpected + skipped + report.errors.length,
    notes: [
      ...(flaky > 0 ? [`${flaky} browser tests passed only when they ran again: see which, above`] : []),
      ...report.errors.map(({ message }) => (message ?? "an error outside of any test").split("\n")[0] ?? ""),
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
 * @property {{ name: string, status: string, assertionResults: { status: string }[] }[]} testResults
 */

/**
 * @typedef {object} BrowserReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {{ message?: string }[]} errors
 */

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
