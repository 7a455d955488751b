import { defineConfig } from "@playwright/test";
import { systemChromium } from "./chromium.ts";

/** What a project tells the server that a worker starts for its tests. */
export interface ServerOptions {
  readonly database: "sqlite" | "postgres";
}

const executablePath = systemChromium();

// Chromium's sandbox refuses to work for root, and the containers of CI have no right to make one.
const sandbox = process.getuid?.() !== 0 && !process.env.CI;

export default defineConfig<object, ServerOptions>({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results/e2e",
  globalSetup: "./chromium.ts",
  fullyParallel: false,
  workers: 2,
  // A machine that is shared with others may starve a browser; what fails twice is broken. The report names who ran again.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 40 * 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    actionTimeout: 15_000,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 800 },
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: {
      chromiumSandbox: sandbox,
      args: [
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
    // Playwright's own browser is installed whole, without the separate headless shell.
    ...(executablePath === undefined ? { channel: "chromium" } : {}),
  },
  projects: [
    { name: "sqlite", use: { database: "sqlite" } },
    { name: "postgres", grep: /@main/, use: { database: "postgres" } },
  ],
});
