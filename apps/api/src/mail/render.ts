import type { OutboxMail } from "@clientele/db/mail/outbox";
import { findEmailHold } from "@clientele/db/customers/emailHolds";
import { findEvent } from "@clientele/db/events/events";
import type { StoredOrder } from "@clientele/db/orders/orders";
import type { TokenRow } from "@clientele/db/sessions/tokens";
import { getSettings } from "@clientele/db/settings/settings";
import type { EventData } from "@clientele/domain/events";
import type { Customer } from "@clientele/domain/customers/customer";
import type { SentTemplate } from "@clientele/domain/mail";
import type { TokenPurpose } from "@clientele/domain/sessions/token";
import { placeOf } from "../caller.ts";
import type { Services } from "../context.ts";
import { accountOf, addressedMail, type AddressedMail } from "./address.ts";
import type { Letter, MailFacts, OrderFacts, Origins } from "./letter.ts";
import { footerText, mailText, roleText, unknownText } from "./mailText.ts";
import { orderFactsOf } from "./orderFacts.ts";
import { sheetText } from "./sheetText.ts";

/** A mail as it is sent or shown. */
export interface RenderedMail {
  template: Exclude<SentTemplate, "none">;
  to: string;
  subject: string;
  text: string;
  html: string;
}

export type Rendering = Pick<Services, "db" | "now" | "tokens"> & { origins: Origins };

// The page that asks `account.link` what the token is for; the token stands behind `#`, where no server sees it.
const pages = {
  sign_up: "/open-account",
  invitation: "/open-account",
  password_reset: "/reset-password",
  email_change: "/confirm-email",
  email_revert: "/revert-email",
  order_secret: "/order",
  staff_invitation: "/accept-invitation",
  staff_password_reset: "/reset-password",
  first_owner: "/first-owner",
} as const satisfies Record<TokenPurpose, string>;

/** The link of a mailed or printed token. */
export const linkOf = (
  { tokens, origins }: Pick<Rendering, "tokens" | "origins">,
  token: { id: string; purpose: TokenPurpose },
): string => {
  const staff = token.purpose.startsWith("staff_") || token.purpose === "first_owner";
  return `${staff ? origins.admin : origins.shop}${pages[token.purpose]}#token=${tokens.textOf(token.id)}`;
};

const instantText = (at: Date, { locale, timeZone }: { locale: string; timeZone: string }): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone }).format(at);

/** Where an order opens: for a guest by its secret, for an account behind its sign-in. */
const orderLinkOf = (ctx: Rendering, { id, access }: StoredOrder, token: TokenRow | null): string =>
  access === "guest" && token !== null ? linkOf(ctx, token) : `${ctx.origins.shop}/account/orders/${id}`;

/** What is said of an account is true for the order's address at this moment. */
const orderFacts = async (
  ctx: Rendering,
  order: StoredOrder,
  customer: Customer | null,
  told: EventData,
): Promise<OrderFacts> => {
  const account = accountOf(customer);
  const held = account === "none" && (await findEmailHold(ctx.db, order.email ?? "", ctx.now())) !== null;
  const settings = await getSettings(ctx.db);
  return orderFactsOf(ctx, order, settings, {
    account: account === "closed" || held ? "other" : account,
    linkOf: (token) => linkOf(ctx, token),
    told,
  });
};

const factsOf = async (ctx: Rendering, mail: OutboxMail, addressed: AddressedMail): Promise<MailFacts> => {
  const settings = await getSettings(ctx.db);
  const event = mail.eventId === null ? null : await findEvent(ctx.db, mail.eventId);
  const { customer, staff, token, order } = addressed;
  const origin = staff === null ? ctx.origins.shop : ctx.origins.admin;
  const email = customer?.email ?? staff?.email ?? "";
  // Somebody who asked with a mailbox that is not the account's must not learn the account's name from it.
  const known = email === addressed.to || token?.purpose === "email_revert";
  const signIn = `${origin}/sign-in`;
  return {
    storeName: settings.name,
    name: known ? (staff?.name ?? customer?.firstName ?? "") : "",
    to: addressed.to,
    accountEmail: email,
    link: order === null ? (token === null ? signIn : linkOf(ctx, token)) : orderLinkOf(ctx, order, token),
    places: { signIn, signUp: `${origin}/sign-up`, forgot: `${origin}/forgot-password` },
    happened: {
      at: instantText(event?.at ?? mail.createdAt, settings),
      device: event?.device ?? unknownText.device,
      place: (event?.address == null ? null : placeOf(event.address)) ?? unknownText.place,
    },
    order: order === null ? null : await orderFacts(ctx, order, customer, event?.data ?? {}),
    role: staff === null ? "" : roleText[staff.role],
  };
};

// A store may be called "Lindenholz & Co.": a sentence that ends with its name has one full stop all the same.
const ended = (text: string): string => text.replaceAll(/\.\.(?=\s|$)/g, ".");

const asText = ({ heading, paragraphs, order, action, closing, further }: Letter, storeName: string): string =>
  [
    heading,
    ...paragraphs,
    ...(order === undefined ? [] : sheetText(order)),
    ...(action === undefined ? [] : [`${action.label}:\n${action.link}`]),
    ...closing,
    ...(further === undefined ? [] : [further.sentence, `${further.action.label}:\n${further.action.link}`]),
    `-- \n${footerText(storeName)}`,
  ].join("\n\n");

// A header of a mail is one line, whatever a store calls itself.
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

const asHtml = async (letter: Letter, storeName: string): Promise<string> => {
  // Loaded with the first mail: the server starts without the whole library of mail markup.
  const [{ createElement }, { render }, { LetterMail }] = await Promise.all([
    import("react"),
    import("@react-email/render"),
    import("./templates/LetterMail.tsx"),
  ]);
  return render(createElement(LetterMail, { letter, storeName }));
};

/** A mail in words, before it is set as HTML. */
export interface WrittenMail extends Omit<RenderedMail, "html"> {
  html: () => Promise<string>;
}

/** Writes a mail of the outbox from what is true now; null when there is none to send. */
export const writeMail = async (ctx: Rendering, mail: OutboxMail): Promise<WrittenMail | null> => {
  const addressed = await addressedMail(ctx, mail);
  if (addressed === null) return null;
  const facts = await factsOf(ctx, mail, addressed);
  const words = mailText[addressed.template](facts);
  const letter = { ...words, paragraphs: words.paragraphs.map(ended), closing: words.closing.map(ended) };
  return {
    template: addressed.template,
    to: addressed.to,
    subject: oneLine(letter.subject),
    text: asText(letter, facts.storeName),
    html: () => asHtml(letter, facts.storeName),
  };
};

/** A mail as it is sent. */
export const renderMail = async (ctx: Rendering, mail: OutboxMail): Promise<RenderedMail | null> => {
  const written = await writeMail(ctx, mail);
  return written === null ? null : { ...written, html: await written.html() };
};
