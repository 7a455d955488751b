import { deleteInvitedStaff, findStaff, findStaffByEmail, insertStaff, saveStaff } from "@clientele/db/staff/staff";
import { saveStaffPassword } from "@clientele/db/staff/passwords";
import type { Tx } from "@clientele/db";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import type { AcceptInvitation, InviteStaff, Staff, StaffInList, StaffVersion } from "@clientele/domain/staff/staff";
import type { AdminContext, StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { queueMail } from "../mail/queueMail.ts";
import { countMailTo } from "../sessions/askedMail.ts";
import { checkLink } from "../sessions/checkLink.ts";
import { useToken, voidTokens } from "../sessions/mailedTokens.ts";
import { hashNewStaffPassword } from "../sessions/newStaffPassword.ts";
import { noteBrowser } from "./devices.ts";
import { getManagedStaff, requireCover } from "./manageStaff.ts";
import { requireStaff } from "./requireStaff.ts";
import { oneInList } from "./staffInList.ts";

/** Mails a single-use link good for 72 hours; an older one opens nothing any more (TOK-2). */
const mailInvitation = async (tx: Tx, ctx: StaffContext, staff: Staff): Promise<void> => {
  const { id } = await ctx.tokens.issue(tx, ctx, {
    purpose: "staff_invitation",
    staffId: staff.id,
    email: staff.email,
  });
  await queueMail(tx, ctx, { template: "staff_invitation", staffId: staff.id, tokenId: id });
};

/** Invites someone with a role that can do no more than the inviter's own. */
export const inviteStaff = async (ctx: StaffContext, input: InviteStaff): Promise<StaffInList> => {
  await countMailTo(ctx, input.email);
  const id = ctx.newId("staff");
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    const actor = await requireStaff(tx, ctx, "staff.manage");
    requireCover(actor, input.role);
    if ((await findStaffByEmail(tx, input.email)) !== null) throw new DomainError("staff.email_taken");
    const staff: Staff = { ...newStaff, ...input, id, status: "invited", createdAt: now, updatedAt: now };
    await insertStaff(tx, staff);
    await mailInvitation(tx, ctx, staff);
    await recordEvent(tx, ctx, { type: "staff.invited", staffId: id, data: { role: staff.role } });
    return oneInList(tx, staff);
  });
};

/** What every new staff member begins with. */
export const newStaff = { totpSeed: null, totpEnabledAt: null, totpLastStep: 0, lastSignInAt: null, version: 1 };

/** Mails an invitation anew; the link mailed before opens nothing any more. Throws `staff.not_invited`. */
export const resendInvitation = async (ctx: StaffContext, input: StaffVersion): Promise<StaffInList> => {
  const known = await findStaff(ctx.db, input.id);
  if (known !== null) await countMailTo(ctx, known.email);
  return ctx.db.transaction(async (tx) => {
    const { target } = await getManagedStaff(tx, ctx, input);
    if (target.status !== "invited") throw new DomainError("staff.not_invited");
    await mailInvitation(tx, ctx, target);
    await recordEvent(tx, ctx, { type: "staff.invitation_resent", staffId: target.id });
    return oneInList(tx, target);
  });
};

/** Takes an invitation back, and with it the person, who never was one of the staff. */
export const withdrawStaffInvitation = async (ctx: StaffContext, input: StaffVersion): Promise<Done> => {
  await ctx.db.transaction(async (tx) => {
    const { target } = await getManagedStaff(tx, ctx, input);
    if (!(await deleteInvitedStaff(tx, target.id))) throw new DomainError("staff.not_invited");
    await recordEvent(tx, ctx, { type: "staff.invitation_withdrawn", staffId: target.id });
  });
  return done;
};

/** Makes an active staff member of whoever holds the mailed link; signing in is a step of its own. */
export const acceptInvitation = async (ctx: AdminContext, input: AcceptInvitation): Promise<Done> => {
  const { staffId } = await checkLink(ctx, input.token, ["staff_invitation"]);
  const person = staffId === null ? null : await findStaff(ctx.db, staffId);
  if (person?.status !== "invited") throw new DomainError("link.expired");
  const hash = await hashNewStaffPassword(ctx, input.password, { email: person.email, name: input.name });
  await ctx.db.transaction(async (tx) => {
    const token = await useToken(tx, ctx, input.token, ["staff_invitation"]);
    const staff = await findStaff(tx, person.id);
    if (staff?.status !== "invited" || staff.email !== token.email) throw new DomainError("link.expired");
    const now = ctx.now();
    const joined: Staff = { ...staff, name: input.name, status: "active", updatedAt: now, version: staff.version + 1 };
    await saveStaff(tx, joined, staff.version);
    await saveStaffPassword(tx, staff.id, hash, now);
    await voidTokens(tx, { staffId: staff.id }, now);
    // Whoever opened the mailbox here is not told of a new browser when they sign in next.
    await noteBrowser(tx, ctx, staff.id);
    await recordEvent(tx, ctx, {
      type: "staff.invitation_accepted",
      staffId: staff.id,
      actor: { realm: "staff", id: staff.id },
    });
  });
  return done;
};
