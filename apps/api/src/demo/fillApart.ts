import { fork } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** The demo store could not be made; says why in one sentence. */
export class DemoNotMade extends Error {
  override readonly name = "DemoNotMade";
}

/**
 * Has the program fill the database with the demo store in a process of its own, and waits for its end. The signal ends
 * it, and so does the end of this process; its one transaction is undone either way.
 */
export const fillApart = async (program: string, stopping: AbortSignal): Promise<void> => {
  stopping.throwIfAborted();
  const child = fork(program, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  const end = (): void => void child.kill();
  stopping.addEventListener("abort", end);
  const said = child.stderr === null ? Promise.resolve("") : text(child.stderr);
  await once(child, "exit").finally(() => stopping.removeEventListener("abort", end));
  stopping.throwIfAborted();
  if (child.exitCode === 0) return;
  const why = (await said).trim() || `Its process was ended by ${child.signalCode ?? "itself"}.`;
  throw new DemoNotMade(`The demo store could not be made. ${why}`);
};
