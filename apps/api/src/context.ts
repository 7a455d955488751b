import type { Database } from "@clientele/db";
import type { Permission, StaffRole } from "@clientele/domain/access";
import type { NewId } from "@clientele/domain/ids";
import type { Logger } from "pino";
import type { MailedTokens } from "./sessions/mailedTokens.ts";
import type { PasswordHasher } from "./sessions/passwordHasher.ts";
import type { LiveSession, SessionCookie } from "./sessions/sessionService.ts";
import type { Vault } from "./sessions/vault.ts";
import type { Limits } from "./throttle/limits.ts";

/** What every use case may ask for, the same for requests, the worker, commands and tests. */
export interface Services {
  db: Database;
  /** The present instant; the only clock there is. */
  now: () => Date;
  newId: NewId;
  log: Logger;
  passwords: PasswordHasher;
  tokens: MailedTokens;
  /** Encrypts what must be read back under the server's secret, and signs cursors. */
  vault: Vault;
  /** How often things may be tried; a test's server is given its own. */
  limits: Limits;
  /** Tells the mail worker that something is due; safe to call after every commit. */
  wakeMail: () => void;
  /** Whether mails leave the machine. */
  realMail: boolean;
}

/** Where a request came from. */
export interface Caller {
  requestId: string;
  /** The network address as the trusted proxies tell it; throttles count it, the audit log keeps it. */
  address: string;
  /** The address with its last part left out, for the list of sessions. */
  place: string | null;
  /** "Chrome on Windows". */
  device: string | null;
}

interface DoorContext extends Services {
  caller: Caller;
  /** The session cookie of this door: what the browser sent, and how to give another. */
  cookie: SessionCookie;
}

/** The cookie that names a browser's cart: what the browser sent, and how to give another. */
export interface CartCookie {
  present: string | null;
  set: (token: string) => void;
  clear: () => void;
}

/** A request at the shop door. */
export interface ShopContext extends DoorContext {
  realm: "shop";
  cart: CartCookie;
  session: LiveSession | null;
}

/** A signed-in customer; the account was active when the request began, and every transaction that acts asks again. */
export interface CustomerContext extends ShopContext {
  session: LiveSession;
  actor: { realm: "shop"; customerId: string };
}

/** A staff member as read for this very request, so that a changed role counts at once (AUZ-10). */
export interface StaffActor {
  realm: "staff";
  staffId: string;
  name: string;
  role: StaffRole;
  permissions: readonly Permission[];
}

/** A request at the admin door. */
export interface AdminContext extends DoorContext {
  realm: "staff";
  session: LiveSession | null;
  staff: StaffActor | null;
}

/** A signed-in, active staff member. */
export interface StaffContext extends AdminContext {
  session: LiveSession;
  actor: StaffActor;
}
