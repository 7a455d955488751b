/** Every mail that is queued; the last word on a neutral one falls when it is rendered (`domain` 9). */
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
  "order_confirmation",
  /** Somebody asked for the link to a guest order by its number and address. */
  "order_link",
  "order_sent",
  "order_canceled",
  "order_refunded",
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

/** The mails about an order: they go to the order's own address. */
export type OrderMail = Extract<MailTemplate, `order_${string}`>;
/** Whether it tells of an order. */
export const isOrderMail = (template: MailTemplate): template is OrderMail => template.startsWith("order_");

/** What a queued mail can turn out to be: `no_account` is a reset for an address that has nothing to reset. */
export const sentTemplates = [...mailTemplates, "no_account"] as const;
export type SentTemplate = (typeof sentTemplates)[number];
