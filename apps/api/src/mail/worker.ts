import { randomInt } from "node:crypto";
import {
  finishMail,
  keepLease,
  leaseDueMails,
  nextMailDue,
  type OutboxMail,
  postponeMail,
} from "@clientele/db/mail/outbox";
import type { SentTemplate } from "@clientele/domain/mail";
import { days, hours, later, minutes } from "@clientele/domain/time";
import type { Services } from "../context.ts";
import { type Rendering, renderMail } from "./render.ts";
import { isRefusal, type MailTransport } from "./transport.ts";

const leaseLasts = minutes(2);
/** How long one mail may take to be handed over; a lease that ends sooner is made longer first. */
const sendingMost = minutes(1);
const batch = 10;
const firstPause = minutes(0.5);
const longestPause = hours(6);
/** A link that has waited this long is of no use; the mail is given up. */
const givenUpAfter = days(3);

/** How long to wait after so many failures: four times longer each time, spread so that not all come back at once. */
export const pauseAfter = (attempts: number, spread: () => number = () => randomInt(500, 1500) / 1000): number =>
  Math.round(Math.min(longestPause, firstPause * 4 ** (attempts - 1)) * spread());

export interface MailWorker {
  /** Something was committed: looks at the outbox at once. */
  wake(): void;
  start(): void;
  /** Sends all that is due and answers how many mails it had in hand. */
  drain(): Promise<number>;
  /** Ends after the mail in hand. */
  stop(): Promise<void>;
}

type Working = Pick<Services, "log"> & Rendering;

/**
 * Sends what the outbox holds: at least once each, doubles only when it dies between sending and noting it (R19). A lease
 * keeps two workers off the same mail, and ends by itself when its worker is gone.
 */
export const mailWorker = (ctx: Working, transport: MailTransport): MailWorker => {
  const { db, log } = ctx;
  let running: Promise<number> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let started = false;

  const deliver = async (mail: OutboxMail): Promise<void> => {
    let sentAs: SentTemplate;
    try {
      const rendered = await renderMail(ctx, mail);
      if (rendered !== null) await transport.send(mail.id, rendered);
      sentAs = rendered?.template ?? "none";
    } catch (error) {
      await putBack(mail, error);
      return;
    }
    await db.transaction((tx) => finishMail(tx, mail.id, sentAs, ctx.now()));
  };

  const putBack = async (mail: OutboxMail, error: unknown): Promise<void> => {
    const attempts = mail.attempts + 1;
    const at = later(ctx.now(), pauseAfter(attempts));
    const hopeless = isRefusal(error) || at.getTime() - mail.createdAt.getTime() > givenUpAfter;
    const facts = { event: hopeless ? "mail.given_up" : "mail.postponed", mailId: mail.id, attempts };
    log.warn({ ...facts, err: error }, "a mail was not sent");
    await db.transaction((tx) => postponeMail(tx, mail.id, attempts, hopeless ? null : { at }));
  };

  /** With a slow mail server the lease of a batch would end before its last mails, and another worker would send them too. */
  const isStillOurs = async (mail: OutboxMail): Promise<boolean> => {
    const now = ctx.now();
    const isLong = mail.leasedUntil !== null && later(now, sendingMost) <= mail.leasedUntil;
    return isLong || db.transaction((tx) => keepLease(tx, mail, later(now, leaseLasts)));
  };

  const sendDue = async (): Promise<number> => {
    let handled = 0;
    for (;;) {
      const now = ctx.now();
      const mails = await db.transaction((tx) => leaseDueMails(tx, now, later(now, leaseLasts), batch));
      for (const mail of mails) if (await isStillOurs(mail)) await deliver(mail);
      handled += mails.length;
      if (mails.length < batch) return handled;
    }
  };

  const drain = async (): Promise<number> => {
    if (running !== null) {
      again = true;
      return running;
    }
    running = (async () => {
      let handled = 0;
      do {
        again = false;
        handled += await sendDue();
      } while (again);
      return handled;
    })();
    try {
      return await running;
    } finally {
      running = null;
    }
  };

  const plan = async (): Promise<void> => {
    const due = await nextMailDue(db);
    const wait = due === null ? minutes(1) : Math.max(1_000, due.getTime() - ctx.now().getTime());
    if (!started) return;
    clearTimeout(timer);
    timer = setTimeout(work, Math.min(wait, minutes(1)));
    timer.unref();
  };

  const work = (): void => {
    if (!started) return;
    drain()
      .then(plan)
      .catch((error: unknown) => {
        log.error({ err: error, event: "mail.worker_failed" }, "the outbox could not be read");
        if (!started) return;
        clearTimeout(timer);
        timer = setTimeout(work, 5_000);
        timer.unref();
      });
  };

  return {
    // Only after the answer has gone out: how long a mail's rendering takes must not show in how long its request took.
    wake: () => {
      setImmediate(work);
    },
    start: () => {
      started = true;
      work();
    },
    drain,
    stop: async () => {
      started = false;
      clearTimeout(timer);
      // Whatever went wrong in hand was reported where it happened.
      await running?.catch(() => 0);
      transport.close();
    },
  };
};
