import type { Reader } from "@clientele/db";
import { findStaff } from "@clientele/db/staff/staff";
import { type Permission, permissionsOf } from "@clientele/domain/access";
import { DomainError } from "@clientele/domain/errors";
import type { Staff } from "@clientele/domain/staff/staff";
import type { StaffContext } from "../context.ts";

/**
 * The acting staff member as the transaction that acts sees them: still active, and with a role that still holds the
 * permission, whatever the request began with (AUZ-10). Null asks for no permission.
 */
export async function requireStaff(tx: Reader, ctx: StaffContext, permission: Permission | null): Promise<Staff> {
  const staff = await findStaff(tx, ctx.actor.staffId);
  if (staff === null || staff.status !== "active") throw new DomainError("account.not_signed_in");
  if (permission !== null && !permissionsOf(staff.role).includes(permission)) {
    throw new DomainError("request.not_allowed", { permission });
  }
  return staff;
}
