import type { Tx } from "@clientele/db";
import {
  findSession,
  insertSession,
  listSessions,
  removeSession,
  removeSessionsOf,
  slideSession,
  type SessionRow,
} from "@clientele/db/sessions/sessions";
import { DomainError } from "@clientele/domain/errors";
import { sessionLimits } from "@clientele/domain/sessions/session";
import type { Realm } from "@clientele/domain/sessions/token";
import { later } from "@clientele/domain/time";
import { Lucia, TimeSpan, type Adapter } from "lucia";
import type { Caller } from "../context.ts";
import type { LiveSession, OpenedSession, SessionService } from "./sessionService.ts";
import { matches, newSessionToken, readSessionToken, type SessionToken } from "./sessionToken.ts";

// Lucia is the state machine of a session (open, check, slide, end) and nothing more: what it must not be trusted with,
// its cookies, hashes, ready-made adapters and absolute ends, is ours (`security` 5).

const limitsOf = (realm: Realm, remembered: boolean) =>
  realm === "staff" ? sessionLimits.staff : remembered ? sessionLimits.shop : sessionLimits.shopUnremembered;

const nearer = (one: Date, other: Date): Date => (one.getTime() < other.getTime() ? one : other);

interface Concerned {
  realm: Realm;
  token: SessionToken;
  /** The session to open, or the one that was found; null when there is none of the token's handle. */
  row: SessionRow | null;
  now: Date;
  /** Answers whether it was written. */
  write: (work: (tx: Tx) => Promise<void>) => Promise<boolean>;
  /** Told of the ends of a session that has slid. */
  slid?: (to: Pick<SessionRow, "expiresAt" | "lastUsedAt">) => void;
}

/** What Lucia may know and change of one session; each rule of `security` 5.3 is a test. */
export const adapterOf = ({ realm, token, row, now, write, slid }: Concerned): Adapter => {
  const left = (): number => {
    if (row === null) return 0;
    const end = Math.min(row.expiresAt.getTime(), row.absoluteExpiresAt.getTime());
    return Number.isFinite(end) ? end - now.getTime() : 0;
  };
  return {
    getSessionAndUser: async () => {
      // The comparison runs in any case, so that a wrong handle takes as long as a wrong secret.
      if (!matches(token, row?.secretHash) || row === null) return [null, null];
      const remaining = left();
      return [
        {
          // The presented token and never the stored hash: Lucia hands this back to the functions below.
          id: token.text,
          userId: row.ownerId,
          // Lucia reads the machine's clock, so it is told what is left by ours.
          expiresAt: remaining > 0 ? new Date(Date.now() + remaining) : new Date(0),
          attributes: {},
        },
        { id: row.ownerId, attributes: {} },
      ];
    },
    setSession: async (session) => {
      if (row === null || session.id !== token.text) throw new Error("only the session at hand can be opened");
      await write((tx) => insertSession(tx, realm, { ...row, ownerId: session.userId }));
    },
    // Lucia says that it is time to slide; how far is our rule, and never past the absolute end.
    updateSessionExpiration: async () => {
      if (row === null) return;
      const { idle } = limitsOf(realm, row.remembered);
      const expiresAt = nearer(later(now, idle), row.absoluteExpiresAt);
      const moves = expiresAt.getTime() > row.expiresAt.getTime();
      // At the absolute end nothing moves any more; the last use is still noted now and then.
      if (!moves && now.getTime() - row.lastUsedAt.getTime() < idle / 2) return;
      const to = { expiresAt, lastUsedAt: now };
      if (await write((tx) => slideSession(tx, realm, token.handle, to))) slid?.(to);
    },
    deleteSession: async () => {
      await write(async (tx) => {
        await removeSession(tx, realm, token.handle);
      });
    },
    getUserSessions: () => Promise.reject(new Error("sessions are listed by the store")),
    deleteUserSessions: () => Promise.reject(new Error("sessions are ended by the store")),
    deleteExpiredSessions: () => Promise.reject(new Error("ended sessions are removed by the store")),
  };
};

const luciaFor = (concerned: Concerned, remembered: boolean) =>
  new Lucia(adapterOf(concerned), {
    sessionExpiresIn: new TimeSpan(limitsOf(concerned.realm, remembered).idle, "ms"),
  });

const live = (row: SessionRow): LiveSession => {
  const { secretHash, ...session } = row;
  void secretHash;
  return { ...session, expiresAt: nearer(session.expiresAt, session.absoluteExpiresAt) };
};

const open = async (
  tx: Tx,
  realm: Realm,
  now: Date,
  session: Omit<SessionRow, "handle" | "secretHash" | "lastUsedAt" | "expiresAt">,
): Promise<OpenedSession> => {
  const token = newSessionToken(realm);
  const row: SessionRow = {
    ...session,
    handle: token.handle,
    secretHash: token.secretHash,
    lastUsedAt: now,
    expiresAt: nearer(later(now, limitsOf(realm, session.remembered).idle), session.absoluteExpiresAt),
  };
  const write = async (work: (tx: Tx) => Promise<void>): Promise<boolean> => {
    await work(tx);
    return true;
  };
  const lucia = luciaFor({ realm, token, row, now, write }, session.remembered);
  await lucia.createSession(session.ownerId, {}, { sessionId: token.text });
  return { token: token.text, session: live(row) };
};

const openFor = (caller: Caller, ownerId: string, now: Date, remembered: boolean, realm: Realm) => ({
  ownerId,
  createdAt: now,
  absoluteExpiresAt: later(now, limitsOf(realm, remembered).absolute),
  authenticatedAt: now,
  device: caller.device,
  place: caller.place,
  remembered,
});

/** The sessions of a realm, with Lucia behind them. */
export const luciaSessions = (realm: Realm): SessionService => {
  const reopen = async (
    tx: Tx,
    now: Date,
    { handle, ownerId, createdAt, absoluteExpiresAt, authenticatedAt, device, place, remembered }: LiveSession,
  ): Promise<OpenedSession> => {
    if (!(await removeSession(tx, realm, handle))) throw new DomainError("account.not_signed_in");
    const kept = { ownerId, createdAt, absoluteExpiresAt, authenticatedAt, device, place, remembered };
    return open(tx, realm, now, kept);
  };
  return {
    create: (tx, ctx, ownerId, { remember }) =>
      open(tx, realm, ctx.now(), openFor(ctx.caller, ownerId, ctx.now(), remember, realm)),

    validate: async ({ db, now, log }, text) => {
      const token = readSessionToken(realm, text);
      if (token === null) return null;
      const row = await findSession(db, realm, token.handle);
      const write = async (work: (tx: Tx) => Promise<void>): Promise<boolean> => {
        try {
          await db.transaction(work);
          return true;
        } catch (error) {
          // A full disk or a busy writer must not end reading: the session only keeps its earlier end.
          log.warn({ err: error, event: "session.not_moved" }, "a session's end could not be written");
          return false;
        }
      };
      let to: Pick<SessionRow, "expiresAt" | "lastUsedAt"> | undefined;
      const slid = (ends: typeof to): void => {
        to = ends;
      };
      const lucia = luciaFor({ realm, token, row, now: now(), write, slid }, row?.remembered ?? false);
      const { session } = await lucia.validateSession(token.text);
      if (session === null || row === null) return null;
      return { ...live({ ...row, ...to }), moved: to !== undefined };
    },

    rotate: (tx, ctx, session) => reopen(tx, ctx.now(), session),
    markFresh: (tx, ctx, session) => reopen(tx, ctx.now(), { ...session, authenticatedAt: ctx.now() }),
    revoke: (tx, handle) => removeSession(tx, realm, handle),
    revokeOthers: (tx, ownerId, keepHandle) => removeSessionsOf(tx, realm, ownerId, keepHandle),
    revokeAll: (tx, ownerId) => removeSessionsOf(tx, realm, ownerId, null),
    list: async (db, ownerId, now) => (await listSessions(db, realm, ownerId, now)).map(live),
  };
};
