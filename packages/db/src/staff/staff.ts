import type { StaffRole } from "@clientele/domain/access";
import { DomainError } from "@clientele/domain/errors";
import type { Staff } from "@clientele/domain/staff/staff";
import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";
import { chunked } from "../chunked.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";

/** More staff than any store of this kind has; the list of staff is not paged. */
const mostStaff = 1_000;

const one = (rows: Staff[]): Staff | null => rows[0] ?? null;

export const findStaff = async (db: Reader, id: string): Promise<Staff | null> =>
  one(await db.select().from(db.tables.staff).where(eq(db.tables.staff.id, id)).limit(1));

/** Throws `staff.not_found`. */
export const getStaff = async (db: Reader, id: string): Promise<Staff> => {
  const staff = await findStaff(db, id);
  if (staff === null) throw new DomainError("staff.not_found");
  return staff;
};

/** Expects the canonical form of the address. */
export const findStaffByEmail = async (db: Reader, email: string): Promise<Staff | null> =>
  one(await db.select().from(db.tables.staff).where(eq(db.tables.staff.email, email)).limit(1));

/** All staff, by name. */
export const listStaff = async (db: Reader): Promise<Staff[]> =>
  db.select().from(db.tables.staff).orderBy(asc(db.tables.staff.name), asc(db.tables.staff.id)).limit(mostStaff);

/** The names of staff members by id, for those who exist. */
export const staffNames = async (db: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  const { staff } = db.tables;
  const names = new Map<string, string>();
  for (const some of chunked([...new Set(ids)])) {
    const rows = await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, some));
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
};

/** How many active staff members hold the role; asked inside the transaction that would make them fewer (R14). */
export const countActiveOf = async (db: Reader, role: StaffRole): Promise<number> => {
  const { staff } = db.tables;
  const [found] = await db
    .select({ rows: count() })
    .from(staff)
    .where(and(eq(staff.role, role), eq(staff.status, "active")));
  return found?.rows ?? 0;
};

/** Whether an owner exists, invited ones and disabled ones included. */
export const ownerExists = async (db: Reader): Promise<boolean> => {
  const { staff } = db.tables;
  const rows = await db.select({ id: staff.id }).from(staff).where(eq(staff.role, "owner")).limit(1);
  return rows.length > 0;
};

export const insertStaff = async (tx: Tx, staff: Staff): Promise<void> => {
  await tx.insert(tx.tables.staff).values(staff);
};

/** Writes name, role, status and e-mail of the version that was seen; else throws `staff.changed_meanwhile`. */
export const saveStaff = async (tx: Tx, staff: Staff, seenVersion: number): Promise<Staff> => {
  const { staff: t } = tx.tables;
  const { id, email, name, role, status, updatedAt, version } = staff;
  const saved = await tx
    .update(t)
    .set({ email, name, role, status, updatedAt, version })
    .where(asSeen(t, id, seenVersion))
    .returning();
  return requireSeen(saved, "staff.changed_meanwhile", () => getStaff(tx, id));
};

/** Takes away an invited person who never came; whoever has been in stays, since the audit log names them. */
export const deleteInvitedStaff = async (tx: Tx, id: string): Promise<boolean> => {
  const { staff } = tx.tables;
  const rows = await tx
    .delete(staff)
    .where(and(eq(staff.id, id), eq(staff.status, "invited")))
    .returning({ id: staff.id });
  return rows.length > 0;
};

/** Remembers a sign-in; it changes nothing that people edit, so the version stays. */
export const noteSignIn = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx.update(tx.tables.staff).set({ lastSignInAt: at }).where(eq(tx.tables.staff.id, id));
};
