import type { AdminRouter, ShopRouter } from "@clientele/api/contract";
import { unbatchable } from "@clientele/domain/sessions/unbatchable";
import {
  createTRPCClient,
  getFetch,
  httpBatchLink,
  httpLink,
  splitLink,
  type TRPCClient,
  type TRPCLink,
} from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { type Cookies, type Fetch, withCookies } from "./cookies.ts";

export type ShopClient = TRPCClient<ShopRouter>;
export type AdminClient = TRPCClient<AdminRouter>;

/** What each call takes and answers, as `ShopInputs["profile"]["update"]`. */
export type ShopInputs = inferRouterInputs<ShopRouter>;
export type ShopOutputs = inferRouterOutputs<ShopRouter>;
export type AdminInputs = inferRouterInputs<AdminRouter>;
export type AdminOutputs = inferRouterOutputs<AdminRouter>;

export interface ClientOptions {
  /** Where the door's `/trpc` is: `/trpc` in a browser on the door's own origin, else the whole address. */
  url: string;
  /** Another `fetch`, as for tests; the platform's when left out. Without effect beside `cookies`. */
  fetch?: Fetch;
  headers?: Record<string, string>;
  /** Keeps the door's cookie where there is no browser to do it: `memoryCookies()`. */
  cookies?: Cookies;
}

/** Every call is a POST, so that no input stands in an address (PII-3); ten travel together at most. */
function link(options: ClientOptions, alone: readonly string[]): TRPCLink<ShopRouter> {
  const shared = {
    url: options.url,
    methodOverride: "POST" as const,
    headers: { "x-clientele": "1", ...options.headers },
    fetch: options.cookies === undefined ? getFetch(options.fetch) : withCookies(options.cookies),
  };
  return splitLink({
    condition: (operation) => alone.includes(operation.path),
    true: httpLink(shared),
    false: httpBatchLink({ ...shared, maxItems: 10 }),
  });
}

/** A typed client of the shop door. */
export const createShopClient = (options: ClientOptions): ShopClient =>
  createTRPCClient<ShopRouter>({ links: [link(options, unbatchable.shop)] });

/** A typed client of the admin door. */
export const createAdminClient = (options: ClientOptions): AdminClient =>
  createTRPCClient<AdminRouter>({ links: [link(options, unbatchable.staff)] });
