import { clearHits, countHit } from "@clientele/db/throttle/throttle";
import { DomainError } from "@clientele/domain/errors";
import ipaddr from "ipaddr.js";
import type { Caller, Services } from "../context.ts";
import type { AddressLimit, LimitName } from "./limits.ts";

type Counting = Pick<Services, "db" | "now" | "vault" | "limits" | "log">;

// What is limited is an address or an account; a keyed fingerprint of it is all that is stored.
const keyOf = (ctx: Counting, limit: LimitName, key: string): string => ctx.vault.mac(`throttle ${limit}`, key);

/** Counts one try and answers the seconds to wait, or null when it may go on. */
const count = async (ctx: Counting, limit: LimitName, key: string): Promise<number | null> => {
  const { most, window } = ctx.limits[limit];
  const now = ctx.now();
  const hits = await countHit(ctx.db, keyOf(ctx, limit, key), now, window);
  if (hits.count <= most) return null;
  // Told once, when the limit is passed: an attack must not fill the log.
  if (hits.count === most + 1) ctx.log.warn({ event: "throttle", limit }, "a limit was reached");
  return Math.max(1, Math.ceil((hits.windowEndsAt.getTime() - now.getTime()) / 1000));
};

/** Counts one try, before whatever it is about, and throws `request.throttled` when there were too many (RAT-1). */
export const throttle = async (ctx: Counting, limit: LimitName, key: string): Promise<void> => {
  const wait = await count(ctx, limit, key);
  if (wait !== null) throw new DomainError("request.throttled", { retryAfterSeconds: wait });
};

/** What an address counts as: the network that a household or a machine is given whole, so that no try has a new one. */
const networkOf = (address: string): string => {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`;
};

/** Counts one try of whoever shares the caller's network address, as `throttle` does. */
export const throttleAddress = (ctx: Counting & { caller: Caller }, limit: AddressLimit): Promise<void> =>
  throttle(ctx, limit, networkOf(ctx.caller.address));

/** Counts one try where the answer must not differ; false means that silently nothing more is done. */
export const quietThrottle = async (ctx: Counting, limit: LimitName, key: string): Promise<boolean> =>
  (await count(ctx, limit, key)) === null;

/** Forgets the tries after a success. */
export const clearThrottle = (ctx: Counting, limit: LimitName, key: string): Promise<void> =>
  clearHits(ctx.db, keyOf(ctx, limit, key));
