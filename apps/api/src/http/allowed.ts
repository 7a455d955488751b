import type { Mode } from "../env.ts";
import type { GuardRules } from "./requestGuard.ts";

const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Which pages may call a door and by which names it is reached. Outside production that is this machine under any of its
 * names; in production the one public origin, by whatever name its proxy reaches it.
 */
export const allowedAt = (mode: Mode, door: { port: number; origin: string }): GuardRules => {
  if (mode === "production") return { origins: new Set([door.origin]), hosts: null };
  const { protocol, port: publicPort, hostname } = new URL(door.origin);
  const ports = new Set([String(door.port), publicPort]);
  const own = loopbackHosts.flatMap((host) => [...ports].map((port) => new URL(`${protocol}//${host}:${port}`).origin));
  return { origins: new Set([door.origin, ...own]), hosts: new Set([hostname, ...loopbackHosts]) };
};
