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

function browser(stats: object, errors: object[] = [], suites: object[] = []): object {
  return { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors, suites };
}

function spec(title: string, status: string): object {
  return { file: "admin/door.spec.ts", title, tests: [{ status }] };
}

describe("unit tests", () => {
  it("counts what passed and what failed", () => {
    expect(countUnit(written(unit({ numPassedTests: 7, numFailedTests: 2 })), 1)).toMatchObject({
      passed: 7,
      failed: 2,
    });
  });

  it("names each test that failed, with the first line of why", () => {
    const failed = {
      status: "failed",
      fullName: "a door opens",
      failureMessages: ["\u001b[31mError: closed\u001b[39m\n    at door.ts"],
    };
    const passed = { status: "passed", fullName: "a door shuts", failureMessages: [] };
    const name = path.resolve("apps/api/src/door.test.ts");
    const testResults = [{ name, status: "failed", assertionResults: [passed, failed] }];
    const report = written(unit({ numPassedTests: 1, numFailedTests: 1, testResults }));
    expect(countUnit(report, 1).notes).toEqual(["failed: apps/api/src/door.test.ts › a door opens: Error: closed"]);
  });

  it("counts a file that did not even load", () => {
    const testResults = [
      { name: path.resolve("a.test.ts"), status: "failed", message: "No such file", assertionResults: [] },
    ];
    expect(countUnit(written(unit({ numPassedTests: 7, testResults })), 1)).toEqual({
      passed: 7,
      failed: 1,
      notes: ["did not run: a.test.ts: No such file"],
    });
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

  it("counts skipped tests as failed, and names what failed and what passed the second time only", () => {
    const suites = [{ specs: [spec("opens", "expected")], suites: [{ specs: [spec("shuts", "flaky")] }] }];
    const more = { specs: [spec("locks", "unexpected")] };
    const report = written(browser({ expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, [], [...suites, more]));
    const { notes, ...counts } = countBrowser(report, 1);
    expect(counts).toEqual({ passed: 6, failed: 3 });
    expect(notes).toEqual([
      "failed: e2e/admin/door.spec.ts › locks",
      "passed only when it ran again: e2e/admin/door.spec.ts › shuts",
      "2 browser tests were skipped: a skipped test counts as failed",
    ]);
  });

  it("counts a browser that could not be had", () => {
    const report = written(browser({}, [{ message: "No Chromium.\nat globalSetup" }]));
    expect(countBrowser(report, 1)).toEqual({ passed: 0, failed: 1, notes: ["No Chromium."] });
  });
});
