import type { Reader, Tx } from "@clientele/db";
import type { Realm } from "@clientele/domain/sessions/token";
import type { Caller, Services } from "../context.ts";
import { luciaSessions } from "./lucia.ts";

/** A session that is alive, without its secret. */
export interface LiveSession {
  /** The public half of the token; lists and "end this session" use it, it is no credential. */
  handle: string;
  ownerId: string;
  createdAt: Date;
  lastUsedAt: Date;
  /** The nearer of the idle and the absolute end. */
  expiresAt: Date;
  absoluteExpiresAt: Date;
  /** The last password proof. */
  authenticatedAt: Date;
  /** Whether the cookie outlives the browser. */
  remembered: boolean;
  device: string | null;
  place: string | null;
}

/** A session with the token that only its cookie may hold. */
export interface OpenedSession {
  token: string;
  session: LiveSession;
}

/** The session cookie of a door: what the browser sent, and how to give another. */
export interface SessionCookie {
  /** The cookie's text as it came, or null when none came, or more than one. */
  present: string | null;
  set(token: string, session: LiveSession): void;
  clear(): void;
}

type Clock = Pick<Services, "now">;
type Opening = Clock & { caller: Caller };

/** All that is done with sessions of one realm; the library behind it can be exchanged (`security` 5.10). */
export interface SessionService {
  /** Opens a session for somebody who has just proven the password. */
  create(tx: Tx, ctx: Opening, ownerId: string, options: { remember: boolean }): Promise<OpenedSession>;
  /**
   * The live session of a presented token, if any. Moves its idle end at most once in half an idle period, and tells when it
   * did, so that the cookie's end moves with it.
   */
  validate(
    ctx: Pick<Services, "db" | "now" | "log">,
    token: string,
  ): Promise<(LiveSession & { moved: boolean }) | null>;
  /** Gives the session a new token; the old one is dead. Throws `account.not_signed_in` when it was ended meanwhile. */
  rotate(tx: Tx, ctx: Clock, session: LiveSession): Promise<OpenedSession>;
  /** Rotates after a password proof, which holds from now. */
  markFresh(tx: Tx, ctx: Clock, session: LiveSession): Promise<OpenedSession>;
  /** Ends one session, whoever's it is: the caller has checked. Answers whether there was one. */
  revoke(tx: Tx, handle: string): Promise<boolean>;
  revokeOthers(tx: Tx, ownerId: string, keepHandle: string): Promise<number>;
  revokeAll(tx: Tx, ownerId: string): Promise<number>;
  list(db: Reader, ownerId: string, now: Date): Promise<LiveSession[]>;
}

export const shopSessions: SessionService = luciaSessions("shop");
export const staffSessions: SessionService = luciaSessions("staff");

/** The sessions of a realm. */
export const sessionsOf = (realm: Realm): SessionService => (realm === "shop" ? shopSessions : staffSessions);
