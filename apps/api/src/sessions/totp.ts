import { getSettings } from "@clientele/db/settings/settings";
import { replaceRecoveryCodes, saveTotpSeed, turnTotpOff, turnTotpOn } from "@clientele/db/staff/totp";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import type { RecoveryCodes, TotpCode, TotpStarted } from "@clientele/domain/staff/staff";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { queueMail } from "../mail/queueMail.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { throttleAddress } from "../throttle/throttle.ts";
import { newCodes, newTotpSeed, takeTimeCode } from "./totpCode.ts";

/** Makes a seed and shows it once; nothing is asked for at sign-in before its first code has been confirmed. */
export const enableTotp = async (ctx: StaffContext): Promise<TotpStarted> => {
  const { name } = await getSettings(ctx.db);
  const { email } = await requireStaff(ctx.db, ctx, null);
  const started = newTotpSeed(name, email);
  const sealed = ctx.vault.seal(started.secret);
  await ctx.db.transaction(async (tx) => {
    const staff = await requireStaff(tx, ctx, null);
    if (staff.totpEnabledAt !== null) throw new DomainError("staff.totp_already_on");
    await saveTotpSeed(tx, staff.id, sealed);
    await recordEvent(tx, ctx, { type: "staff.totp_started", staffId: staff.id });
  });
  return started;
};

/** Turns the second factor on with the first code of the app, and answers the recovery codes, only now. */
export const confirmTotp = async (ctx: StaffContext, { code }: TotpCode): Promise<RecoveryCodes> => {
  await throttleAddress(ctx, "tokenPerAddress");
  const { codes, hashes } = newCodes(ctx.actor.staffId);
  await ctx.db.transaction(async (tx) => {
    const staff = await requireStaff(tx, ctx, null);
    if (staff.totpEnabledAt !== null) throw new DomainError("staff.totp_already_on");
    if (staff.totpSeed === null) throw new DomainError("staff.totp_not_started");
    if (!(await takeTimeCode(tx, ctx, staff, code.replace(/\s/g, "")))) throw new DomainError("staff.code_wrong");
    await turnTotpOn(tx, staff.id, ctx.now());
    await replaceRecoveryCodes(tx, staff.id, hashes);
    await recordEvent(tx, ctx, { type: "staff.totp_enabled", staffId: staff.id });
    await queueMail(tx, ctx, { template: "staff_totp_on", staffId: staff.id });
  });
  return { codes };
};

/** Turns off the own second factor and tells its owner by mail. Throws `staff.totp_not_on`. */
export const disableTotp = async (ctx: StaffContext): Promise<Done> => {
  await ctx.db.transaction(async (tx) => {
    const staff = await requireStaff(tx, ctx, null);
    if (staff.totpEnabledAt === null) throw new DomainError("staff.totp_not_on");
    await turnTotpOff(tx, staff.id);
    await recordEvent(tx, ctx, { type: "staff.totp_disabled", staffId: staff.id });
    await queueMail(tx, ctx, { template: "staff_totp_off", staffId: staff.id });
  });
  return done;
};

/** Ten new recovery codes; the older ones open nothing any more. */
export const newRecoveryCodes = async (ctx: StaffContext): Promise<RecoveryCodes> => {
  const { codes, hashes } = newCodes(ctx.actor.staffId);
  await ctx.db.transaction(async (tx) => {
    const staff = await requireStaff(tx, ctx, null);
    if (staff.totpEnabledAt === null) throw new DomainError("staff.totp_not_on");
    await replaceRecoveryCodes(tx, staff.id, hashes);
    await recordEvent(tx, ctx, { type: "staff.recovery_codes_renewed", staffId: staff.id });
  });
  return { codes };
};
