import type { Columns } from "../columns/postgres.ts";
import { erase, none } from "../columns/words.ts";
import { among, atMost } from "../columns/checks.ts";
import { tokenPurposes, type TokenPurpose } from "@clientele/domain/sessions/token";
import type { customerTables } from "./customers.ts";
import type { staffTables } from "./staff.ts";

const purposes = Object.keys(tokenPurposes) as [TokenPurpose, ...TokenPurpose[]];

export const sessionTables = (
  c: Columns,
  { customers }: ReturnType<typeof customerTables>,
  { staff }: ReturnType<typeof staffTables>,
) => {
  // The columns of a session are the same in both realms; the tables are not, so that no row can serve at both doors.
  const columns = () => ({
    /** The public half of the token: lists, logs and "end this session" use it; it is no credential. */
    handle: c.text(none).primaryKey(),
    /** SHA-256 of realm and secret. */
    secretHash: c.bytes(none).notNull(),
    createdAt: c.time(none).notNull(),
    lastUsedAt: c.time(none).notNull(),
    expiresAt: c.time(none).notNull(),
    absoluteExpiresAt: c.time(none).notNull(),
    /** The last password proof (SES-9). */
    authenticatedAt: c.time(none).notNull(),
    /** "Chrome on Windows", never the whole user agent. */
    device: c.text(erase),
    /** The network, its last part left out. */
    place: c.text(erase),
    /** Whether the cookie outlives the browser. */
    remembered: c.bool(none).notNull(),
  });

  const customerSessions = c.table(
    "customer_sessions",
    {
      ...columns(),
      ownerId: c
        .id(none)
        .notNull()
        .references(() => customers.id, { onDelete: "cascade" }),
    },
    (t) => [c.index("customer_sessions_owner").on(t.ownerId), c.index("customer_sessions_end").on(t.expiresAt)],
  );
  const staffSessions = c.table(
    "staff_sessions",
    {
      ...columns(),
      ownerId: c
        .id(none)
        .notNull()
        .references(() => staff.id, { onDelete: "cascade" }),
    },
    (t) => [c.index("staff_sessions_owner").on(t.ownerId), c.index("staff_sessions_end").on(t.expiresAt)],
  );

  const customerPasswords = c.table("customer_passwords", {
    customerId: c
      .id(none)
      .primaryKey()
      .references(() => customers.id, { onDelete: "cascade" }),
    /** argon2id in PHC form. */
    hash: c.text(erase).notNull(),
    changedAt: c.time(none).notNull(),
  });
  const staffPasswords = c.table("staff_passwords", {
    staffId: c
      .id(none)
      .primaryKey()
      .references(() => staff.id, { onDelete: "cascade" }),
    hash: c.text(erase).notNull(),
    changedAt: c.time(none).notNull(),
  });

  /** A mailed token; its secret is made from its id and the server's secret, and only a hash of it is stored. */
  const tokens = c.table(
    "tokens",
    {
      id: c.id(none).primaryKey(),
      secretHash: c.bytes(none).notNull(),
      purpose: c.oneOf(purposes, none).notNull(),
      /** The customer it is about; null for a sign-up, whose subject is the address alone. */
      customerId: c.id(none).references(() => customers.id, { onDelete: "cascade" }),
      staffId: c.id(none).references(() => staff.id, { onDelete: "cascade" }),
      /** The address it is mailed to; empty for the first owner's, which is printed. */
      email: c.text(erase).notNull(),
      /** The handle of the session that asked for an e-mail change; it alone outlives the change. */
      askedBy: c.text(none),
      /** The order it opens, or claims with a sign-up. */
      orderId: c.id(none),
      createdAt: c.time(none).notNull(),
      expiresAt: c.time(none).notNull(),
      usedAt: c.time(none),
      voidedAt: c.time(none),
    },
    (t) => [
      c.index("tokens_customer").on(t.customerId, t.purpose),
      c.index("tokens_staff").on(t.staffId, t.purpose),
      c.index("tokens_email").on(t.email, t.purpose),
      c.index("tokens_order").on(t.orderId),
      c.index("tokens_end").on(t.expiresAt),
      c.check("tokens_purpose", among(t.purpose, purposes)),
      c.check("tokens_email_length", atMost(t.email, 254)),
    ],
  );

  /** Counted tries per key and window (RAT-1); keys are hashes of what is limited. */
  const throttles = c.table(
    "throttles",
    {
      key: c.text(none).primaryKey(),
      count: c.int(none).notNull(),
      windowEndsAt: c.time(none).notNull(),
    },
    (t) => [c.index("throttles_end").on(t.windowEndsAt)],
  );

  /** Answers of keyed calls, so that a repeated one gives the same and makes nothing twice (R4). */
  const idempotencyKeys = c.table(
    "idempotency_keys",
    {
      /** SHA-256 of the caller, the procedure and the key. */
      key: c.text(none).primaryKey(),
      /** SHA-256 of the input. */
      inputHash: c.text(none).notNull(),
      /** The id of what was made; the answer is read anew from it. */
      resultId: c.text(none).notNull(),
      createdAt: c.time(none).notNull(),
    },
    (t) => [c.index("idempotency_keys_created").on(t.createdAt)],
  );

  return { customerSessions, staffSessions, customerPasswords, staffPasswords, tokens, throttles, idempotencyKeys };
};
