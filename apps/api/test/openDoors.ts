import type { Database } from "@clientele/db";
import type { FastifyInstance } from "fastify";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { onTestFinished } from "vitest";
import { adminContext, shopContext } from "../src/contexts.ts";
import { type DoorOptions, openDoor } from "../src/door.ts";
import { pictureUploads, receivePictures } from "../src/http/pictures.ts";
import { logTo } from "../src/log.ts";
import { adminRouter, shopRouter } from "../src/router.ts";
import { ensureSettings } from "../src/settings/store.ts";
import { testServices } from "./services.ts";

export const shopOrigin = "https://shop.example.com";
export const adminOrigin = "https://admin.example.com";

/** A built app as small as one can be, with what must never be served beside it. */
const builtApp = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "clientele-app-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>The app</title>");
  writeFileSync(join(folder, "assets", "index-abc123.js"), "export {};");
  writeFileSync(join(folder, "assets", "index-abc123.js.map"), "{}");
  writeFileSync(join(folder, ".env"), "CLIENTELE_SECRET=x");
  return folder;
};

export interface OpenedDoor {
  door: FastifyInstance;
  url: string;
  port: number;
  /** One POST as a program sends it; a header given as null is left out. */
  post(path: string, body?: unknown, headers?: Record<string, string | null>): Promise<Response>;
  /** Bytes as they are, and what came back until the server closed. */
  raw(text: string): Promise<string>;
}

const listening = async (options: DoorOptions): Promise<OpenedDoor> => {
  const door = await openDoor(options);
  onTestFinished(() => door.close());
  const url = await door.listen({ port: 0, host: "127.0.0.1" });
  const port = Number(new URL(url).port);
  return {
    door,
    url,
    port,
    post: (path, body, headers = {}) => {
      const all: Record<string, string | null> = { "content-type": "application/json", "x-clientele": "1", ...headers };
      const kept = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
      const sent = body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body);
      return fetch(`${url}/trpc/${path}`, {
        method: "POST",
        headers: Object.fromEntries(kept),
        ...(sent === undefined ? {} : { body: sent }),
      });
    },
    raw: (text) =>
      new Promise((resolve, reject) => {
        const socket = connect(port, "127.0.0.1", () => socket.write(text));
        let answer = "";
        socket.setEncoding("latin1");
        socket.on("data", (part: string) => {
          answer += part;
        });
        socket.on("close", () => resolve(answer));
        socket.on("error", (error: Error & { code?: string }) =>
          error.code === "ECONNRESET" || error.code === "EPIPE" ? resolve(answer) : reject(error),
        );
        socket.setTimeout(5_000, () => socket.destroy());
      }),
  };
};

/** Both doors over a database as the server opens them, on ports of their own, with their log kept. */
export const openDoors = async (db: Database, changes: Partial<DoorOptions> = {}) => {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(
        ...chunk
          .toString("utf8")
          .split("\n")
          .filter((line) => line !== ""),
      );
      done();
    },
  });
  const log = logTo(stream, { level: "info", pretty: false });
  const services = testServices(db, { log });
  await ensureSettings(db, services.now());
  const common = {
    services,
    https: true,
    trustedProxies: [],
    app: builtApp(),
    isReady: async () => true,
  };
  const shop = await listening({
    ...common,
    realm: "shop",
    router: shopRouter,
    createContext: shopContext,
    guard: { origins: new Set([shopOrigin]), hosts: null },
    ...changes,
  });
  const admin = await listening({
    ...common,
    realm: "staff",
    router: adminRouter,
    createContext: adminContext,
    guard: { origins: new Set([adminOrigin]), hosts: null, uploads: pictureUploads },
    extend: (door) => receivePictures(door, { services }),
    ...changes,
  });
  return { shop, admin, services, lines };
};
