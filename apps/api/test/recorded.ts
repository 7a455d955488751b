import type { Database } from "@clientele/db";
import type { EventRow } from "@clientele/db/events/audit";

/** The events that some work records, oldest first; most tests expect exactly one, or none (AUD-1). */
export const eventsDuring = async (db: Database, work: () => Promise<unknown>): Promise<EventRow[]> => {
  const { events } = db.tables;
  const before = new Set((await db.select({ id: events.id }).from(events)).map(({ id }) => id));
  await work();
  const all = await db.select().from(events);
  return all.filter(({ id }) => !before.has(id)).toSorted((one, other) => (one.id < other.id ? -1 : 1));
};

/** Everything stored but what a mere visit moves: sessions' ends and counted tries. */
export const stored = async (db: Database): Promise<string> => {
  const { throttles: _tries, customerSessions: _shop, staffSessions: _staff, ...tables } = db.tables;
  const rows: Record<string, string[]> = {};
  for (const [name, table] of Object.entries(tables)) {
    const found: unknown[] = await db.select().from(table);
    rows[name] = found.map((row) => JSON.stringify(row)).toSorted();
  }
  return JSON.stringify(rows);
};
