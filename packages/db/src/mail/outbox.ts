import { and, asc, desc, eq, inArray, isNull, lt, lte, or } from "drizzle-orm";
import type { MailTemplate, SentTemplate } from "@clientele/domain/mail";
import type { Reader, Tx } from "../database.ts";

/** A mail to send: its template and the ids it speaks of, never text, link or token. */
export interface OutboxMail {
  id: string;
  template: MailTemplate;
  sentAs: SentTemplate | null;
  customerId: string | null;
  staffId: string | null;
  tokenId: string | null;
  eventId: string | null;
  orderId: string | null;
  state: "queued" | "sent" | "failed" | "dropped";
  attempts: number;
  dueAt: Date;
  leasedUntil: Date | null;
  sentAt: Date | null;
  createdAt: Date;
}

export type NewMail = Pick<
  OutboxMail,
  "id" | "template" | "customerId" | "staffId" | "tokenId" | "eventId" | "orderId" | "createdAt"
>;

export const insertMail = async (tx: Tx, mail: NewMail): Promise<void> => {
  await tx.insert(tx.tables.outbox).values({ ...mail, state: "queued", attempts: 0, dueAt: mail.createdAt });
};

export const findMail = async (db: Reader, id: string): Promise<OutboxMail | null> => {
  const { outbox } = db.tables;
  const [row] = await db.select().from(outbox).where(eq(outbox.id, id));
  return row ?? null;
};

/** The newest mails, whatever became of them; the development mailbox shows them. */
export const listNewestMails = (db: Reader, most: number): Promise<OutboxMail[]> => {
  const { outbox } = db.tables;
  return db.select().from(outbox).orderBy(desc(outbox.createdAt), desc(outbox.id)).limit(most);
};

/** Takes due mails in hand until `until`, so that no other worker sends them too; oldest first. */
export const leaseDueMails = async (tx: Tx, now: Date, until: Date, most: number): Promise<OutboxMail[]> => {
  const { outbox } = tx.tables;
  const due = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.state, "queued"),
        lte(outbox.dueAt, now),
        or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now)),
      ),
    )
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(most);
  if (due.length === 0) return [];
  const taken = await tx
    .update(outbox)
    .set({ leasedUntil: until })
    .where(
      inArray(
        outbox.id,
        due.map(({ id }) => id),
      ),
    )
    .returning();
  return taken.toSorted((one, other) => (one.id < other.id ? -1 : 1));
};

/** Keeps a mail in hand for longer; false when its lease ended meanwhile and another worker took it. */
export const keepLease = async (
  tx: Tx,
  { id, leasedUntil }: Pick<OutboxMail, "id" | "leasedUntil">,
  until: Date,
): Promise<boolean> => {
  const { outbox } = tx.tables;
  if (leasedUntil === null) return false;
  const isOurs = and(eq(outbox.id, id), eq(outbox.state, "queued"), eq(outbox.leasedUntil, leasedUntil));
  const kept = await tx.update(outbox).set({ leasedUntil: until }).where(isOurs).returning({ id: outbox.id });
  return kept.length === 1;
};

/** The next instant at which a queued mail may be sent, or null when none waits. */
export const nextMailDue = async (db: Reader): Promise<Date | null> => {
  const { outbox } = db.tables;
  const [next] = await db
    .select({ dueAt: outbox.dueAt })
    .from(outbox)
    .where(eq(outbox.state, "queued"))
    .orderBy(asc(outbox.dueAt))
    .limit(1);
  return next?.dueAt ?? null;
};

/** What became of a mail in hand: sent as some template, or dropped because it had become "none". */
export const finishMail = async (tx: Tx, id: string, sentAs: SentTemplate, now: Date): Promise<void> => {
  const { outbox } = tx.tables;
  await tx
    .update(outbox)
    .set({
      state: sentAs === "none" ? "dropped" : "sent",
      sentAs,
      sentAt: sentAs === "none" ? null : now,
      leasedUntil: null,
    })
    .where(eq(outbox.id, id));
};

/** Puts a mail back after a failure: to be tried again at the instant, or given up when that is null. */
export const postponeMail = async (tx: Tx, id: string, attempts: number, again: { at: Date } | null): Promise<void> => {
  const { outbox } = tx.tables;
  await tx
    .update(outbox)
    .set({ attempts, leasedUntil: null, ...(again === null ? { state: "failed" as const } : { dueAt: again.at }) })
    .where(eq(outbox.id, id));
};

/** Forgets finished mails of before the instant. */
export const removeOldMails = async (tx: Tx, before: Date): Promise<number> => {
  const { outbox } = tx.tables;
  const removed = await tx
    .delete(outbox)
    .where(and(inArray(outbox.state, ["sent", "dropped", "failed"]), lt(outbox.createdAt, before)))
    .returning({ id: outbox.id });
  return removed.length;
};
