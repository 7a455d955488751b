import type { Tx } from "@clientele/db";
import { findStaffPassword, upgradeStaffPassword } from "@clientele/db/staff/passwords";
import { findStaff, findStaffByEmail, noteSignIn } from "@clientele/db/staff/staff";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import type { Staff, StaffSignIn } from "@clientele/domain/staff/staff";
import type { AdminContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { queueMail } from "../mail/queueMail.ts";
import { noteBrowser } from "../staff/devices.ts";
import { type OpenedSession, staffSessions } from "./sessionService.ts";
import { countStaffTry, forgetStaffTries } from "./staffPasswordTries.ts";
import { takeCode } from "./totpCode.ts";

type Outcome = OpenedSession | "account.sign_in_failed" | "staff.code_needed" | "staff.code_wrong";

/**
 * Signs staff in. Unknown addresses, invited and disabled people and wrong passwords get the same answer after the same
 * work (ENU-1, ENU-2). A code is asked for only after the right password, and every try with one counts as a password try.
 */
export const staffSignIn = async (ctx: AdminContext, { email, password, code }: StaffSignIn): Promise<Done> => {
  await countStaffTry(ctx, email);
  const known = await findStaffByEmail(ctx.db, email);
  const stored = await findStaffPassword(ctx.db, known?.id ?? "");
  const hash = known?.status === "active" ? stored : null;
  const right = await ctx.passwords.verify(password, hash);
  const stronger =
    right && hash !== null && ctx.passwords.needsUpgrade(hash) ? await ctx.passwords.hash(password) : null;

  const outcome = await ctx.db.transaction(async (tx): Promise<Outcome> => {
    const staff = right && known !== null && hash !== null ? await stillSame(tx, known, hash) : null;
    if (staff === null || hash === null) {
      await recordFailure(tx, ctx, known, "sign_in");
      return "account.sign_in_failed";
    }
    let codeKind: "time" | "recovery" | null = null;
    if (staff.totpEnabledAt !== null) {
      if (code === undefined) {
        await recordCodeAsked(tx, ctx, staff);
        return "staff.code_needed";
      }
      codeKind = await takeCode(tx, ctx, staff, code);
      if (codeKind === null) {
        await recordFailure(tx, ctx, staff, "code");
        return "staff.code_wrong";
      }
    }
    if (stronger !== null) await upgradeStaffPassword(tx, staff.id, { from: hash, to: stronger });
    return openStaffSession(tx, ctx, staff, codeKind);
  });
  if (typeof outcome === "string") throw new DomainError(outcome);
  await forgetStaffTries(ctx, email);
  ctx.cookie.set(outcome.token, outcome.session);
  return done;
};

/** The person as the transaction sees them, if status, address and password are still those that were compared. */
const stillSame = async (tx: Tx, compared: Staff, hash: string): Promise<Staff | null> => {
  const staff = await findStaff(tx, compared.id);
  if (staff?.status !== "active" || staff.email !== compared.email) return null;
  return (await findStaffPassword(tx, staff.id)) === hash ? staff : null;
};

/** Opens the session, ends the one the browser presented (SES-2), and tells the person of a browser not seen before. */
const openStaffSession = async (
  tx: Tx,
  ctx: AdminContext,
  staff: Staff,
  codeKind: "time" | "recovery" | null,
): Promise<OpenedSession> => {
  const opened = await staffSessions.create(tx, ctx, staff.id, { remember: false });
  if (ctx.session !== null) await staffSessions.revoke(tx, ctx.session.handle);
  await noteSignIn(tx, staff.id, ctx.now());
  const isNew = await noteBrowser(tx, ctx, staff.id);
  const eventId = await recordEvent(tx, ctx, {
    type: "staff.signed_in",
    staffId: staff.id,
    actor: { realm: "staff", id: staff.id },
    data: { newDevice: isNew, code: codeKind },
  });
  if (isNew) await queueMail(tx, ctx, { template: "staff_new_sign_in", staffId: staff.id, eventId });
  return opened;
};

const recordFailure = (tx: Tx, ctx: AdminContext, known: Staff | null, during: "sign_in" | "code"): Promise<string> =>
  recordEvent(tx, ctx, {
    type: "staff.sign_in_failed",
    staffId: known?.id,
    actor: { realm: "staff", id: null },
    data: { during },
  });

/** A right password is worth telling of even where it opens nothing: whoever stopped there knows it. */
const recordCodeAsked = (tx: Tx, ctx: AdminContext, { id }: Staff): Promise<string> =>
  recordEvent(tx, ctx, { type: "staff.code_asked", staffId: id, actor: { realm: "staff", id: null } });

/** Ends the session on the server and takes the cookie away; without a session there is only the cookie to take. */
export const staffSignOut = async (ctx: AdminContext): Promise<Done> => {
  const { session } = ctx;
  if (session !== null) {
    await ctx.db.transaction(async (tx) => {
      if (!(await staffSessions.revoke(tx, session.handle))) return;
      await recordEvent(tx, ctx, {
        type: "staff.signed_out",
        staffId: session.ownerId,
        actor: { realm: "staff", id: session.ownerId },
      });
    });
  }
  ctx.cookie.clear();
  return done;
};
