import { findCustomer, findCustomerByEmail } from "@clientele/db/customers/customers";
import { findEmailHold } from "@clientele/db/customers/emailHolds";
import type { OutboxMail } from "@clientele/db/mail/outbox";
import { findOrder, type StoredOrder } from "@clientele/db/orders/orders";
import { findToken, type TokenRow } from "@clientele/db/sessions/tokens";
import { findStaff } from "@clientele/db/staff/staff";
import type { Customer } from "@clientele/domain/customers/customer";
import { isOrderMail, type MailTemplate, type OrderMail, type SentTemplate } from "@clientele/domain/mail";
import type { Staff } from "@clientele/domain/staff/staff";
import type { Services } from "../context.ts";

type Looking = Pick<Services, "db" | "now">;

/** To whom a mail goes and which one it is, decided from what is true now. */
export interface AddressedMail {
  template: Exclude<SentTemplate, "none">;
  to: string;
  customer: Customer | null;
  staff: Staff | null;
  token: TokenRow | null;
  order: StoredOrder | null;
}

const works = (token: TokenRow, now: Date): boolean =>
  token.usedAt === null && token.voidedAt === null && token.expiresAt.getTime() > now.getTime();

/** Whether a customer has an account that is theirs to use. */
export const accountOf = (customer: Customer | null): "none" | "open" | "closed" => {
  if (customer === null || customer.status === "guest" || customer.status === "invited") return "none";
  return customer.status === "active" ? "open" : "closed";
};

/** What a request that answers alike for every address becomes for the one that reads this mailbox (`domain` 9). */
const turned = async (
  { db, now }: Looking,
  template: MailTemplate,
  token: TokenRow,
  customer: Customer | null,
  staff: Staff | null,
): Promise<SentTemplate> => {
  switch (template) {
    case "sign_up":
    case "invitation": {
      const account = accountOf(customer);
      // An account that left this address may still return to it, so no other can be opened here yet.
      const held = account === "none" && (await findEmailHold(db, token.email, now())) !== null;
      if (account === "none" && !held) return template;
      return account === "closed" ? "account_closed" : "account_exists";
    }
    case "password_reset": {
      const account = accountOf(customer);
      if (account === "none") return (await findEmailHold(db, token.email, now())) === null ? "no_account" : "none";
      return account === "open" ? "password_reset" : "account_closed";
    }
    case "staff_password_reset":
      return staff?.status === "active" ? template : "none";
    case "email_change": {
      const other = await findCustomerByEmail(db, token.email);
      const hold = await findEmailHold(db, token.email, now());
      const theirs = other !== null && other.id !== token.customerId && accountOf(other) !== "none";
      return theirs || (hold !== null && hold.customerId !== token.customerId) ? "email_taken" : "email_change";
    }
    default:
      return template;
  }
};

/** A mail of an order goes to the order's own address; a link to it only while the order opens by one (GST-1). */
const addressedOrder = async (ctx: Looking, mail: OutboxMail, template: OrderMail): Promise<AddressedMail | null> => {
  const order = mail.orderId === null ? null : await findOrder(ctx.db, mail.orderId);
  if (order === null || order.email === null) return null;
  const token = mail.tokenId === null ? null : await findToken(ctx.db, mail.tokenId);
  const opens = order.access === "guest" && token !== null && works(token, ctx.now());
  if (template === "order_link" && mail.sentAs === null && !opens) return null;
  const customer = await findCustomerByEmail(ctx.db, order.email);
  return { template, to: order.email, customer, staff: null, token, order };
};

/**
 * Decides which mail an outbox row becomes, or null for none. A mail that was sent keeps the word that fell then; one that
 * waits is dropped when its link no longer works.
 */
export const addressedMail = async (ctx: Looking, mail: OutboxMail): Promise<AddressedMail | null> => {
  const { db } = ctx;
  if (isOrderMail(mail.template)) return addressedOrder(ctx, mail, mail.template);
  const token = mail.tokenId === null ? null : await findToken(db, mail.tokenId);
  const customerId = mail.customerId ?? token?.customerId ?? null;
  const byId = customerId === null ? null : await findCustomer(db, customerId);
  const customer = byId ?? (token === null || token.email === "" ? null : await findCustomerByEmail(db, token.email));
  const staffId = mail.staffId ?? token?.staffId ?? null;
  const staff = staffId === null ? null : await findStaff(db, staffId);

  let template: SentTemplate = mail.sentAs ?? mail.template;
  if (mail.sentAs === null && mail.tokenId !== null) {
    if (token === null || !works(token, ctx.now())) return null;
    template = await turned(ctx, mail.template, token, customer, staff);
  }
  const to = token?.email ?? staff?.email ?? customer?.email ?? "";
  const forStaff = template.startsWith("staff_");
  if (template === "none" || to === "" || (forStaff && staff === null)) return null;
  return { template, to, customer: forStaff ? null : customer, staff: forStaff ? staff : null, token, order: null };
};
