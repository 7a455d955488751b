import type { ListOrders, OrderInList } from "@clientele/domain/orders/order";
import type { Page } from "@clientele/domain/page";
import { and, eq, gte, inArray, lt } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader } from "../database.ts";
import { countNarrowed, idsInOrder } from "../narrowed.ts";
import { countUpTo, keyset, type Order, pageOf, placeIn } from "../page.ts";
import { readyOrderFilter } from "./orderFilter.ts";
import { ownedBy } from "./orders.ts";

const listColumns = ({ tables: { orders: t } }: Reader) => ({
  id: t.id,
  number: t.number,
  placedAt: t.placedAt,
  access: t.access,
  status: t.status,
  payment: t.payment,
  fulfilment: t.fulfilment,
  currency: t.currency,
  total: t.total,
  pieces: t.pieces,
});

const orderOf = ({ tables: { orders: t } }: Reader, sort: ListOrders["sort"]): Order => ({
  name: `orders ${sort}`,
  by: sort.endsWith("total") ? t.total : t.placedAt,
  id: t.id,
  direction: sort.startsWith("-") ? "desc" : "asc",
});

/** An order as the admin's list reads it. */
type ListedOrder = Awaited<ReturnType<typeof rowsOf>>[number];

const rowsOf = async (db: Reader, ids: readonly string[]) => {
  const { orders: t, customers } = db.tables;
  const customer = {
    id: customers.id,
    email: customers.email,
    firstName: customers.firstName,
    lastName: customers.lastName,
  } satisfies Record<keyof OrderInList["customer"], unknown>;
  const rows = await db
    .select({ ...listColumns(db), customer })
    .from(t)
    .innerJoin(customers, eq(customers.id, t.customerId))
    .where(inArray(t.id, [...ids]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/** A page of all orders that a filter means, in the order asked for. */
export const listOrders = async (db: Reader, input: ListOrders): Promise<Page<ListedOrder>> => {
  const order = orderOf(db, input.sort);
  const cursor = placeIn(order, input.cursor);
  const filter = await readyOrderFilter(db, input);
  const ids = await idsInOrder(db, { ...filter, order, cursor, rows: input.limit + 1 });
  const page = pageOf(await rowsOf(db, ids), input.limit, order, cursor, (row) => ({
    value: order.by === db.tables.orders.total ? row.total : row.placedAt,
    id: row.id,
  }));
  return { ...page, total: await countNarrowed(db, filter) };
};

/** Which of the signed-in customer's own orders are listed. */
interface OwnOrders {
  customerId: string;
  status?: ListOrders["status"];
  number?: number;
  from?: Date;
  until?: Date;
  cursor?: string | undefined;
  limit: number;
}

/** A page of a customer's own orders, newest first. */
export const listOwnOrders = async (db: Reader, { customerId, ...asked }: OwnOrders) => {
  const { orders: t } = db.tables;
  const order: Order = { name: "own orders", by: t.placedAt, id: t.id, direction: "desc" };
  const cursor = placeIn(order, asked.cursor);
  const place = keyset(order, cursor);
  const own = and(
    ownedBy(db, customerId),
    asked.status === undefined ? undefined : inArray(t.status, asked.status),
    asked.number === undefined ? undefined : eq(t.number, asked.number),
    asked.from === undefined ? undefined : gte(t.placedAt, asked.from),
    asked.until === undefined ? undefined : lt(t.placedAt, asked.until),
  );
  const rows = await db
    .select(listColumns(db))
    .from(t)
    .where(and(own, place.where))
    .orderBy(...place.orderBy)
    .limit(asked.limit + 1);
  const page = pageOf(rows, asked.limit, order, cursor, (row) => ({ value: row.placedAt, id: row.id }));
  return { ...page, total: await countUpTo(db, db.select({ id: t.id }).from(t).where(own)) };
};

/** The first few pictures of orders' lines, by order. */
export const picturesOfOrders = async (
  db: Reader,
  orderIds: readonly string[],
  most: number,
): Promise<Map<string, string[]>> => {
  const { orderLines: t } = db.tables;
  const pictures = new Map<string, string[]>();
  for (const some of chunked(orderIds)) {
    const rows = await db
      .select({ orderId: t.orderId, picture: t.picture })
      .from(t)
      // A line's place counts from nought: an order of a hundred lines is not read for its first few pictures.
      .where(and(inArray(t.orderId, some), lt(t.position, most)))
      .orderBy(t.orderId, t.position, t.id);
    for (const { orderId, picture } of rows) {
      if (picture !== null) pictures.set(orderId, [...(pictures.get(orderId) ?? []), picture]);
    }
  }
  return pictures;
};
