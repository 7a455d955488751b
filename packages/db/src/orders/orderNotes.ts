import { asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";

/** What staff wrote about an order. */
export type StoredOrderNote = Reader["tables"]["orderNotes"]["$inferSelect"];

export const insertOrderNote = async (tx: Tx, note: StoredOrderNote): Promise<void> => {
  await tx.insert(tx.tables.orderNotes).values(note);
};

/** An order's notes, oldest first. */
export const listOrderNotes = (db: Reader, orderId: string): Promise<StoredOrderNote[]> => {
  const { orderNotes: t } = db.tables;
  return db.select().from(t).where(eq(t.orderId, orderId)).orderBy(asc(t.at), asc(t.id));
};
