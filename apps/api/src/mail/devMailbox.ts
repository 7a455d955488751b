import { findMail, listNewestMails, type OutboxMail } from "@clientele/db/mail/outbox";
import type { FastifyInstance, FastifyReply } from "fastify";
import { type Rendering, writeMail, type WrittenMail } from "./render.ts";

const newest = 200;
const inJson = 50;

interface Kept {
  mail: OutboxMail;
  written: WrittenMail;
}

const keptMails = async (ctx: Rendering, to: string | undefined): Promise<Kept[]> => {
  const kept: Kept[] = [];
  for (const mail of await listNewestMails(ctx.db, newest)) {
    const written = await writeMail(ctx, mail);
    if (written !== null && (to === undefined || written.to === to)) kept.push({ mail, written });
  }
  return kept;
};

const page = async (reply: FastifyReply, html: string): Promise<FastifyReply> =>
  reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(`<!doctype html>${html}`);

const pages = async () => {
  const { renderToStaticMarkup } = await import("react-dom/server");
  const { mailList, mailPage } = await import("./templates/Mailbox.tsx");
  return { renderToStaticMarkup, mailList, mailPage };
};

/** Every mail the store would have sent, to be read in the browser: where no mail server is set, never in production. */
export const devMailbox = async (door: FastifyInstance, ctx: Rendering): Promise<void> => {
  door.get<{ Querystring: { to?: string } }>("/dev/mail", async (request, reply) => {
    const { to } = request.query;
    const { renderToStaticMarkup, mailList } = await pages();
    const mails = (await keptMails(ctx, to)).map(({ mail, written }) => ({
      id: mail.id,
      at: mail.createdAt,
      to: written.to,
      subject: written.subject,
    }));
    return page(reply, renderToStaticMarkup(mailList({ mails, to: to ?? "" })));
  });

  door.get<{ Querystring: { to?: string } }>("/dev/mail.json", async (request, reply) => {
    const kept = (await keptMails(ctx, request.query.to)).slice(0, inJson);
    const mails = await Promise.all(
      kept.map(async ({ mail, written: { to, subject, text, html } }) => ({
        id: mail.id,
        to,
        subject,
        text,
        html: await html(),
        createdAt: mail.createdAt,
      })),
    );
    return reply.header("cache-control", "no-store").send(mails);
  });

  door.get<{ Params: { id: string } }>("/dev/mail/:id", async (request, reply) => {
    const mail = await findMail(ctx.db, request.params.id);
    const written = mail === null ? null : await writeMail(ctx, mail);
    if (mail === null || written === null) return reply.callNotFound();
    const { renderToStaticMarkup, mailPage } = await pages();
    const { to, subject, text } = written;
    const shown = { id: mail.id, at: mail.createdAt, to, subject, text, html: await written.html() };
    return page(reply, renderToStaticMarkup(mailPage(shown)));
  });
};
