import { z } from "zod";
import { Email } from "../customers/email.ts";
import { customerFields } from "../customers/customer.ts";
import { idOf } from "../ids.ts";
import { requiredLine } from "../text.ts";
import { MailedToken } from "./mailedToken.ts";
import { newPassword, PresentedPassword } from "./password.ts";

/** With an order, the sign-up claims it when its e-mail is this one; other guest orders wait for their claim. */
export const RequestSignUp = z.strictObject({ email: Email, orderId: idOf("order").optional() });
export type RequestSignUp = z.output<typeof RequestSignUp>;
export const CompleteSignUp = z.strictObject({
  token: MailedToken,
  password: newPassword("shop"),
  firstName: requiredLine(100),
  lastName: customerFields.lastName.default(""),
});
export type CompleteSignUp = z.output<typeof CompleteSignUp>;
export const SignIn = z.strictObject({
  email: Email,
  password: PresentedPassword,
  /** Keeps the session past the browser's end, 14 days idle and 90 at most; else it ends with the browser or after 24 h. */
  remember: z.boolean().default(false),
});
export type SignIn = z.output<typeof SignIn>;
export const RequestPasswordReset = z.strictObject({ email: Email });
export type RequestPasswordReset = z.output<typeof RequestPasswordReset>;
export const ResetPassword = z.strictObject({ token: MailedToken, password: newPassword("shop") });
export type ResetPassword = z.output<typeof ResetPassword>;
export const ConfirmPassword = z.strictObject({ password: PresentedPassword });
export type ConfirmPassword = z.output<typeof ConfirmPassword>;
export const ChangePassword = z.strictObject({ currentPassword: PresentedPassword, password: newPassword("shop") });
export type ChangePassword = z.output<typeof ChangePassword>;
export const RequestEmailChange = z.strictObject({ email: Email });
export type RequestEmailChange = z.output<typeof RequestEmailChange>;
export const TokenOnly = z.strictObject({ token: MailedToken });
export type TokenOnly = z.output<typeof TokenOnly>;

/** Who is signed in at the shop door. */
export const Me = z
  .object({
    id: z.string(),
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    locale: z.string().nullable(),
    pendingEmail: z.string().nullable(),
    /** Until when sensitive actions need no new password proof; null when they do. */
    provenUntil: z.date().nullable(),
  })
  .nullable();
export type Me = z.infer<typeof Me>;

/** The neutral answer to everything that must not tell whether an address is known. */
export const Asked = z.object({ asked: z.literal(true) });
export type Asked = z.infer<typeof Asked>;
export const asked: Asked = { asked: true };
export const Proven = z.object({ provenUntil: z.date() });
