import { AlreadyServed } from "@clientele/db/serverLock";
import { UnknownMigrations } from "@clientele/db/migrate";
import { DataFolderUnusable } from "./dataFolder.ts";
import { BadSettings, type Env, readEnv, warningsOf } from "./env.ts";
import { logTo } from "./log.ts";
import { root } from "./root.ts";
import { type RunningServer, startServer } from "./server.ts";

/** How long requests that were begun may take to end before the process ends without them. */
const drainMost = 10_000;

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

/** No such server, database or user, a wrong password, and a file that is no database. */
const unopened = new Set(["ECONNREFUSED", "ENOTFOUND", "3D000", "28000", "28P01", "SQLITE_CANTOPEN", "SQLITE_NOTADB"]);

/** What a person can do something about is told in one sentence; everything else with its stack. */
const reasonOf = (error: unknown): string => {
  if (error instanceof BadSettings) return `The server does not start with these settings:\n${error.message}`;
  if (error instanceof AlreadyServed || error instanceof UnknownMigrations || error instanceof DataFolderUnusable) {
    return error.message;
  }
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    // A host of several addresses fails with a list of failures, whose own message is empty.
    const why = error.message === "" ? error.code : error.message;
    if (error.code === "EADDRINUSE") {
      const port = "port" in error && typeof error.port === "number" ? `Port ${error.port}` : "A port";
      return `${port} is in use already. Stop what uses it, or choose another port with CLIENTELE_SHOP_PORT or CLIENTELE_ADMIN_PORT.`;
    }
    if (unopened.has(error.code)) return `The database of CLIENTELE_DATABASE_URL cannot be opened: ${why}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
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

  const server = await startServer(env, { root, log, now: () => new Date(), onStorageFailure: dying });
  let asked = false;
  const stop = (): void => {
    if (asked) process.exit(1);
    asked = true;
    setTimeout(() => process.exit(1), drainMost).unref();
    server.stop().then(() => process.exit(0), dying);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("SIGHUP", stop);
  announce(env, server);
};

run().catch(fail);
