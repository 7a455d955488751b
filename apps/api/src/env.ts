import ipaddr from "ipaddr.js";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";

export type Mode = "demo" | "development" | "production";

/** The settings of a server, checked and complete. */
export interface Env {
  mode: Mode;
  databaseUrl: string;
  dataDir: string;
  /** `localhost` listens on both families of the loopback address. */
  host: string;
  shop: { port: number; origin: string };
  admin: { port: number; origin: string };
  /** Null where one is kept in the data folder. */
  secret: string | null;
  /** Null where mails are only kept in the development mailbox. */
  smtpUrl: string | null;
  mailFrom: string;
  trustedProxies: string[];
  logLevel: string;
}

/** A setting that the server does not start with; tells which one and why, never its value (CFG-1). */
export class BadSettings extends Error {
  override readonly name = "BadSettings";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

const prefix = "CLIENTELE_";
const loopback = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

const port = (usual: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number")
    .transform(Number)
    .refine((value) => value > 0 && value < 65_536, "must be a port number")
    .default(usual);

const isOrigin = (value: string): boolean => URL.canParse(value) && new URL(value).origin === value;
const origin = z
  .string()
  .refine((value) => !value.includes("*"), "must name one origin; wildcards are refused")
  .refine(
    (value) => isOrigin(value) && /^https?:/.test(value),
    "must be an origin like https://shop.example.com, without a path",
  )
  .refine(
    (value) => !value.startsWith("http:") || (URL.canParse(value) && loopback.has(new URL(value).hostname)),
    "must be https, unless it is this machine",
  )
  .optional();

const secret = z
  .string()
  .refine((value) => Buffer.byteLength(value) >= 32, "must hold 32 random bytes or more")
  .refine((value) => new Set(value).size >= 12, "must be random, not a sample")
  .refine((value) => !/change.?me|secret|example|password|clientele/i.test(value), "must be random, not a sample")
  .optional();

/** A network as wide as the internet, or the one that every IPv4 address is part of when it is written as IPv6. */
const trustsTooMuch = (part: string): boolean => {
  if (!ipaddr.isValidCIDR(part)) return false;
  const [network, bits] = ipaddr.parseCIDR(part);
  return bits < 8 || (network.kind() === "ipv6" && network.range() === "ipv4Mapped" && bits < 104);
};

const proxies = z
  .string()
  .transform((value) => value.split(",").map((part) => part.trim()))
  .refine((parts) => parts.every((part) => ipaddr.isValid(part) || ipaddr.isValidCIDR(part)), {
    message: "must list addresses or networks, separated by commas",
  })
  .refine((parts) => !parts.some(trustsTooMuch), "must not trust every address")
  .default([]);

const Settings = z.strictObject({
  CLIENTELE_MODE: z
    .enum(["demo", "development", "production"], "must be demo, development or production")
    .default("demo"),
  CLIENTELE_DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, "must begin with file: or postgres://")
    .optional(),
  CLIENTELE_DATA_DIR: z.string().default("./data"),
  CLIENTELE_HOST: z.string().max(253).default("localhost"),
  CLIENTELE_SHOP_PORT: port(3000),
  CLIENTELE_ADMIN_PORT: port(3001),
  CLIENTELE_SHOP_ORIGIN: origin,
  CLIENTELE_ADMIN_ORIGIN: origin,
  CLIENTELE_SECRET: secret,
  CLIENTELE_SMTP_URL: z
    .string()
    .refine((value) => /^smtps?:\/\/./.test(value) && URL.canParse(value), "must begin with smtp:// or smtps://")
    .optional(),
  CLIENTELE_MAIL_FROM: z
    .string()
    .max(320)
    .regex(/^[^\p{Cc}]*[^\s\p{Cc}<>@]+@[^\s\p{Cc}<>@]+>?$/u, "must be an address, with or without a name before it")
    .optional(),
  CLIENTELE_TRUSTED_PROXIES: proxies,
  CLIENTELE_LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace"], "must be fatal, error, warn, info, debug or trace")
    .optional(),
});
type Settings = z.output<typeof Settings>;

const parse = (source: Record<string, string | undefined>): Settings => {
  const given = Object.entries(source).filter(([name, value]) => name.startsWith(prefix) && value !== "");
  const parsed = Settings.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  throw new BadSettings(
    parsed.error.issues.map((issue) =>
      issue.code === "unrecognized_keys"
        ? `${issue.keys.join(", ")}: no such setting`
        : `${issue.path.join(".")}: ${issue.message}`,
    ),
  );
};

/** What is allowed only together, or only in some mode. */
const conflictsOf = (settings: Settings, origins: { shop: string; admin: string }): string[] => {
  const production = settings.CLIENTELE_MODE === "production";
  const problems: [boolean, string][] = [
    [production && settings.CLIENTELE_SECRET === undefined, "CLIENTELE_SECRET: is required in production"],
    [production && settings.CLIENTELE_SMTP_URL === undefined, "CLIENTELE_SMTP_URL: is required in production"],
    [
      production && ["debug", "trace"].includes(settings.CLIENTELE_LOG_LEVEL ?? ""),
      "CLIENTELE_LOG_LEVEL: must not be debug or trace in production",
    ],
    [
      !production && !loopback.has(settings.CLIENTELE_HOST),
      "CLIENTELE_HOST: may be something else than this machine in production only",
    ],
    [
      settings.CLIENTELE_SHOP_PORT === settings.CLIENTELE_ADMIN_PORT,
      "CLIENTELE_ADMIN_PORT: must not be the shop's port",
    ],
    [origins.shop === origins.admin, "CLIENTELE_ADMIN_ORIGIN: must not be the shop's origin"],
  ];
  return problems.flatMap(([wrong, problem]) => (wrong ? [problem] : []));
};

/** What a server starts with, although it is hardly meant: its log tells. */
export const warningsOf = ({ mode, shop, admin }: Env): string[] => {
  const settings = Object.entries({ CLIENTELE_SHOP_ORIGIN: shop.origin, CLIENTELE_ADMIN_ORIGIN: admin.origin });
  return settings.flatMap(([name, value]) =>
    mode === "production" && loopback.has(new URL(value).hostname)
      ? [`${name}: is not set to a public address, so links in mails lead to this machine`]
      : [],
  );
};

/** Checks the settings; relative paths start at the repository's root. Throws `BadSettings` with everything that is wrong. */
export const envOf = (source: Record<string, string | undefined>, root: string): Env => {
  const settings = parse(source);
  const shopOrigin = settings.CLIENTELE_SHOP_ORIGIN ?? `http://localhost:${settings.CLIENTELE_SHOP_PORT}`;
  const adminOrigin = settings.CLIENTELE_ADMIN_ORIGIN ?? `http://localhost:${settings.CLIENTELE_ADMIN_PORT}`;
  const conflicts = conflictsOf(settings, { shop: shopOrigin, admin: adminOrigin });
  if (conflicts.length > 0) throw new BadSettings(conflicts);
  const dataDir = isAbsolute(settings.CLIENTELE_DATA_DIR)
    ? settings.CLIENTELE_DATA_DIR
    : resolve(root, settings.CLIENTELE_DATA_DIR);
  const mode = settings.CLIENTELE_MODE;
  return {
    mode,
    databaseUrl: settings.CLIENTELE_DATABASE_URL ?? `file:${join(dataDir, "clientele.db")}`,
    dataDir,
    host: settings.CLIENTELE_HOST,
    shop: { port: settings.CLIENTELE_SHOP_PORT, origin: shopOrigin },
    admin: { port: settings.CLIENTELE_ADMIN_PORT, origin: adminOrigin },
    secret: settings.CLIENTELE_SECRET ?? null,
    smtpUrl: settings.CLIENTELE_SMTP_URL ?? null,
    mailFrom: settings.CLIENTELE_MAIL_FROM ?? `no-reply@${new URL(shopOrigin).hostname}`,
    trustedProxies: settings.CLIENTELE_TRUSTED_PROXIES,
    // At a terminal the addresses must stay in sight; in production every request leaves its line.
    logLevel: settings.CLIENTELE_LOG_LEVEL ?? (mode === "production" ? "info" : "warn"),
  };
};

/** The settings of this process; nothing else reads its environment. */
export const readEnv = (root: string): Env => envOf(process.env, root);
