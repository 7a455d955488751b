import type { Database } from "@clientele/db";
import { migrateDatabase } from "@clientele/db/migrate";
import { openDatabase } from "@clientele/db/open";
import { join } from "node:path";
import type { Services } from "./context.ts";
import { keptSecret, openDataFolder } from "./dataFolder.ts";
import { type Env, readEnv } from "./env.ts";
import { logTo } from "./log.ts";
import { reasonOf } from "./reason.ts";
import { root } from "./root.ts";
import { servicesOf } from "./services.ts";

/** Runs a command to its end; why it failed is its last line on stderr, and its exit code is then 1. */
export const runCommand = (command: (env: Env) => Promise<void>): void => {
  const run = async (): Promise<void> => {
    // What it writes is nobody else's to read.
    process.umask(0o077);
    await command(readEnv(root));
  };
  run().catch((error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exit(1);
  });
};

/** Opens the store's database, brought up to date, for as long as the work lasts. */
export const withDatabase = async (env: Env, work: (db: Database) => Promise<void>): Promise<void> => {
  openDataFolder(env.dataDir);
  await migrateDatabase(env.databaseUrl, { root, migrations: join(root, "packages/db/migrations") });
  // Beside a running server, which keeps the file for itself as a server but lets short commands write.
  const db = await openDatabase(env.databaseUrl, { root });
  try {
    await work(db);
  } finally {
    await db.close();
  }
};

/** What a use case may ask for in a command: warnings go to stderr, and mail is left for the server to send. */
export const commandServices = (env: Env, db: Database): Services =>
  servicesOf({
    db,
    now: () => new Date(),
    secret: env.secret ?? keptSecret(env.dataDir),
    log: logTo(process.stderr, { level: "warn", pretty: true }),
    realMail: false,
    wakeMail: () => {},
  });
