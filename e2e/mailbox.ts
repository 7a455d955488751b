import { expect } from "@playwright/test";

export interface ReceivedMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  createdAt: string;
}

/** The development mailbox of a running server. */
export class Mailbox {
  readonly #shop: string;

  constructor(shop: string) {
    this.#shop = shop;
  }

  /** All mails to the address, newest first. */
  async all(to: string): Promise<ReceivedMail[]> {
    const answer = await fetch(`${this.#shop}/dev/mail.json?to=${encodeURIComponent(to)}`);
    return (await answer.json()) as ReceivedMail[];
  }

  /** Waits for the newest mail to the address whose subject matches. */
  async newest(to: string, subject: RegExp): Promise<ReceivedMail> {
    let found: ReceivedMail | undefined;
    await expect
      .poll(async () => (found = (await this.all(to)).find((mail) => subject.test(mail.subject))) !== undefined, {
        message: `a mail to ${to} with a subject like ${subject}`,
      })
      .toBe(true);
    if (found === undefined) throw new Error("no mail");
    return found;
  }

  /** The link with a token in the newest such mail. */
  async link(to: string, subject: RegExp): Promise<string> {
    const { text } = await this.newest(to, subject);
    const link = /https?:\/\/\S+#token=\S+/.exec(text)?.[0];
    if (link === undefined) throw new Error(`no link in the mail:\n${text}`);
    return link;
  }
}
