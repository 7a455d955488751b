// npm start: install, build, serve. Only the server is left running at the end, as a child that is told every signal.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { SetupError, install, root, run, stopWithChildren } from "./bootstrap.mjs";
import { build } from "./steps.mjs";

try {
  await prepare();
  serve();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function prepare() {
  const forget = stopWithChildren();
  const env = await install();
  console.log("Building …");
  const { command, args } = build;
  const { code, output } = await run(command, args, { env, quiet: true });
  if (code !== 0) throw new SetupError(`${output}\nBuilding failed; the lines above say why.`);
  forget();
}

function serve() {
  const server = spawn(process.execPath, ["apps/api/dist/main.js"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", CLIENTELE_MODE: process.env.CLIENTELE_MODE || "demo" },
    stdio: "inherit",
    // In a process group of its own the server hears of Ctrl-C once, from here, and not a second time from the terminal.
    detached: process.platform !== "win32",
  });
  let passedOn = 0;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    // Waiting for the server, not ending here, is what lets it drain before the prompt returns. One wish to stop can
    // arrive twice, from the terminal and from npm or a supervisor that passes it on too.
    process.on(signal, () => {
      if (Date.now() - passedOn < 500) return;
      passedOn = Date.now();
      server.kill(signal);
    });
  }
  server.on("error", (error) => {
    console.error(`The server could not be started: ${error.message}`);
    process.exit(1);
  });
  server.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? "SIGTERM"]));
}
