import { assertOutsideTransaction } from "@clientele/db/transactionScope";
import { createTransport } from "nodemailer";
import type { RenderedMail } from "./render.ts";

export interface MailTransport {
  /** Hands the mail over; rejects when it was not taken. `id` is the same at every try, so that a mailbox can drop doubles. */
  send(id: string, mail: RenderedMail): Promise<void>;
  close(): void;
}

/** What the server answers to about one mail; before that it judges us: our name, our password, our sender's address. */
const aboutTheMail = new Set<unknown>(["RCPT TO", "DATA"]);

/** The server refused this very mail for good: trying again would only annoy it. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  "responseCode" in error &&
  typeof error.responseCode === "number" &&
  error.responseCode >= 500 &&
  "command" in error &&
  aboutTheMail.has(error.command);

/** Sends by the server of `smtp://` or `smtps://`. */
export const smtpTransport = (url: string, from: string): MailTransport => {
  const pool = createTransport(
    { url, pool: true, maxConnections: 2, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 },
    { disableFileAccess: true, disableUrlAccess: true },
  );
  const domain = from.split("@").at(-1)?.replace(/>.*$/, "") ?? "localhost";
  return {
    send: async (id, { to, subject, text, html }) => {
      assertOutsideTransaction("sending a mail");
      // As an object the address is taken as it is and never parsed for further ones.
      await pool.sendMail({ from, to: { name: "", address: to }, subject, text, html, messageId: `<${id}@${domain}>` });
    },
    close: () => pool.close(),
  };
};

/** Sends nothing: the development mailbox renders the outbox on request. */
export const keptTransport: MailTransport = {
  send: async () => assertOutsideTransaction("sending a mail"),
  close: () => {},
};
