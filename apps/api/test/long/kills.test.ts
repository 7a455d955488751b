import { migrateDatabase } from "@clientele/db/migrate";
import { openDatabase } from "@clientele/db/open";
import { examine } from "@clientele/db/examine";
import { databaseNames, lendDatabase, migrations } from "@clientele/testing/databases";
import { pino } from "pino";
import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { servicesOf } from "../../src/services.ts";
import { sessionsOf } from "../../src/sessions/sessionService.ts";
import { givenStaff } from "../people.ts";

const kills = 200;
const secret = "q8Zr2vL0xT5mB7nK3hW9dP4yJ6fG1sRc";
const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const ports = { shop: "46310", admin: "46311" };

const started = async (url: string, folder: string): Promise<ChildProcess> => {
  const server = spawn(process.execPath, [main], {
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      CLIENTELE_MODE: "development",
      CLIENTELE_SECRET: secret,
      CLIENTELE_DATABASE_URL: url,
      CLIENTELE_DATA_DIR: folder,
      CLIENTELE_SHOP_PORT: ports.shop,
      CLIENTELE_ADMIN_PORT: ports.admin,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const part of server.stdout) {
    said += String(part);
    if (said.includes("Ctrl-C")) break;
  }
  return server;
};

describe.each(databaseNames)("%s", (name) => {
  it("keeps every acknowledged write over two hundred kills, and each once (R1)", { timeout: 1_800_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "clientele-kills-"));
    const lent = await lendDatabase(name);
    const { url } = lent;
    await migrateDatabase(url, { root: tmpdir(), migrations });
    onTestFinished(async () => {
      await lent.drop();
      rmSync(folder, { recursive: true, force: true });
    });
    const open = () => openDatabase(url, { root: tmpdir() });

    const before = await open();
    const now = () => new Date();
    const log = pino({ level: "silent" });
    const services = servicesOf({ db: before, secret, log, realMail: false, wakeMail: () => {}, now });
    const owner = await givenStaff(services, { email: "owner@staff.example.com", name: "The owner", role: "owner" });
    const caller = { requestId: "r", address: "127.0.0.1", place: null, device: null };
    const { token } = await before.transaction((tx) =>
      sessionsOf("staff").create(tx, { now, caller }, owner.id, { remember: false }),
    );
    await before.close();

    const create = (group: string): Promise<boolean> =>
      fetch(`http://localhost:${ports.admin}/trpc/groups.create`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-clientele": "1", cookie: `__Host-admin_sid=${token}` },
        body: JSON.stringify({ name: group, idempotencyKey: `key-${group}` }),
      }).then(
        ({ status }) => status === 200,
        () => false,
      );
    const acknowledged = new Set<string>();
    const sent = new Set<string>();
    for (let kill = 0; kill < kills; kill += 1) {
      const server = await started(url, folder);
      let alive = true;
      const writer = async (number: number): Promise<void> => {
        for (let at = 0; alive; at += 1) {
          const group = `group-${kill}-${number}-${at}`;
          sent.add(group);
          if (await create(group)) acknowledged.add(group);
        }
      };
      const writers = [0, 1, 2, 3].map(writer);
      await new Promise((resolve) => setTimeout(resolve, randomInt(20, 300)));
      const ended = once(server, "exit");
      server.kill("SIGKILL");
      await ended;
      alive = false;
      await Promise.all(writers);
    }

    const after = await open();
    onTestFinished(() => after.close());
    await examine(after, { durable: false });
    const rows = await after
      .select({ id: after.tables.customerGroups.id, name: after.tables.customerGroups.name })
      .from(after.tables.customerGroups);
    const found = rows.map((row) => row.name);
    expect(acknowledged.size).toBeGreaterThan(kills);
    expect([...acknowledged].filter((group) => !found.includes(group))).toEqual([]);
    expect(found.filter((group) => !sent.has(group))).toEqual([]);
    expect(new Set(found).size).toBe(found.length);
    // Every change has its one event, and none tells of a change that is not there (AUD-1).
    const events = await after.select({ groupId: after.tables.events.groupId }).from(after.tables.events);
    const told = events.flatMap(({ groupId }) => groupId ?? []);
    expect(told.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  });
});
