import { DomainError } from "@clientele/domain/errors";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";

/** An order as it is stored; what belongs to it by rows of their own is read beside it. */
export type StoredOrder = Reader["tables"]["orders"]["$inferSelect"];
export type StoredLine = Reader["tables"]["orderLines"]["$inferSelect"];

/** The first number is #1001. */
const numbersBegin = 1000;

/** The next order's number: numbers rise, may have gaps, and no two orders wait for each other to get one (R18). */
export const nextOrderNumber = async (tx: Tx, orderId: string): Promise<number> => {
  const { orderNumbers: t } = tx.tables;
  const [taken] = await tx.insert(t).values({ orderId }).returning({ number: t.number });
  if (taken === undefined) throw new Error("the database gave no order number");
  return numbersBegin + taken.number;
};

interface NewOrder {
  order: StoredOrder;
  lines: readonly StoredLine[];
}

export const insertOrder = async (tx: Tx, { order, lines }: NewOrder): Promise<void> => {
  await tx.insert(tx.tables.orders).values(order);
  for (const some of chunked(lines, 24)) await tx.insert(tx.tables.orderLines).values(some);
};

export const findOrder = async (db: Reader, id: string): Promise<StoredOrder | null> => {
  const { orders: t } = db.tables;
  const [order] = await db.select().from(t).where(eq(t.id, id));
  return order ?? null;
};

/** Throws `order.not_found`. For staff and for who holds the order's secret; a shopper's own is `findOwnOrder`'s. */
export const getOrder = async (db: Reader, id: string): Promise<StoredOrder> => {
  const order = await findOrder(db, id);
  if (order === null) throw new DomainError("order.not_found");
  return order;
};

/** Whether anybody ever ordered. */
export const hasOrders = async (db: Reader): Promise<boolean> => {
  const { orders: t } = db.tables;
  const some = await db.select({ id: t.id }).from(t).limit(1);
  return some.length > 0;
};

/** What makes an order the signed-in customer's own (AUZ-4): theirs, and opened to their account. */
export const ownedBy = ({ tables: { orders: t } }: Reader, customerId: string) =>
  and(eq(t.customerId, customerId), eq(t.access, "account"));

/** The order if it is this customer's own; somebody else's, and a guest order before its claim, are not there. */
export const findOwnOrder = async (db: Reader, customerId: string, id: string): Promise<StoredOrder | null> => {
  const { orders: t } = db.tables;
  const [order] = await db
    .select()
    .from(t)
    .where(and(eq(t.id, id), ownedBy(db, customerId)));
  return order ?? null;
};

/** The order of a number that people typed. */
export const findOrderByNumber = async (db: Reader, number: number): Promise<StoredOrder | null> => {
  const { orders: t } = db.tables;
  const [order] = await db.select().from(t).where(eq(t.number, number));
  return order ?? null;
};

/** Writes the version that was seen, with what of an order may change; else throws `order.changed_meanwhile`. */
export const saveOrder = async (tx: Tx, order: StoredOrder, seenVersion: number): Promise<void> => {
  const { orders: t } = tx.tables;
  const { id, status, payment, fulfilment, captured, refunded, canceledAt, version } = order;
  const saved = await tx
    .update(t)
    .set({ status, payment, fulfilment, captured, refunded, canceledAt, version })
    .where(asSeen(t, id, seenVersion))
    .returning({ id: t.id });
  await requireSeen(saved, "order.changed_meanwhile", () => getOrder(tx, id));
};

/**
 * Opens a guest order to the account of the one it counts for: one conditional update, so that of two claims one wins.
 * Answers false when there is no such guest order of that address (any more), and for one that was told to be somebody else's.
 */
export const claimGuestOrder = async (tx: Tx, id: string, customerId: string, email: string): Promise<boolean> => {
  const { orders: t } = tx.tables;
  const claimed = await tx
    .update(t)
    .set({ access: "account" })
    .where(
      and(eq(t.id, id), eq(t.customerId, customerId), eq(t.access, "guest"), eq(t.email, email), isNull(t.disownedAt)),
    )
    .returning({ id: t.id });
  return claimed.length === 1;
};

/** The lines of orders, each order's in their places. */
export const linesOfOrders = async (db: Reader, orderIds: readonly string[]): Promise<StoredLine[]> => {
  const { orderLines: t } = db.tables;
  const lines: StoredLine[] = [];
  for (const some of chunked(orderIds)) {
    lines.push(
      ...(await db
        .select()
        .from(t)
        .where(inArray(t.orderId, some))
        .orderBy(asc(t.orderId), asc(t.position), asc(t.id))),
    );
  }
  return lines;
};

/** Notes pieces of lines as sent; one statement whatever their number. */
export const setFulfilled = async (tx: Tx, lines: readonly { id: string; fulfilled: number }[]): Promise<void> => {
  const { orderLines: t } = tx.tables;
  for (const some of chunked(lines, 3)) {
    const ids = some.map(({ id }) => id);
    const cases = some.map(({ id, fulfilled }) => sql`when ${t.id} = ${id} then cast(${fulfilled} as integer)`);
    await tx
      .update(t)
      .set({ fulfilled: sql`case ${sql.join(cases, sql` `)} end` })
      .where(inArray(t.id, ids));
  }
};

/** The numbers of orders by id, as people know them. */
export const numbersOfOrders = async (db: Reader, ids: readonly string[]): Promise<Map<string, number>> => {
  const { orders: t } = db.tables;
  const numbers = new Map<string, number>();
  for (const some of chunked([...new Set(ids)])) {
    const rows = await db.select({ id: t.id, number: t.number }).from(t).where(inArray(t.id, some));
    for (const { id, number } of rows) numbers.set(id, number);
  }
  return numbers;
};
