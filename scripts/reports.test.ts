import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { countBrowser, countUnit } from "./reports.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "clientele-reports-"));
const file = path.join(folder, "report.json");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(report: unknown): string {
  writeFileSync(file, typeof report === "string" ? report : JSON.stringify(report));
  return file;
}

function unit(more: object): object {
  return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...more };
}

function browser(stats: object, errors: object[] = []): object {
  return { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors };
}

describe("unit tests", () => {
  it("counts what passed and what failed", () => {
    expect(countUnit(written(unit({ numPassedTests: 7, numFailedTests: 2 })), 1)).toMatchObject({
      passed: 7,
      failed: 2,
    });
  });

  it("counts a file that did not even load", () => {
    const testResults = [{ name: "a.test.ts", status: "failed", assertionResults: [] }];
    expect(countUnit(written(unit({ numPassedTests: 7, testResults })), 1)).toMatchObject({ passed: 7, failed: 1 });
  });

  it("counts a skipped test as failed", () => {
    expect(countUnit(written(unit({ numPassedTests: 7, numPendingTests: 1 })), 0)).toMatchObject({ failed: 1 });
  });

  it("counts an error outside of any test", () => {
    expect(countUnit(written(unit({ numPassedTests: 7 })), 1)).toMatchObject({ passed: 7, failed: 1 });
  });

  it("counts a run without tests as failed", () => {
    expect(countUnit(written(unit({})), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it.each([
    ["no report", path.join(folder, "absent.json")],
    ["half a report", written('{"numPassedTests":')],
  ])("counts a runner that left %s as failed", (_what, report) => {
    expect(countUnit(report, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("browser tests", () => {
  it("counts what passed and what failed", () => {
    expect(countBrowser(written(browser({ expected: 5, unexpected: 1 })), 1)).toMatchObject({ passed: 5, failed: 1 });
  });

  it("counts skipped tests as failed, and says of those that passed the second time that they did", () => {
    const report = written(browser({ expected: 5, flaky: 1, skipped: 2 }));
    const { notes, ...counts } = countBrowser(report, 0);
    expect(counts).toEqual({ passed: 6, failed: 2 });
    expect(notes[0]).toMatch(/^1 browser tests passed only when they ran again/);
  });

  it("counts a browser that could not be had", () => {
    const report = written(browser({}, [{ message: "No Chromium.\nat globalSetup" }]));
    expect(countBrowser(report, 1)).toEqual({ passed: 0, failed: 1, notes: ["No Chromium."] });
  });
});
