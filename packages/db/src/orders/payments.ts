import { asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";

/** What was done with an order's money. */
export type StoredPayment = Reader["tables"]["payments"]["$inferSelect"];

export const insertPayment = async (tx: Tx, payment: StoredPayment): Promise<void> => {
  await tx.insert(tx.tables.payments).values(payment);
};

/** What was done with an order's money, oldest first. */
export const listPayments = (db: Reader, orderId: string): Promise<StoredPayment[]> => {
  const { payments: t } = db.tables;
  return db.select().from(t).where(eq(t.orderId, orderId)).orderBy(asc(t.at), asc(t.id));
};
