import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Realm } from "@clientele/domain/sessions/token";

const prefixes = { shop: "c", staff: "a" } as const satisfies Record<Realm, string>;
const shape = /^([ca])_([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{43})$/;

export interface SessionToken {
  text: string;
  handle: string;
  secretHash: Buffer;
}

// The realm is part of what is hashed, so a row copied between the tables opens nothing.
const hashOf = (realm: Realm, secret: string): Buffer =>
  createHash("sha256").update(`clientele session ${realm}\n${secret}`).digest();

/** A token nobody has had before: `c_<handle>.<secret>` at the shop door, `a_…` at the admin door. */
export const newSessionToken = (realm: Realm): SessionToken => {
  const handle = randomBytes(12).toString("base64url");
  const secret = randomBytes(32).toString("base64url");
  return { text: `${prefixes[realm]}_${handle}.${secret}`, handle, secretHash: hashOf(realm, secret) };
};

/** Reads what a browser sent; null unless it has exactly the shape of this realm's tokens. */
export const readSessionToken = (realm: Realm, text: string): SessionToken | null => {
  const [, prefix, handle, secret] = shape.exec(text) ?? [];
  if (prefix !== prefixes[realm] || handle === undefined || secret === undefined) return null;
  return { text, handle, secretHash: hashOf(realm, secret) };
};

const nobody = randomBytes(32);

/** One constant-time comparison, also when there is no row to compare with. */
export const matches = (token: SessionToken, stored: Uint8Array | undefined): boolean =>
  timingSafeEqual(token.secretHash, stored?.length === 32 ? stored : nobody) && stored !== undefined;
