import { type Channel, channels, type Consent, type Consents } from "@clientele/domain/customers/consent";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";

/** An answer as it is stored. */
export interface NewConsent extends Consent {
  id: string;
  customerId: string;
  /** Who of the staff wrote it down. */
  staffId: string | null;
}

/** The present answer of each channel that has one, with its history, newest first. */
export const listConsents = async (db: Reader, customerId: string): Promise<Consents> => {
  const { consents: t } = db.tables;
  const answers = await db
    .select({ channel: t.channel, state: t.state, source: t.source, reason: t.reason, at: t.at, present: t.present })
    .from(t)
    .where(eq(t.customerId, customerId))
    .orderBy(desc(t.present), desc(t.at), desc(t.id));
  return channels.flatMap((channel) => {
    const [present, ...earlier] = answers
      .filter((answer) => answer.channel === channel)
      .map(({ present: _present, ...answer }) => answer);
    return present === undefined ? [] : [{ ...present, history: [present, ...earlier] }];
  });
};

/** The present answers alone. */
export const listPresentConsents = (db: Reader, customerId: string): Promise<Consent[]> => {
  const { consents: t } = db.tables;
  return db
    .select({ channel: t.channel, state: t.state, source: t.source, reason: t.reason, at: t.at })
    .from(t)
    .where(and(eq(t.customerId, customerId), sql`${t.present}`))
    .orderBy(t.channel);
};

/** The present answer for a channel; null means that the customer never said, which counts as no. */
export const findConsent = async (db: Reader, customerId: string, channel: Channel): Promise<Consent | null> => {
  const present = await listPresentConsents(db, customerId);
  return present.find((answer) => answer.channel === channel) ?? null;
};

/** Adds an answer, which becomes the present one of its channel. */
export const insertConsent = async (tx: Tx, consent: NewConsent): Promise<void> => {
  const { consents: t } = tx.tables;
  await tx
    .update(t)
    .set({ present: false })
    .where(and(eq(t.customerId, consent.customerId), eq(t.channel, consent.channel), sql`${t.present}`));
  await tx.insert(t).values({ ...consent, present: true });
};
