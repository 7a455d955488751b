import type { Tx } from "@clientele/db";
import { findStaffPassword } from "@clientele/db/staff/passwords";
import type { Staff } from "@clientele/domain/staff/staff";
import { DomainError } from "@clientele/domain/errors";
import type { AdminContext, StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { clearThrottle, throttle, throttleAddress } from "../throttle/throttle.ts";

// Counted apart from a shop account with the same address: guesses at one door must not close the other (RAT-4).
const accountKey = (email: string): string => `staff ${email}`;

/** Counts one password try before it is checked, known address or not (RAT-1). */
export const countStaffTry = async (ctx: AdminContext, email: string): Promise<void> => {
  // The address comes first: one that tries too often must not use up what all callers share, nor close an account.
  await throttleAddress(ctx, "passwordPerAddress");
  await throttle(ctx, "passwordGlobal", "staff");
  await throttle(ctx, "passwordPerAccount", accountKey(email));
};

/** Forgets the account's tries; those of the network address stay counted. */
export const forgetStaffTries = (ctx: AdminContext, email: string): Promise<void> =>
  clearThrottle(ctx, "passwordPerAccount", accountKey(email));

/** What was proven, to be asked again in the transaction that relies on it. */
export interface StaffPasswordProof {
  staff: Staff;
  hash: string;
  field: PasswordField;
}

type PasswordField = "password" | "currentPassword";

/**
 * Checks the signed-in person's own password under the same counters as a sign-in (PWD-4). `field` is where the form shows
 * that it was wrong.
 */
export const proveOwnStaffPassword = async (
  ctx: StaffContext,
  password: string,
  field: PasswordField,
): Promise<StaffPasswordProof> => {
  const staff = await requireStaff(ctx.db, ctx, null);
  await countStaffTry(ctx, staff.email);
  const hash = await findStaffPassword(ctx.db, staff.id);
  const right = await ctx.passwords.verify(password, hash);
  if (right && hash !== null) return { staff, hash, field };
  await ctx.db.transaction((tx) =>
    recordEvent(tx, ctx, {
      type: "staff.sign_in_failed",
      staffId: staff.id,
      data: { during: field === "password" ? "password_proof" : "password_change" },
    }),
  );
  throw wrongPassword(field);
};

const wrongPassword = (field: PasswordField): DomainError =>
  new DomainError("account.password_wrong", {}, { [field]: { code: "account.password_wrong", params: {} } });

/** The acting person, unless they were disabled or their password is no longer the one that was proven. */
export const requireStaffProof = async (
  tx: Tx,
  ctx: StaffContext,
  { hash, field }: StaffPasswordProof,
): Promise<Staff> => {
  const staff = await requireStaff(tx, ctx, null);
  if ((await findStaffPassword(tx, staff.id)) !== hash) throw wrongPassword(field);
  return staff;
};
