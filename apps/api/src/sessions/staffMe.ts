import { findStaff, saveStaff } from "@clientele/db/staff/staff";
import { countRecoveryCodes } from "@clientele/db/staff/totp";
import { permissionsOf } from "@clientele/domain/access";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import type { StaffMe, UpdateStaffProfile } from "@clientele/domain/staff/staff";
import type { AdminContext, StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { isFresh, provenUntil } from "./freshProof.ts";

/** Who is signed in and what they may do right now; null for nobody. */
export const staffMe = async (ctx: AdminContext): Promise<StaffMe> => {
  if (ctx.session === null || ctx.staff === null) return null;
  const staff = await findStaff(ctx.db, ctx.staff.staffId);
  if (staff?.status !== "active") return null;
  const { id, email, name, role, version } = staff;
  return {
    id,
    email,
    name,
    role,
    version,
    permissions: [...permissionsOf(role)],
    totp: staff.totpEnabledAt !== null,
    recoveryCodesLeft: await countRecoveryCodes(ctx.db, id),
    provenUntil: isFresh(ctx.session, ctx.now()) ? provenUntil(ctx.session) : null,
  };
};

/** Changes the own name; everything else of a staff member is others' to change. */
export const updateStaffProfile = async (ctx: StaffContext, { version, name }: UpdateStaffProfile): Promise<Done> => {
  await ctx.db.transaction(async (tx) => {
    const staff = await requireStaff(tx, ctx, null);
    if (staff.version !== version) throw new DomainError("staff.changed_meanwhile", { version: staff.version });
    if (staff.name === name) return;
    await saveStaff(tx, { ...staff, name, updatedAt: ctx.now(), version: version + 1 }, version);
    await recordEvent(tx, ctx, { type: "staff.profile_updated", staffId: staff.id, data: { fields: ["name"] } });
  });
  return done;
};
