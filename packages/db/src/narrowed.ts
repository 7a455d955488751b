import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { totalCap, type Page } from "@clientele/domain/page";
import type { Reader } from "./database.ts";
import { type Cursor, countUpTo, keyset, type Order } from "./page.ts";

/** As many who meet a part of a filter are gathered and sorted at once; for more, walking along the order is quicker. */
export const mostGathered = 2_000;
/** How far a list is walked before it is asked from the other end: from those who meet the filter's narrowest part. */
export const longestWalk = 5_000;
/** Keeps a subquery apart from the query around it on both databases, without cutting anything off. */
export const everyRow = 1_000_000_000;

/** One thing a filter demands of a row. */
export interface Part {
  /** A query of the ids, each once and named `id`, of all that meet it, read from an index of its own. */
  readonly source: SQL;
  /** How many those are, counted to one beyond the cap. */
  readonly size: number;
  /** The same demand on a row of the table. */
  readonly holds: SQL;
}

/** A filter made ready for the database as it is now. */
export interface Narrowed {
  readonly table: PgTable;
  readonly id: Order["id"];
  /** What one index holds together with the order, so that a walk along it stays inside. */
  readonly within: SQL | undefined;
  readonly parts: readonly Part[];
}

interface Question extends Narrowed {
  readonly order: Order;
  readonly cursor: Cursor | null;
  /** One more than the page holds. */
  readonly rows: number;
}

/** How many rows meet a part, counted to one beyond the cap. */
export const sizeOf = async (db: Reader, source: SQL): Promise<number> => {
  const some = sql`(${source} limit ${totalCap + 1}) as counted`;
  const [found] = await db.select({ rows: sql`count(*)`.mapWith(Number) }).from(some);
  return found?.rows ?? 0;
};

const narrowestOf = (parts: readonly Part[]): Part | null =>
  parts.reduce<Part | null>((least, part) => (least !== null && least.size <= part.size ? least : part), null);

const meets = ({ within, parts }: Narrowed): SQL | undefined => and(within, ...parts.map(({ holds }) => holds));

const idOf = ({ id }: Narrowed) => sql`${id}`.mapWith(String);

/** Walks along the order's index; `end` is where to stop looking. */
const walk = async (db: Reader, question: Question, end: SQL | undefined): Promise<string[]> => {
  const page = keyset(question.order, question.cursor);
  const found = await db
    .select({ id: idOf(question) })
    .from(question.table)
    .where(and(page.where, end, meets(question)))
    .orderBy(...page.orderBy)
    .limit(question.rows);
  return found.map(({ id }) => id);
};

/** The condition of not lying beyond the longest walk from the place; none when the list ends before. */
const endOfWalk = async (db: Reader, { table, order, cursor, within }: Question): Promise<SQL | undefined> => {
  const page = keyset(order, cursor);
  const [last] = await db
    .select({ value: order.by, id: order.id })
    .from(table)
    .where(and(page.where, within))
    .orderBy(...page.orderBy)
    .offset(longestWalk)
    .limit(1);
  if (last === undefined) return undefined;
  const rising = (order.direction === "asc") === (cursor?.side !== "before");
  const place = sql`(${sql.param(last.value, order.by)}, ${sql.param(last.id, order.id)})`;
  return sql`(${order.by}, ${order.id}) ${sql.raw(rising ? "<=" : ">=")} ${place}`;
};

/** Takes all that meet the narrowest part and sorts those that meet the rest. */
const gather = async (db: Reader, question: Question, source: SQL): Promise<string[]> => {
  const { table, order, cursor, rows } = question;
  const found = db
    .select({ id: order.id, by: order.by })
    .from(sql`(${source}) as met`)
    .crossJoin(table)
    .where(and(eq(order.id, sql`met.id`), meets(question)))
    .limit(everyRow)
    .as("found");
  const page = keyset({ ...order, by: found.by, id: found.id }, cursor);
  const sorted = await db
    .select({ id: sql`${found.id}`.mapWith(String) })
    .from(found)
    .where(page.where)
    .orderBy(...page.orderBy)
    .limit(rows);
  return sorted.map(({ id }) => id);
};

/**
 * The ids of a page's rows in the order asked for. A part that few rows meet is where it begins: they are gathered and
 * sorted. When every part is met by many, the next row of the order is soon one that meets all, so the order's index is
 * walked, but not for long: those that all stand at its other end are gathered after all.
 */
export const idsInOrder = async (db: Reader, question: Question): Promise<string[]> => {
  const narrowest = narrowestOf(question.parts);
  if (narrowest === null) return walk(db, question, undefined);
  if (narrowest.size <= mostGathered) return gather(db, question, narrowest.source);
  const end = await endOfWalk(db, question);
  const ids = await walk(db, question, end);
  return ids.length === question.rows || end === undefined ? ids : gather(db, question, narrowest.source);
};

/** How many rows meet the filter, counted to the cap, beginning with its narrowest part. */
export const countNarrowed = async (db: Reader, filter: Narrowed): Promise<Page<never>["total"]> => {
  const narrowest = narrowestOf(filter.parts);
  const columns = db.select({ id: idOf(filter).as("id") });
  if (narrowest === null) return countUpTo(db, columns.from(filter.table).where(meets(filter)).$dynamic());
  if (filter.parts.length === 1 && filter.within === undefined) {
    return { count: Math.min(narrowest.size, totalCap), capped: narrowest.size > totalCap };
  }
  const met = and(eq(filter.id, sql`met.id`), meets(filter));
  return countUpTo(
    db,
    columns
      .from(sql`(${narrowest.source}) as met`)
      .crossJoin(filter.table)
      .where(met)
      .$dynamic(),
  );
};
