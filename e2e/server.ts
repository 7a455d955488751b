import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startPostgres } from "@clientele/testing/postgresServer";
import { movableClock } from "./movableClock.ts";

/** The built server's program. */
export const main = fileURLToPath(new URL("../apps/api/dist/main.js", import.meta.url));

let places = 0;
/** The header of a caller from a network address of its own, as the trusted proxy before a server writes it. */
export const fromElsewhere = (): Record<string, string> => {
  places += 1;
  return { "x-forwarded-for": `10.${(places >> 16) & 255}.${(places >> 8) & 255}.${places & 255}` };
};

export interface Credentials {
  email: string;
  password: string;
}

/** The built server as `npm start` runs it: demo store, both doors, its own folder and database. */
export interface RunningServer {
  shop: string;
  admin: string;
  /** Of the demo store; empty where the server began without it. */
  owner: Credentials;
  shopper: Credentials;
  dataDir: string;
  /** What it has written since its last start. */
  printed(): string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
  /** Moves the clock of a server that was started with a movable one on by eleven minutes. */
  passElevenMinutes(): void;
  /** Asks it to stop; answers its exit code. */
  stop(): Promise<number | null>;
  /** Stops it and removes what it kept. */
  remove(): Promise<void>;
}

/** A port nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });

/** A sign-in the demo store keeps in its data folder. */
export const credentials = (dataDir: string, file: string): Credentials =>
  JSON.parse(readFileSync(join(dataDir, file), "utf8")) as Credentials;

const nobody: Credentials = { email: "", password: "" };

const isReady = (door: string): Promise<boolean> =>
  fetch(`${door}/ready`).then(
    (answer) => answer.ok,
    () => false,
  );

/** Starts the built server on free ports over a new database of the kind; fails with what it printed when it does not come up. */
export async function startServer(
  database: "sqlite" | "postgres",
  environment: Record<string, string> = {},
  clock: "machine" | "movable" = "machine",
): Promise<RunningServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "clientele-e2e-"));
  const [shopPort, adminPort] = [await freePort(), await freePort()];
  const postgres = database === "postgres" ? await startPostgres() : null;
  const databaseUrl = postgres === null ? `file:${join(dataDir, "clientele.db")}` : await postgres.newDatabase();
  const shop = `http://localhost:${shopPort}`;
  const admin = `http://localhost:${adminPort}`;
  let child: ChildProcess | null = null;
  let printed = "";
  let asked = false;

  const start = async (): Promise<void> => {
    printed = "";
    asked = false;
    const started = spawn(process.execPath, clock === "movable" ? ["--import", movableClock, main] : [main], {
      env: {
        PATH: process.env["PATH"],
        HOME: process.env["HOME"],
        NODE_ENV: "production",
        CLIENTELE_MODE: "demo",
        CLIENTELE_DATA_DIR: dataDir,
        CLIENTELE_DATABASE_URL: databaseUrl,
        CLIENTELE_SHOP_PORT: String(shopPort),
        CLIENTELE_ADMIN_PORT: String(adminPort),
        // The tests stand in the place of a proxy: each shopper of theirs comes from somewhere else.
        CLIENTELE_TRUSTED_PROXIES: "127.0.0.1,::1",
        ...environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    started.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    started.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    started.once("exit", (code, signal) => {
      // Nobody asked for it: what it said last is the only trace there is.
      if (!asked) process.stderr.write(`the server ended by itself (${code ?? signal}):\n${printed.slice(-4000)}\n`);
    });
    // Several times what a busy machine needs: only a server that never comes waits for its end.
    const deadline = Date.now() + 150_000;
    for (;;) {
      if (started.exitCode !== null) throw new Error(`the server ended with ${started.exitCode}:\n${printed}`);
      if (Date.now() > deadline) throw new Error(`the server did not come up:\n${printed}`);
      if ((await isReady(shop)) && (await isReady(admin))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  const ended = async (signal: NodeJS.Signals): Promise<number | null> => {
    const running = child;
    if (running === null || running.exitCode !== null) return running?.exitCode ?? null;
    asked = true;
    const exit = new Promise<number | null>((resolve) => running.once("exit", (code) => resolve(code)));
    running.kill(signal);
    return exit;
  };

  const remove = async (): Promise<void> => {
    await ended("SIGTERM");
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };

  await start().catch(async (error: unknown) => {
    // One that is too slow must not go on taking the time of the next.
    await remove();
    throw error;
  });
  const demo = (environment["CLIENTELE_MODE"] ?? "demo") === "demo";
  return {
    shop,
    admin,
    owner: demo ? credentials(dataDir, "demo-owner.json") : nobody,
    shopper: demo ? credentials(dataDir, "demo-shopper.json") : nobody,
    dataDir,
    printed: () => printed,
    start,
    kill: async () => void (await ended("SIGKILL")),
    passElevenMinutes: () => void child?.kill("SIGUSR2"),
    stop: () => ended("SIGTERM"),
    remove,
  };
}
