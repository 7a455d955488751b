import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { DemoNotMade, fillApart } from "./fillApart.ts";

const never = new AbortController().signal;

/** A program of these lines. */
const given = (lines: string) => {
  const folder = mkdtempSync(join(tmpdir(), "clientele-apart-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, "program.mjs");
  writeFileSync(program, lines);
  return program;
};

it("waits until the program is through", async () => {
  const program = given(`
    import { writeFileSync } from "node:fs";
    setTimeout(() => {
      writeFileSync(process.argv[1] + ".done", "");
      process.disconnect();
    }, 20);
  `);
  await fillApart(program, never);
  expect(existsSync(`${program}.done`)).toBe(true);
});

it("says in one line why the program gave up", async () => {
  const program = given('process.stderr.write("The disk is full.\\n"); process.exit(1);');
  await expect(fillApart(program, never)).rejects.toEqual(
    new DemoNotMade("The demo store could not be made. The disk is full."),
  );
});

it("says so when the system ended the program", async () => {
  await expect(fillApart(given('process.kill(process.pid, "SIGKILL");'), never)).rejects.toEqual(
    new DemoNotMade("The demo store could not be made. Its process was ended by SIGKILL."),
  );
});

it("ends a program that is too busy to listen, and only then gives up", async () => {
  const stopping = new AbortController();
  const program = given("process.send('busy'); for (;;);");
  const filling = fillApart(program, stopping.signal);
  stopping.abort();
  await expect(filling).rejects.toBe(stopping.signal.reason);
});

it("begins nothing when it was asked to stop before", async () => {
  const stopped = AbortSignal.abort();
  await expect(fillApart(given("for (;;);"), stopped)).rejects.toBe(stopped.reason);
});
