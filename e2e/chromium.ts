import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "@playwright/test";

/**
 * The Chromium of this machine: the one CHROMIUM_PATH names, else one on the path. Undefined when there is none, which
 * leaves Playwright's own.
 */
export function systemChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM_PATH) {
    if (existsSync(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, which does not exist.`);
  }
  const folders = (env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return ["chromium", "chromium-browser", "google-chrome"]
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find(isExecutable);
}

/** Playwright runs this once before the first test: a machine without any Chromium gets Playwright's own. */
export default function ensureChromium(): void {
  if (systemChromium() !== undefined || existsSync(chromium.executablePath())) return;
  process.stdout.write("No Chromium found: installing Playwright's own …\n");
  const cli = path.join(
    path.dirname(createRequire(import.meta.url).resolve("@playwright/test/package.json")),
    "cli.js",
  );
  const { status } = spawnSync(process.execPath, [cli, "install", "--no-shell", "chromium"], { stdio: "inherit" });
  if (status === 0) return;
  throw new Error(
    "No Chromium for the browser tests: install one (Debian: apt-get install -y chromium) or set CHROMIUM_PATH.",
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
