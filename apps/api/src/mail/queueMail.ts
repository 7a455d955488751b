import type { Tx } from "@clientele/db";
import { insertMail } from "@clientele/db/mail/outbox";
import type { MailTemplate } from "@clientele/domain/mail";
import type { Services } from "../context.ts";

interface QueuedMail {
  template: MailTemplate;
  customerId?: string | undefined;
  staffId?: string | undefined;
  tokenId?: string | undefined;
  eventId?: string | undefined;
  orderId?: string | undefined;
}

/** Puts a mail into the outbox with the change it tells of: it is sent if that is committed, and only then (R19). */
export const queueMail = async (
  tx: Tx,
  ctx: Pick<Services, "now" | "newId" | "wakeMail">,
  mail: QueuedMail,
): Promise<void> => {
  await insertMail(tx, {
    id: ctx.newId("mail"),
    template: mail.template,
    customerId: mail.customerId ?? null,
    staffId: mail.staffId ?? null,
    tokenId: mail.tokenId ?? null,
    eventId: mail.eventId ?? null,
    orderId: mail.orderId ?? null,
    createdAt: ctx.now(),
  });
  tx.afterCommit(async () => ctx.wakeMail());
};
