/** Every mail there is; the last word on a neutral one (`account_link`) falls when it is rendered (`domain` 9). */
export const mailTemplates = [
  "sign_up",
  "account_exists",
  "account_closed",
  "invitation",
  "password_reset",
  "password_changed",
  "email_change",
  "email_taken",
  /** To the address still in force: somebody has asked to change it. */
  "email_change_asked",
  "email_changed",
  "staff_invitation",
  "staff_password_reset",
  "staff_password_changed",
  "staff_new_sign_in",
  "staff_totp_on",
  "staff_totp_off",
  /** Nothing is sent: the address turned out to have no account to reset. */
  "none",
] as const;
export type MailTemplate = (typeof mailTemplates)[number];
