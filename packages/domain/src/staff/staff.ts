import { z } from "zod";
import { permissions, staffRoles } from "../access.ts";
import { Email } from "../customers/email.ts";
import { asField } from "../fieldProblem.ts";
import { idOf } from "../ids.ts";
import { MailedToken } from "../sessions/mailedToken.ts";
import { newPassword, PresentedPassword } from "../sessions/password.ts";
import { requiredLine } from "../text.ts";

export const staffStatuses = ["invited", "active", "disabled"] as const;
const StaffRoleInput = z.enum(staffRoles, asField("field.choice"));
const name = requiredLine(120);
const version = z.int().min(1);
/** A time code of six digits or a recovery code. */
const Code = z.string().trim().min(6).max(24);

const StaffMember = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(staffRoles),
  status: z.enum(staffStatuses),
  totp: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
type StaffMember = z.infer<typeof StaffMember>;
/** A staff member as the server remembers one; the seed stays encrypted and never leaves it. */
export interface Staff extends Omit<StaffMember, "totp"> {
  totpSeed: string | null;
  /** Null while a seed waits for its first code, and when there is none. */
  totpEnabledAt: Date | null;
  /** The last time step of which a code was taken. */
  totpLastStep: number;
  lastSignInAt: Date | null;
}

/** A row of the list of staff. */
export const StaffInList = StaffMember.extend({
  lastSignInAt: z.date().nullable(),
  invitation: z.object({ sentAt: z.date(), expiresAt: z.date() }).nullable(),
});
export type StaffInList = z.infer<typeof StaffInList>;
export const StaffList = z.array(StaffInList);

/** Who is signed in at the admin door and what they may do. */
export const StaffMe = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(staffRoles),
    permissions: z.array(z.enum(permissions)),
    totp: z.boolean(),
    recoveryCodesLeft: z.int(),
    version: z.int(),
    provenUntil: z.date().nullable(),
  })
  .nullable();
export type StaffMe = z.infer<typeof StaffMe>;

export const StaffSignIn = z.strictObject({ email: Email, password: PresentedPassword, code: Code.optional() });
export type StaffSignIn = z.output<typeof StaffSignIn>;
export const SetupStatus = z.object({ ownerExists: z.boolean() });
export const CreateOwner = z.strictObject({ token: MailedToken, email: Email, name, password: newPassword("staff") });
export type CreateOwner = z.output<typeof CreateOwner>;
export const ChangeStaffPassword = z.strictObject({
  currentPassword: PresentedPassword,
  password: newPassword("staff"),
});
export type ChangeStaffPassword = z.output<typeof ChangeStaffPassword>;
export const ResetStaffPassword = z.strictObject({ token: MailedToken, password: newPassword("staff") });
export type ResetStaffPassword = z.output<typeof ResetStaffPassword>;
export const UpdateStaffProfile = z.strictObject({ version, name });
export type UpdateStaffProfile = z.output<typeof UpdateStaffProfile>;
export const TotpCode = z.strictObject({ code: Code });
export type TotpCode = z.output<typeof TotpCode>;
/** The seed, once, for an authenticator app: as text and as the URI a QR code holds. */
export const TotpStarted = z.object({ secret: z.string(), uri: z.string() });
export type TotpStarted = z.infer<typeof TotpStarted>;
/** Ten codes, each good once, shown only now. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const InviteStaff = z.strictObject({ email: Email, name, role: StaffRoleInput });
export type InviteStaff = z.output<typeof InviteStaff>;
export const StaffVersion = z.strictObject({ id: idOf("staff"), version });
export type StaffVersion = z.output<typeof StaffVersion>;
export const AcceptInvitation = z.strictObject({ token: MailedToken, name, password: newPassword("staff") });
export type AcceptInvitation = z.output<typeof AcceptInvitation>;
export const SetRole = z.strictObject({ id: idOf("staff"), version, role: StaffRoleInput });
export type SetRole = z.output<typeof SetRole>;
/** The matrix of roles and permissions as the settings page shows it. */
export const Roles = z.array(z.object({ role: z.enum(staffRoles), permissions: z.array(z.enum(permissions)) }));
