import { callTRPCProcedure, TRPCError } from "@trpc/server";
import type { Problem } from "@clientele/domain/errors";
import type { CartCookie, StaffActor } from "../src/context.ts";
import { adminContext, shopContext } from "../src/contexts.ts";
import { problemOf } from "../src/errors.ts";
import type { RunningProcedure } from "../src/procedures.ts";
import { adminRouter, shopRouter } from "../src/router.ts";
import { sessionsOf, type SessionCookie } from "../src/sessions/sessionService.ts";
import type { Harness } from "./caller.ts";

const caller = { requestId: "req", address: "203.0.113.9", place: null, device: null };

/** The token of a new session of the realm. */
export const newSession = async ({ db, clock }: Harness, realm: "shop" | "staff", ownerId: string): Promise<string> =>
  (await db.transaction((tx) => sessionsOf(realm).create(tx, { now: clock.now, caller }, ownerId, { remember: true })))
    .token;

export interface Caller {
  /** What the browser sends under the door's cookie, wherever it is from. */
  token: string | null;
  /** What its cart's cookie holds. */
  cart?: string | null;
  /** Takes the place of the permissions that the role has. */
  permissions?: StaffActor["permissions"];
}

export type Outcome = { data: unknown; problem: null } | { data: null; problem: Problem };

/** Calls any procedure as a request would, without HTTP. */
export const callAs = async (
  { services }: Harness,
  browser: Caller,
  { realm, path, kind }: Pick<RunningProcedure, "realm" | "path" | "kind">,
  input: unknown,
): Promise<Outcome> => {
  const cookie: SessionCookie = {
    present: browser.token,
    set: (token) => {
      browser.token = token;
    },
    clear: () => {
      browser.token = null;
    },
  };
  const cart: CartCookie = {
    present: browser.cart ?? null,
    set: (token) => {
      browser.cart = token;
    },
    clear: () => {
      browser.cart = null;
    },
  };
  const contextOf = async () => {
    if (realm === "shop") return shopContext(services, caller, cookie, cart);
    const context = await adminContext(services, caller, cookie);
    if (browser.permissions === undefined || context.staff === null) return context;
    return { ...context, staff: { ...context.staff, permissions: browser.permissions } };
  };
  try {
    const data: unknown = await callTRPCProcedure({
      router: realm === "shop" ? shopRouter : adminRouter,
      path,
      type: kind,
      ctx: await contextOf(),
      getRawInput: async () => input,
      signal: undefined,
      batchIndex: 0,
    });
    return { data, problem: null };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return { data: null, problem: problemOf(error, "") };
  }
};
