import { staffRoles } from "@clientele/domain/access";
import { staffStatuses } from "@clientele/domain/staff/staff";
import { among, atMost } from "../columns/checks.ts";
import type { Columns } from "../columns/postgres.ts";
import { keep, none } from "../columns/words.ts";

const staffRecord = keep("The audit log names who did what; staff are not customers.");

export const staffTables = (c: Columns) => {
  const staff = c.table(
    "staff",
    {
      id: c.id(none).primaryKey(),
      email: c.text(staffRecord).notNull(),
      name: c.text(staffRecord).notNull(),
      role: c.oneOf(staffRoles, none).notNull(),
      status: c.oneOf(staffStatuses, none).notNull(),
      /** The TOTP seed, encrypted under the server's secret. */
      totpSeed: c.text(none),
      /** Null while the seed waits for its first code. */
      totpEnabledAt: c.time(none),
      /** The last time step a code was taken of, so that none is taken twice. */
      totpLastStep: c.int(none).notNull(),
      lastSignInAt: c.time(none),
      createdAt: c.time(none).notNull(),
      updatedAt: c.time(none).notNull(),
      version: c.int(none).notNull(),
    },
    (t) => [
      c.uniqueIndex("staff_email_key").on(t.email),
      c.index("staff_role_status").on(t.role, t.status),
      c.check("staff_role", among(t.role, staffRoles)),
      c.check("staff_status", among(t.status, staffStatuses)),
      c.check("staff_email_length", atMost(t.email, 254)),
      c.check("staff_name_length", atMost(t.name, 120)),
    ],
  );

  const recoveryCodes = c.table(
    "recovery_codes",
    {
      /** SHA-256 of staff id and code. */
      hash: c.text(none).primaryKey(),
      staffId: c
        .id(none)
        .notNull()
        .references(() => staff.id, { onDelete: "cascade" }),
      usedAt: c.time(none),
    },
    (t) => [c.index("recovery_codes_staff").on(t.staffId)],
  );

  /** Browsers and networks a staff member signed in from, so that a new one is told by mail. */
  const staffDevices = c.table(
    "staff_devices",
    {
      staffId: c
        .id(none)
        .notNull()
        .references(() => staff.id, { onDelete: "cascade" }),
      /** SHA-256 of device and place. */
      deviceHash: c.text(none).notNull(),
      firstSeenAt: c.time(none).notNull(),
    },
    (t) => [c.primaryKey({ name: "staff_devices_key", columns: [t.staffId, t.deviceHash] })],
  );

  return { staff, recoveryCodes, staffDevices };
};
