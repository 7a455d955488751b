import type { paymentKinds } from "@clientele/domain/carts/limits";
import type { SentTemplate } from "@clientele/domain/mail";

/** The public addresses that links in mails begin with; never taken from a request (TOK-4). */
export interface Origins {
  shop: string;
  admin: string;
}

/** An order's lines, sums and addresses in words. */
export interface OrderSheet {
  lines: { title: string; quantity: string; note: string | null; amount: string }[];
  sums: { label: string; amount: string; isTotal?: true }[];
  places: { label: string; lines: string[] }[];
}

/** The order a mail speaks of. */
export interface OrderFacts {
  id: string;
  number: number;
  paymentKind: (typeof paymentKinds)[number];
  /** It opens by its mailed secret only. */
  isGuest: boolean;
  /** Whether the order's address has an account now; `other` where nobody can open or use one. */
  account: "none" | "open" | "other";
  /** Opens an account and takes the order along. */
  signUpLink: string | null;
  sheet: OrderSheet;
  /** What the mail tells of being sent. */
  parcel: Parcel | null;
  /** The amount the mail tells of being given back. */
  givenBack: string | null;
}

/** Goods of an order that were sent together, in words. */
export interface Parcel {
  carrier: string | null;
  tracking: string | null;
  /** Whether something of the order is still to be sent. */
  isPart: boolean;
  sheet: OrderSheet;
}

/** What a mail knows when it is written; each text takes what it needs. */
export interface MailFacts {
  storeName: string;
  /** How the reader is greeted; empty when no name is known, or the mailbox is not proven to be theirs. */
  name: string;
  /** The address the mail goes to. */
  to: string;
  /** The present address of the account, where the mail tells of another. */
  accountEmail: string;
  /** Where the button leads. */
  link: string;
  /** Further places of the door that the text may name. */
  places: { signIn: string; signUp: string; forgot: string };
  /** When it happened, in the store's time zone, and from where. */
  happened: { at: string; device: string; place: string };
  order: OrderFacts | null;
  /** The role an invited staff member is given, in words. */
  role: string;
}

/** A mail's words, before they are set: the same for HTML and for text. */
export interface Letter {
  subject: string;
  /** The line that lists of mails show after the subject. */
  preview: string;
  heading: string;
  paragraphs: string[];
  order?: OrderSheet;
  action?: { label: string; link: string };
  /** What stands below the button. */
  closing: string[];
  /** Something else that the reader can do. */
  further?: { sentence: string; action: { label: string; link: string } };
}

export type Words = Record<Exclude<SentTemplate, "none">, (facts: MailFacts) => Letter>;
