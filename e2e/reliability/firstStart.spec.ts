import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createAdminClient, memoryCookies } from "@clientele/client";
import { expect, test } from "@playwright/test";
import { credentials, freePort, main } from "../server.ts";

/** A demo that has never been started: its folder, and the way to start its server without waiting for it. */
async function newDemo() {
  const dataDir = mkdtempSync(join(tmpdir(), "clientele-first-"));
  const [shop, admin] = [await freePort(), await freePort()];
  const environment = {
    CLIENTELE_MODE: "demo",
    CLIENTELE_DATA_DIR: dataDir,
    CLIENTELE_SHOP_PORT: String(shop),
    CLIENTELE_ADMIN_PORT: String(admin),
  };
  const servers: ChildProcess[] = [];
  return {
    admin: `http://localhost:${admin}`,
    signInFile: join(dataDir, "demo-owner.json"),
    owner: () => credentials(dataDir, "demo-owner.json"),
    begin: () => {
      const server = spawn(process.execPath, [main], {
        env: { PATH: process.env["PATH"], NODE_ENV: "production", ...environment },
        stdio: ["ignore", "pipe", "pipe"],
      });
      servers.push(server);
      return { server, exit: once(server, "exit"), complaints: text(server.stderr) };
    },
    remove: () => {
      for (const server of servers) server.kill("SIGKILL");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

type Demo = Awaited<ReturnType<typeof newDemo>>;

/** The passwords are kept when the store is begun, long before it is whole. */
const filling = (demo: Demo) =>
  expect.poll(() => existsSync(demo.signInFile), { intervals: [10], timeout: 45_000 }).toBe(true);

/** Starts the demo again and signs in with what lies in its folder: the store is there, and these passwords open it. */
async function startsWhole(demo: Demo): Promise<void> {
  demo.begin();
  const ready = () =>
    fetch(`${demo.admin}/ready`)
      .then((answer) => answer.ok)
      .catch(() => false);
  await expect.poll(ready, { timeout: 60_000 }).toBe(true);
  expect(statSync(demo.signInFile).mode & 0o077).toBe(0);
  const client = createAdminClient({ url: `${demo.admin}/trpc`, cookies: memoryCookies() });
  await client.account.signIn.mutate(demo.owner());
  expect((await client.customers.list.query({})).total.count).toBe(600);
}

test.describe.configure({ timeout: 150_000 });

let demo: Demo;
test.beforeEach(async () => {
  demo = await newDemo();
});
test.afterEach(() => demo.remove());

test("asked to stop while it fills the demo store, the server ends well, and what it began is begun anew", async () => {
  const { server, exit, complaints } = demo.begin();
  await filling(demo);
  const first = demo.owner();
  server.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);
  expect(await complaints).toBe("");
  await startsWhole(demo);
  expect(demo.owner().password).not.toBe(first.password);
});

test("killed while it fills the demo store, the server has one at the next start that its passwords open", async () => {
  const { server, exit } = demo.begin();
  await filling(demo);
  server.kill("SIGKILL");
  await exit;
  await startsWhole(demo);
});
