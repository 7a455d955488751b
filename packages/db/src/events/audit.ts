import type { ListAudit } from "@clientele/domain/events";
import type { Page } from "@clientele/domain/page";
import { and, eq, gte, inArray, lt, type SQL } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { countUpTo, keyset, type Order, pageOf, placeIn } from "../page.ts";
import type { NewEvent } from "./events.ts";

/** An event as it is read back. */
export interface EventRow extends NewEvent {
  customerCount: number;
  sealNumber: number | null;
  seal: string | null;
}

export const findEventRow = async (db: Reader, id: string): Promise<EventRow | null> => {
  const { events } = db.tables;
  const [event] = await db.select().from(events).where(eq(events.id, id)).limit(1);
  return event ?? null;
};

type Paging = Pick<ListAudit, "cursor" | "limit">;

/** Ids rise with time, so the newest events come first by their ids alone. */
const pageOfEvents = async (db: Reader, input: Paging, wanted: SQL | undefined): Promise<Page<EventRow>> => {
  const { events: t } = db.tables;
  const order: Order = { name: "events", by: t.id, id: t.id, direction: "desc" };
  const cursor = placeIn(order, input.cursor);
  const page = keyset(order, cursor);
  const rows = await db
    .select()
    .from(t)
    .where(and(wanted, page.where))
    .orderBy(...page.orderBy)
    .limit(input.limit + 1);
  const found = pageOf(rows, input.limit, order, cursor, (row) => ({ value: row.id, id: row.id }));
  return { ...found, total: await countUpTo(db, db.select({ id: t.id }).from(t).where(wanted)) };
};

/** What happened to a group and its members, newest first. */
export const listGroupEvents = (db: Reader, groupId: string, input: Paging): Promise<Page<EventRow>> =>
  pageOfEvents(db, input, eq(db.tables.events.groupId, groupId));

/** What happened to an order, newest first. */
export const listOrderEvents = (db: Reader, orderId: string, input: Paging): Promise<Page<EventRow>> =>
  pageOfEvents(db, input, eq(db.tables.events.orderId, orderId));

/** The audit log, newest first; parts of the filter left out say nothing. `staffId` means who did it. */
export const listAudit = (db: Reader, input: ListAudit): Promise<Page<EventRow>> => {
  const { events: t } = db.tables;
  return pageOfEvents(
    db,
    input,
    and(
      input.types === undefined || input.types.length === 0 ? undefined : inArray(t.type, input.types),
      input.staffId === undefined ? undefined : and(eq(t.actorRealm, "staff"), eq(t.actorId, input.staffId)),
      input.customerId === undefined ? undefined : eq(t.customerId, input.customerId),
      input.groupId === undefined ? undefined : eq(t.groupId, input.groupId),
      input.from === undefined ? undefined : gte(t.at, new Date(input.from)),
      input.until === undefined ? undefined : lt(t.at, new Date(input.until)),
    ),
  );
};
