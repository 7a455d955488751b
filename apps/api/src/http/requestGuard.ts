import type { IncomingHttpHeaders } from "node:http";
import { Refusal } from "./refusals.ts";

export interface GuardRules {
  /** Scheme, host and port of the pages that may call this door. */
  origins: ReadonlySet<string>;
  /** Host names this door answers to; null where a proxy before it may name it anything. */
  hosts: ReadonlySet<string> | null;
  /** Paths that take something else than JSON, with the types they take; never one that a form can name. */
  uploads?: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Guarded {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
}

const methods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
const json = /^application\/json(?: *; *charset="?utf-8"?)?$/i;
const hostName = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i;

/**
 * Turns away what no page of ours sends, before a byte of the body is read and whatever the path (`security` 5.8). A form of
 * another site cannot name this content type; a script of another site, or of another port of this one, cannot hide where
 * it comes from; a program that is no browser shows by a header of its own that it is none.
 */
export const guardRequest = (rules: GuardRules, { method, url, headers }: Guarded): void => {
  if (!methods.has(method)) throw new Refusal(405, "request.refused", "method");
  if (!url.startsWith("/")) throw new Refusal(400, "request.refused", "target");
  const host = hostName.exec(headers.host ?? "")?.[1]?.toLowerCase();
  if (host === undefined) throw new Refusal(400, "request.refused", "host");
  // Else a page whose name was pointed at this machine could read what lies here without a sign-in.
  if (rules.hosts !== null && !rules.hosts.has(host)) throw new Refusal(400, "request.refused", "host");
  if (method !== "POST") return;

  const type = headers["content-type"] ?? "";
  const accepted = rules.uploads?.get(url.split("?", 1)[0] ?? "");
  if (!(accepted === undefined ? json.test(type) : accepted.has(type)))
    throw new Refusal(415, "request.refused", "content type");
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") throw new Refusal(403, "request.refused", "fetch site");
  const { origin } = headers;
  if (origin !== undefined && !rules.origins.has(origin)) throw new Refusal(403, "request.refused", "origin");
  if (site === undefined && origin === undefined && headers["x-clientele"] === undefined) {
    throw new Refusal(403, "request.refused", "no sign of the caller");
  }
};
