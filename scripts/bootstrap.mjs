// What the two README commands share. It runs before anything is installed, so it imports Node's own modules only.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const windows = process.platform === "win32";
const marker = path.join(root, "node_modules", ".clientele-installed");
const { packageManager } = /** @type {{ packageManager: string }} */ (readJson("package.json"));

/** A step that cannot go on, told in one line that says what to do. */
export class SetupError extends Error {}

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] the whole environment, the present one when left out
 * @property {boolean} [quiet] keep the output instead of passing it on
 */

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();
/** @type {number | undefined} */
let stopCode;

/**
 * Runs one command in the root folder and answers its exit code with everything it printed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = process.env, quiet = false } = {}) {
  return new Promise((resolve) => {
    let output = "";
    // Windows finds npx and the tools of node_modules only as .cmd files, which need a shell.
    const child = spawn(command, args, { cwd: root, env, shell: windows, stdio: ["ignore", "pipe", "pipe"] });
    children.add(child);
    child.stdout.on("data", (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      if (!quiet) process.stdout.write(chunk);
    });
    child.stderr.on("data", (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      if (!quiet) process.stderr.write(chunk);
    });
    const end = (/** @type {number} */ code) => {
      children.delete(child);
      if (stopCode !== undefined && children.size === 0) process.exit(stopCode);
      resolve({ code, output });
    };
    child.on("error", (error) => {
      output += `${error.message}\n`;
      end(127);
    });
    child.on("close", (code) => end(code ?? 1));
  });
}

/**
 * Ends whatever `run` has started when this process is told to end. Answers how to take that back.
 *
 * @returns {() => void}
 */
export function stopWithChildren() {
  const listeners = /** @type {[NodeJS.Signals, number][]} */ ([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ]).map(([signal, code]) => {
    const listener = () => {
      stopCode = code;
      if (children.size === 0) process.exit(code);
      // A terminal tells the children of Ctrl-C itself.
      if (signal === "SIGINT" && process.stdin.isTTY) return;
      for (const child of children) child.kill(signal);
    };
    process.on(signal, listener);
    return { signal, listener };
  });
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
}

/** @param {string} [version] */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(
    `Clientele needs Node 20.19 or later; this is Node ${version}. Install a newer Node and try again.`,
  );
}

/**
 * Installs the dependencies of the lockfile, unless the last install was of this very lockfile with this very Node, and
 * answers an environment in which pnpm and the installed tools are on the path.
 *
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function install() {
  requireNode();
  const wanted = fingerprint();
  const found = existsSync(marker) ? readFileSync(marker, "utf8") : "";
  if (found !== wanted || !everyFolderInstalled()) {
    console.log(`Installing dependencies with ${packageManager} (about two minutes the first time) …`);
    rmSync(marker, { force: true });
    await pnpm(["install", "--frozen-lockfile", "--prefer-offline", "--reporter", "append-only"]);
    // Another Node reads native modules of another shape; the files of the old one are still there.
    if (found !== "" && abiOf(found) !== abiOf(wanted)) await pnpm(["rebuild", "better-sqlite3"]);
    writeFileSync(marker, wanted);
  }
  return environment();
}

/**
 * The command of an installed tool.
 *
 * @param {string} name
 */
export function tool(name) {
  return path.join(root, "node_modules", ".bin", windows ? `${name}.cmd` : name);
}

/** @param {string[]} args */
async function pnpm(args) {
  // CI keeps pnpm from asking whether it may replace a node_modules of another version.
  const env = { ...process.env, CI: "true" };
  const { code, output } = await run("npx", ["--yes", packageManager, ...args], { env });
  if (code !== 0) throw new SetupError(installAdvice(output));
}

/**
 * What to do about a failed install, from what it printed.
 *
 * @param {string} output
 */
export function installAdvice(output) {
  if (/ERR_PNPM_(OUTDATED_LOCKFILE|LOCKFILE_CONFIG_MISMATCH)/.test(output)) {
    return "Installing failed: pnpm-lock.yaml is older than the package files. Run `pnpm install` and commit the lockfile.";
  }
  if (/gyp ERR!|prebuild-install|node-gyp/.test(output)) {
    return (
      "Installing failed: better-sqlite3 could neither be downloaded ready-made nor compiled here. " +
      "Install a C++ compiler, make and Python 3 (Debian: apt-get install -y g++ make python3) and try again."
    );
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ERR_SOCKET/.test(output)) {
    return "Installing failed: the npm registry cannot be reached. Check the network or npm's registry setting and try again.";
  }
  if (/ENOSPC/.test(output)) return "Installing failed: the disk is full.";
  return "Installing failed; the lines above say why.";
}

/** npx puts pnpm on the path of what it runs; turbo needs it there to run each package's script. */
async function environment() {
  const { code, output } = await run("npx", ["--yes", "--package", packageManager, "-c", "node -p process.env.PATH"], {
    quiet: true,
  });
  const found = output.trim().split("\n").at(-1);
  if (code !== 0 || found === undefined) throw new SetupError(`npx could not run ${packageManager}:\n${output}`);
  return { ...process.env, PATH: found, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
}

/** What decides whether an install is needed; the first line is the shape of native modules. */
function fingerprint() {
  const hash = createHash("sha256").update(packageManager);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"]) hash.update(readText(file));
  for (const folder of workspaceFolders()) hash.update(readText(path.join(folder, "package.json")));
  return `${process.platform} ${process.arch} ${process.versions.modules}\n${hash.digest("hex")}\n`;
}

/** @param {string} text */
function abiOf(text) {
  return text.split("\n")[0];
}

function everyFolderInstalled() {
  return workspaceFolders().every((folder) => existsSync(path.join(root, folder, "node_modules")));
}

/** The folders of pnpm-workspace.yaml that hold a package. */
function workspaceFolders() {
  const grouped = ["apps", "packages"].flatMap((group) =>
    readdirSync(path.join(root, group)).map((name) => path.join(group, name)),
  );
  return [...grouped, "e2e"].filter((folder) => existsSync(path.join(root, folder, "package.json"))).sort();
}

/** @param {string} file */
function readText(file) {
  return readFileSync(path.join(root, file), "utf8");
}

/**
 * @param {string} file
 * @returns {unknown}
 */
function readJson(file) {
  return JSON.parse(readText(file));
}
