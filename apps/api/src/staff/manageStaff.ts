import type { Tx } from "@clientele/db";
import { countActiveOf, getStaff } from "@clientele/db/staff/staff";
import { covers, type StaffRole } from "@clientele/domain/access";
import { DomainError } from "@clientele/domain/errors";
import type { Staff } from "@clientele/domain/staff/staff";
import type { StaffContext } from "../context.ts";
import { requireStaff } from "./requireStaff.ts";

/**
 * The staff member another one acts on, in the version that was seen. Throws unless the actor may manage staff and holds
 * every right of the other's role (AUZ-9).
 */
export const getManagedStaff = async (
  tx: Tx,
  ctx: StaffContext,
  { id, version }: { id: string; version: number },
): Promise<{ actor: Staff; target: Staff }> => {
  const actor = await requireStaff(tx, ctx, "staff.manage");
  const target = await getStaff(tx, id);
  requireCover(actor, target.role);
  if (target.version !== version) throw new DomainError("staff.changed_meanwhile", { version: target.version });
  return { actor, target };
};

/** Nobody gives a role that can do more than their own. */
export const requireCover = (actor: Staff, role: StaffRole): void => {
  if (!covers(actor.role, role)) throw new DomainError("staff.beyond_own_rights");
};

/** Refuses what would leave the store without an active owner; transactions are serial, so the count holds (R14). */
export const keepAnOwner = async (tx: Tx, target: Staff): Promise<void> => {
  if (target.role !== "owner" || target.status !== "active") return;
  if ((await countActiveOf(tx, "owner")) <= 1) throw new DomainError("staff.last_owner");
};

/** Nobody changes what they themselves may do. */
export const refuseOwnRow = (actor: Staff, target: Staff): void => {
  if (actor.id === target.id) throw new DomainError("staff.own_row");
};
