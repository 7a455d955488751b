import type { CustomerFilter, CustomerSort, ListCustomers } from "@clientele/domain/customers/customerList";
import { type Page, totalCap } from "@clientele/domain/page";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { everyRow, longestWalk, mostGathered } from "../narrowed.ts";
import { type Cursor, countUpTo, keyset, pageOf, placeIn, sortedBy } from "../page.ts";
import { type ReadyFilter, readyFilter } from "./customerFilter.ts";

const listColumns = ({ customers: t }: Reader["tables"]) => ({
  id: t.id,
  email: t.email,
  status: t.status,
  firstName: t.firstName,
  lastName: t.lastName,
  phone: t.phone,
  companyName: t.companyName,
  createdBy: t.createdBy,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  version: t.version,
  nameKey: t.nameKey,
  emailKey: t.emailKey,
  orderCount: t.orderCount,
  netSpent: t.netSpent,
  lastOrderAt: t.lastOrderAt,
});

const { columnOf, orderOf } = sortedBy("customers", {
  createdAt: "createdAt",
  updatedAt: "updatedAt",
  name: "nameKey",
  email: "emailKey",
  orders: "orderCount",
  netSpent: "netSpent",
  lastOrder: "lastOrderAt",
});

interface Question {
  readonly sort: CustomerSort;
  readonly cursor: Cursor | null;
  readonly filter: ReadyFilter;
  /** One more than the page holds. */
  readonly rows: number;
}

/** Walks along the order's index; `end` is where to stop looking. */
const walk = async (db: Reader, { sort, cursor, filter, rows }: Question, end: SQL | undefined) => {
  const { customers: t } = db.tables;
  const page = keyset(orderOf(t, sort), cursor);
  return db
    .select(listColumns(db.tables))
    .from(t)
    .where(and(page.where, end, filter.holds(t)))
    .orderBy(...page.orderBy)
    .limit(rows);
};

/** The condition of not lying beyond the longest walk from the place; none when the list ends before. */
const endOfWalk = async (db: Reader, { sort, cursor, filter }: Question): Promise<SQL | undefined> => {
  const { customers: t } = db.tables;
  const order = orderOf(t, sort);
  const page = keyset(order, cursor);
  const [last] = await db
    .select({ value: order.by, id: t.id })
    .from(t)
    .where(and(page.where, filter.within))
    .orderBy(...page.orderBy)
    .offset(longestWalk)
    .limit(1);
  if (last === undefined) return undefined;
  const rising = (order.direction === "asc") === (cursor?.side !== "before");
  const place = sql`(${sql.param(last.value, order.by)}, ${sql.param(last.id, order.id)})`;
  return sql`(${order.by}, ${order.id}) ${sql.raw(rising ? "<=" : ">=")} ${place}`;
};

/** Takes all who meet the filter's narrowest part and sorts those who meet the rest of it. */
const gather = async (db: Reader, { sort, cursor, filter, rows }: Question, source: SQL) => {
  const { customers: t } = db.tables;
  const found = db
    .select(listColumns(db.tables))
    .from(sql`(${source}) as met`)
    .crossJoin(t)
    .where(and(eq(t.id, sql`met.id`), filter.holds(t)))
    .limit(everyRow)
    .as("found");
  const page = keyset(orderOf(found, sort), cursor);
  return db
    .select()
    .from(found)
    .where(page.where)
    .orderBy(...page.orderBy)
    .limit(rows);
};

/**
 * A part of the filter that few customers meet is where a page begins: they are gathered and sorted. When every part is
 * met by many, the next row of the order is soon one that meets all, so the order's index is walked, but not for long: who
 * all stand at its other end are gathered after all.
 */
const rowsOf = async (db: Reader, question: Question) => {
  const { narrowest } = question.filter;
  if (narrowest === null) return walk(db, question, undefined);
  if (narrowest.size <= mostGathered) return gather(db, question, narrowest.source);
  const end = await endOfWalk(db, question);
  const rows = await walk(db, question, end);
  return rows.length === question.rows || end === undefined ? rows : gather(db, question, narrowest.source);
};

/** Whoever the filter means, beginning with its narrowest part: on SQLite a cross join keeps the order it is written in. */
const matching = (db: Reader, { holds, narrowest }: ReadyFilter) => {
  const { customers: t } = db.tables;
  const columns = db.select({ id: t.id });
  if (narrowest === null) return columns.from(t).where(holds(t)).$dynamic();
  const met = and(eq(t.id, sql`met.id`), holds(t));
  return columns
    .from(sql`(${narrowest.source}) as met`)
    .crossJoin(t)
    .where(met)
    .$dynamic();
};

const countMatching = async (db: Reader, filter: ReadyFilter): Promise<Page<never>["total"]> => {
  const { narrowest, alone } = filter;
  if (narrowest === null || !alone) return countUpTo(db, matching(db, filter));
  return { count: Math.min(narrowest.size, totalCap), capped: narrowest.size > totalCap };
};

/** A customer as the list reads it; tags and groups are read for the whole page at once by their own stores. */
export type ListedCustomer = Omit<Awaited<ReturnType<typeof rowsOf>>[number], "nameKey" | "emailKey">;

/** A page of the customers a filter means at the instant, in the order asked for. */
export const listCustomers = async (db: Reader, input: ListCustomers, now: Date): Promise<Page<ListedCustomer>> => {
  const order = orderOf(db.tables.customers, input.sort);
  const cursor = placeIn(order, input.cursor);
  const filter = await readyFilter(db, input, now, columnOf(input.sort));
  const rows = await rowsOf(db, { sort: input.sort, cursor, filter, rows: input.limit + 1 });
  const column = columnOf(input.sort);
  const page = pageOf(rows, input.limit, order, cursor, (row) => ({ value: row[column], id: row.id }));
  const items = page.items.map(({ nameKey: _name, emailKey: _email, ...customer }) => customer);
  return { ...page, items, total: await countMatching(db, filter) };
};

/** How many customers the filter means, counted to the cap. */
export const countCustomers = async (db: Reader, filter: CustomerFilter, now: Date): Promise<Page<never>["total"]> =>
  countUpTo(db, matching(db, await readyFilter(db, filter, now)), totalCap);

/** The ids of the customers the filter means, in no order, but no more than `most`. */
export const customerIdsOf = async (db: Reader, filter: CustomerFilter, now: Date, most: number): Promise<string[]> => {
  const found = await matching(db, await readyFilter(db, filter, now)).limit(most);
  return found.map(({ id }) => id);
};
