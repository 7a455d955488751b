import { once } from "node:events";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Env, readEnv, warningsOf } from "./env.ts";
import { logTo } from "./log.ts";
import { reasonOf } from "./reason.ts";
import { root } from "./root.ts";
import { type RunningServer, startServer } from "./server.ts";

/** How long requests that were begun may take to end before the process ends without them. */
const drainMost = 10_000;

/** The program beside this one: a bundle beside the bundle, a source beside the source. */
const here = fileURLToPath(import.meta.url);
const demoFill = join(dirname(here), `demoFill${extname(here)}`);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const signInOf = (signIn: { email: string; password: string } | null | undefined): string | null =>
  signIn === null || signIn === undefined ? null : `${signIn.email}   ${signIn.password}`;

const announce = (env: Env, { firstOwnerLink, demo }: RunningServer): void => {
  const mailbox = env.mode !== "production" && env.smtpUrl === null;
  const lines: [string, string | null][] = [
    ["Shop", env.shop.origin],
    ["Admin", env.admin.origin],
    ["Mailbox", mailbox ? `${env.shop.origin}/dev/mail` : null],
    ["First owner", firstOwnerLink],
    ["Demo owner", signInOf(demo?.owner)],
    ["Demo shopper", signInOf(demo?.shopper)],
  ];
  say(`\nClientele is running (${env.mode}). Ctrl-C stops it.\n`);
  for (const [name, place] of lines) if (place !== null) say(`  ${name.padEnd(13)} ${place}`);
  say("");
};

const fail = (error: unknown): never => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
};

const run = async (): Promise<void> => {
  // Database, secret and backups are nobody else's to read, whatever makes them.
  process.umask(0o077);
  const env = readEnv(root);
  const log = logTo(process.stdout, { level: env.logLevel, pretty: env.mode !== "production" });
  for (const warning of warningsOf(env)) log.warn({ event: "server.settings" }, warning);
  const dying = (error: unknown): void => {
    log.fatal({ err: error, event: "server.dying" }, "the server cannot go on");
    process.exit(1);
  };
  process.on("uncaughtException", dying);
  process.on("unhandledRejection", dying);

  const stopping = new AbortController();
  const stop = (): void => {
    if (stopping.signal.aborted) process.exit(1);
    setTimeout(() => process.exit(1), drainMost).unref();
    stopping.abort();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("SIGHUP", stop);

  const { signal } = stopping;
  let server: RunningServer;
  try {
    const now = () => new Date();
    server = await startServer(env, { root, log, now, demoFill, stopping: signal, onStorageFailure: dying });
  } catch (error) {
    if (signal.aborted) process.exit(0);
    throw error;
  }
  if (!signal.aborted) {
    announce(env, server);
    await once(signal, "abort");
  }
  await server.stop().catch(dying);
  process.exit(0);
};

run().catch(fail);
