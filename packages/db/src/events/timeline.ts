import type { ListTimeline } from "@clientele/domain/events";
import type { Page } from "@clientele/domain/page";
import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { countUpTo, keyset, type Order, pageOf, placeIn } from "../page.ts";
import type { EventRow } from "./audit.ts";

/** An event as a timeline tells it: what only the audit log shows stays there. */
export type TimelineRow = Pick<
  EventRow,
  "id" | "type" | "at" | "actorRealm" | "actorId" | "groupId" | "orderId" | "data" | "customerCount"
>;

/** What happened to a customer, newest first, narrowed to some kinds; ids rise with time, so they are the order. */
export const listTimeline = async (db: Reader, input: ListTimeline): Promise<Page<TimelineRow>> => {
  const { events, eventCustomers: t } = db.tables;
  const order: Order = { name: "timeline", by: t.eventId, id: t.eventId, direction: "desc" };
  const cursor = placeIn(order, input.cursor);
  const page = keyset(order, cursor);
  const { kinds = [] } = input;
  const own = and(eq(t.customerId, input.customerId), kinds.length === 0 ? undefined : inArray(t.kind, kinds));
  const rows = await db
    .select({
      id: events.id,
      type: events.type,
      at: events.at,
      actorRealm: events.actorRealm,
      actorId: events.actorId,
      groupId: events.groupId,
      orderId: events.orderId,
      data: events.data,
      customerCount: events.customerCount,
    })
    .from(t)
    .innerJoin(events, eq(events.id, t.eventId))
    .where(and(own, page.where))
    .orderBy(...page.orderBy)
    .limit(input.limit + 1);
  const found = pageOf(rows, input.limit, order, cursor, (row) => ({ value: row.id, id: row.id }));
  return { ...found, total: await countUpTo(db, db.select({ id: t.eventId }).from(t).where(own)) };
};
