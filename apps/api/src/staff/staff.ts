import { listStaff as readStaff, saveStaff } from "@clientele/db/staff/staff";
import { turnTotpOff } from "@clientele/db/staff/totp";
import { covers, type Permission, rolePermissions, type StaffRole, staffRoles } from "@clientele/domain/access";
import { DomainError } from "@clientele/domain/errors";
import type { SetRole, Staff, StaffInList, StaffVersion } from "@clientele/domain/staff/staff";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { queueMail } from "../mail/queueMail.ts";
import { voidTokens } from "../sessions/mailedTokens.ts";
import { staffSessions } from "../sessions/sessionService.ts";
import { getManagedStaff, keepAnOwner, refuseOwnRow, requireCover } from "./manageStaff.ts";
import { oneInList, staffInList } from "./staffInList.ts";

/** All staff, by name, with the invitations of those who have not come yet. */
export const listStaff = async (ctx: StaffContext): Promise<StaffInList[]> =>
  staffInList(ctx.db, await readStaff(ctx.db));

/** The matrix of roles and permissions. */
export const listRoles = (): { role: StaffRole; permissions: Permission[] }[] =>
  staffRoles.map((role) => ({ role, permissions: [...rolePermissions[role]] }));

const next = (staff: Staff, changes: Partial<Pick<Staff, "role" | "status">>, now: Date): Staff => ({
  ...staff,
  ...changes,
  updatedAt: now,
  version: staff.version + 1,
});

/**
 * Gives another role, whose rights count from the next request on (AUZ-10). Whoever loses rights is signed out everywhere,
 * so that nothing they lost goes on in a browser (`security` 5.5).
 */
export const setRole = async (ctx: StaffContext, input: SetRole): Promise<StaffInList> =>
  ctx.db.transaction(async (tx) => {
    const { actor, target } = await getManagedStaff(tx, ctx, input);
    requireCover(actor, input.role);
    if (target.role === input.role) return oneInList(tx, target);
    await keepAnOwner(tx, target);
    refuseOwnRow(actor, target);
    const saved = await saveStaff(tx, next(target, { role: input.role }, ctx.now()), input.version);
    const sessionsEnded = covers(input.role, target.role) ? 0 : await staffSessions.revokeAll(tx, target.id);
    await recordEvent(tx, ctx, {
      type: "staff.role_set",
      staffId: target.id,
      data: { from: target.role, to: input.role, sessionsEnded },
    });
    return oneInList(tx, saved);
  });

/** Closes the door for someone at once: every session ends, and no mailed link of theirs opens anything. */
export const disableStaff = async (ctx: StaffContext, input: StaffVersion): Promise<StaffInList> =>
  ctx.db.transaction(async (tx) => {
    const { actor, target } = await getManagedStaff(tx, ctx, input);
    if (target.status !== "active") throw new DomainError("staff.not_active", { status: target.status });
    await keepAnOwner(tx, target);
    refuseOwnRow(actor, target);
    const saved = await saveStaff(tx, next(target, { status: "disabled" }, ctx.now()), input.version);
    const sessionsEnded = await staffSessions.revokeAll(tx, target.id);
    await voidTokens(tx, { staffId: target.id }, ctx.now());
    await recordEvent(tx, ctx, { type: "staff.disabled", staffId: target.id, data: { sessionsEnded } });
    return oneInList(tx, saved);
  });

/** Lets someone in again who was disabled; they sign in anew. Throws `staff.not_disabled`. */
export const enableStaff = async (ctx: StaffContext, input: StaffVersion): Promise<StaffInList> =>
  ctx.db.transaction(async (tx) => {
    const { target } = await getManagedStaff(tx, ctx, input);
    if (target.status !== "disabled") throw new DomainError("staff.not_disabled", { status: target.status });
    const saved = await saveStaff(tx, next(target, { status: "active" }, ctx.now()), input.version);
    await recordEvent(tx, ctx, { type: "staff.enabled", staffId: target.id });
    return oneInList(tx, saved);
  });

/** Takes the second factor from someone who lost theirs; the own one is turned off in the own settings. */
export const resetTotp = async (ctx: StaffContext, input: StaffVersion): Promise<StaffInList> =>
  ctx.db.transaction(async (tx) => {
    const { actor, target } = await getManagedStaff(tx, ctx, input);
    refuseOwnRow(actor, target);
    if (target.totpEnabledAt === null) throw new DomainError("staff.totp_not_on");
    await turnTotpOff(tx, target.id);
    await recordEvent(tx, ctx, { type: "staff.totp_reset", staffId: target.id });
    await queueMail(tx, ctx, { template: "staff_totp_off", staffId: target.id });
    return oneInList(tx, { ...target, totpSeed: null, totpEnabledAt: null });
  });
