import { asc, desc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { eventTypes, type EventData, type EventType } from "@clientele/domain/events";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";

/** An event as it is written: ids, counts and field names, never a personal value. */
export interface NewEvent {
  id: string;
  type: EventType;
  at: Date;
  actorRealm: "shop" | "staff" | "system";
  actorId: string | null;
  customerId: string | null;
  groupId: string | null;
  orderId: string | null;
  staffId: string | null;
  data: EventData;
  device: string | null;
  address: string | null;
  requestId: string | null;
}

/** Writes an event and puts it into the timelines of the customers it concerns. */
export const insertEvent = async (tx: Tx, event: NewEvent, customerIds: readonly string[]): Promise<void> => {
  const { events, eventCustomers } = tx.tables;
  await tx.insert(events).values({ ...event, customerCount: customerIds.length });
  const kind = eventTypes[event.type];
  for (const ids of chunked(customerIds, 3)) {
    await tx.insert(eventCustomers).values(ids.map((customerId) => ({ customerId, eventId: event.id, kind })));
  }
};

/** The part of an event that its seal covers: all but what an erasure may take away later. */
export type SealedEvent = Omit<NewEvent, "device" | "address"> & { customerCount: number };

const sealedColumns = ({ tables: { events: t } }: Reader) => ({
  id: t.id,
  type: t.type,
  at: t.at,
  actorRealm: t.actorRealm,
  actorId: t.actorId,
  customerId: t.customerId,
  groupId: t.groupId,
  orderId: t.orderId,
  staffId: t.staffId,
  data: t.data,
  customerCount: t.customerCount,
  requestId: t.requestId,
});

/** The oldest events that are not in the chain yet. */
export const listUnsealed = (db: Reader, most: number): Promise<SealedEvent[]> => {
  const { events } = db.tables;
  return db.select(sealedColumns(db)).from(events).where(isNull(events.sealNumber)).orderBy(asc(events.id)).limit(most);
};

export interface Seal {
  number: number;
  hash: string;
}

/** The end of the chain, or null while nothing is sealed. */
export const findLastSeal = async (db: Reader): Promise<Seal | null> => {
  const { events } = db.tables;
  const [last] = await db
    .select({ number: events.sealNumber, hash: events.seal })
    .from(events)
    .where(isNotNull(events.sealNumber))
    .orderBy(desc(events.sealNumber))
    .limit(1);
  return last === undefined || last.number === null || last.hash === null
    ? null
    : { number: last.number, hash: last.hash };
};

/** Writes an event's place in the chain. */
export const sealEvent = async (tx: Tx, id: string, seal: Seal): Promise<void> => {
  const { events } = tx.tables;
  await tx.update(events).set({ sealNumber: seal.number, seal: seal.hash }).where(eq(events.id, id));
};

/** A stretch of the chain with what each seal covers, for whoever verifies it. */
export const listSealed = async (
  db: Reader,
  after: number,
  most: number,
): Promise<{ event: SealedEvent; seal: Seal }[]> => {
  const { events } = db.tables;
  const rows = await db
    .select({ event: sealedColumns(db), number: events.sealNumber, hash: events.seal })
    .from(events)
    .where(gt(events.sealNumber, after))
    .orderBy(asc(events.sealNumber))
    .limit(most);
  return rows.flatMap(({ event, number, hash }) =>
    number === null || hash === null ? [] : [{ event, seal: { number, hash } }],
  );
};

/** When and from where an event came and what it says, for the mail that tells of it. */
export const findEvent = async (
  db: Reader,
  id: string,
): Promise<{ at: Date; device: string | null; address: string | null; data: EventData } | null> => {
  const { events } = db.tables;
  const [event] = await db
    .select({ at: events.at, device: events.device, address: events.address, data: events.data })
    .from(events)
    .where(eq(events.id, id));
  return event ?? null;
};
