import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { DataFolderUnusable, keptSecret, openDataFolder } from "./dataFolder.ts";
import { BadSettings, envOf, warningsOf } from "./env.ts";

const root = "/srv/clientele";
const secret = "q9Zk2vXw7Lr4TbN8mYc1HdP5sGfJ6eUa";
const production = {
  CLIENTELE_MODE: "production",
  CLIENTELE_SECRET: secret,
  CLIENTELE_SMTP_URL: "smtps://user:pass@mail.example.com",
  CLIENTELE_SHOP_ORIGIN: "https://shop.example.com",
  CLIENTELE_ADMIN_ORIGIN: "https://admin.example.com",
};

const problemsOf = (source: Record<string, string>): string => {
  try {
    envOf(source, root);
  } catch (error) {
    if (error instanceof BadSettings) return error.message;
    throw error;
  }
  return "";
};

describe("the settings", () => {
  it("are complete without any, for a demo on this machine", () => {
    expect(envOf({ PATH: "/bin", CLIENTELE_LOG_LEVEL: "" }, root)).toEqual({
      mode: "demo",
      databaseUrl: "file:/srv/clientele/data/clientele.db",
      dataDir: "/srv/clientele/data",
      host: "localhost",
      shop: { port: 3000, origin: "http://localhost:3000" },
      admin: { port: 3001, origin: "http://localhost:3001" },
      secret: null,
      smtpUrl: null,
      mailFrom: "no-reply@localhost",
      trustedProxies: [],
      logLevel: "warn",
    });
  });

  it("are taken as given", () => {
    const env = envOf(
      {
        ...production,
        CLIENTELE_HOST: "0.0.0.0",
        CLIENTELE_TRUSTED_PROXIES: "10.0.0.1, 192.168.0.0/16",
        CLIENTELE_DATA_DIR: "/var/lib/clientele",
      },
      root,
    );
    expect(env).toMatchObject({
      mode: "production",
      databaseUrl: "file:/var/lib/clientele/clientele.db",
      host: "0.0.0.0",
      trustedProxies: ["10.0.0.1", "192.168.0.0/16"],
      mailFrom: "no-reply@shop.example.com",
      logLevel: "info",
    });
  });

  it("tell in production of a public address that was forgotten, which every mailed link would begin with", () => {
    const { CLIENTELE_ADMIN_ORIGIN: _admin, ...shopOnly } = production;
    expect(warningsOf(envOf(production, root))).toEqual([]);
    expect(warningsOf(envOf(shopOnly, root))).toEqual([expect.stringContaining("CLIENTELE_ADMIN_ORIGIN")]);
    expect(warningsOf(envOf({}, root))).toEqual([]);
  });

  const bad: [string, Record<string, string>][] = [
    ["CLIENTELE_MODE", { CLIENTELE_MODE: "test" }],
    ["CLIENTELE_PORT", { CLIENTELE_PORT: "3000" }],
    ["CLIENTELE_SHOP_PORT", { CLIENTELE_SHOP_PORT: "70000" }],
    ["CLIENTELE_ADMIN_PORT", { CLIENTELE_ADMIN_PORT: "3000" }],
    ["CLIENTELE_SHOP_ORIGIN", { CLIENTELE_SHOP_ORIGIN: "https://*.example.com" }],
    ["CLIENTELE_SHOP_ORIGIN", { CLIENTELE_SHOP_ORIGIN: "https://shop.example.com/" }],
    ["CLIENTELE_SHOP_ORIGIN", { CLIENTELE_SHOP_ORIGIN: "http://shop.example.com" }],
    ["CLIENTELE_ADMIN_ORIGIN", { CLIENTELE_ADMIN_ORIGIN: "http://localhost:3000" }],
    ["CLIENTELE_HOST", { CLIENTELE_HOST: "0.0.0.0" }],
    ["CLIENTELE_DATABASE_URL", { CLIENTELE_DATABASE_URL: "mysql://somewhere" }],
    ["CLIENTELE_TRUSTED_PROXIES", { CLIENTELE_TRUSTED_PROXIES: "*" }],
    ["CLIENTELE_TRUSTED_PROXIES", { CLIENTELE_TRUSTED_PROXIES: "0.0.0.0/0" }],
    ["CLIENTELE_TRUSTED_PROXIES", { CLIENTELE_TRUSTED_PROXIES: "10.0.0.1,::/0" }],
    ["CLIENTELE_TRUSTED_PROXIES", { CLIENTELE_TRUSTED_PROXIES: "0.0.0.0/1,128.0.0.0/1" }],
    ["CLIENTELE_TRUSTED_PROXIES", { CLIENTELE_TRUSTED_PROXIES: "::ffff:0:0/96" }],
    ["CLIENTELE_SECRET", { CLIENTELE_SECRET: "short" }],
    ["CLIENTELE_SECRET", { CLIENTELE_SECRET: "a".repeat(40) }],
    ["CLIENTELE_SECRET", { CLIENTELE_SECRET: "change-me-0123456789-abcdefghijklmnop" }],
    ["CLIENTELE_SMTP_URL", { CLIENTELE_SMTP_URL: "mail.example.com" }],
    ["CLIENTELE_MAIL_FROM", { CLIENTELE_MAIL_FROM: "Shop <a@b.example>\nBcc: c@d.example" }],
    ["CLIENTELE_LOG_LEVEL", { CLIENTELE_LOG_LEVEL: "loud" }],
    ["CLIENTELE_LOG_LEVEL", { ...production, CLIENTELE_LOG_LEVEL: "debug" }],
    ["CLIENTELE_SECRET", { ...production, CLIENTELE_SECRET: "" }],
    ["CLIENTELE_SMTP_URL", { ...production, CLIENTELE_SMTP_URL: "" }],
  ];
  it.each(bad)("are refused by name, and never by value: %s %j", (name, source) => {
    const told = problemsOf(source);
    expect(told).toContain(name);
    const value = source[name] ?? "";
    if (value.length > 6) expect(told.replace("https://shop.example.com, without", "")).not.toContain(value);
  });
});

describe("the data folder", () => {
  it("belongs to its owner alone, and keeps one secret", () => {
    const parent = mkdtempSync(join(tmpdir(), "clientele-data-"));
    onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
    const folder = join(parent, "data");
    openDataFolder(folder);
    const secretOnce = keptSecret(folder);
    expect(secretOnce).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(keptSecret(folder)).toBe(secretOnce);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  });

  it("is told by name when it cannot be used", () => {
    const parent = mkdtempSync(join(tmpdir(), "clientele-data-"));
    onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
    const file = join(parent, "data");
    writeFileSync(file, "");
    expect(() => openDataFolder(file)).toThrow(DataFolderUnusable);
    expect(() => openDataFolder(file)).toThrow(
      /^The data folder .*data cannot be used: .*CLIENTELE_DATA_DIR names another\.$/,
    );
  });
});
