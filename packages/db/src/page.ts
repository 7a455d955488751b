import { DomainError } from "@clientele/domain/errors";
import { totalCap, type Page } from "@clientele/domain/page";
import { and, asc, count, desc, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { Buffer } from "node:buffer";
import type { Reader } from "./database.ts";

type Value = string | number | Date;

/** A place in a list: the row there, by its sort value and its id, and which side of it is wanted. */
export interface Cursor {
  readonly side: "after" | "before";
  readonly value: Value;
  readonly id: string;
}

/** How a list is ordered: by a column that is never null, then by id in the same direction. */
export interface Order {
  /** Stands in the cursor, so that a cursor of another order is not taken for a place in this one. */
  readonly name: string;
  readonly by: PgColumn;
  readonly id: PgColumn;
  readonly direction: "asc" | "desc";
}

/** How the words that a list is sorted by, backwards with a minus before them, are columns of its rows. */
export const sortedBy = <const Columns extends Readonly<Record<string, string>>>(list: string, columns: Columns) => {
  type Word = keyof Columns & string;
  type Sort = Word | `-${Word}`;
  type Column = Columns[Word];
  const columnOf = (sort: Sort): Column => columns[sort.replace("-", "") as Word];
  const orderOf = (row: Readonly<Record<Column | "id", PgColumn>>, sort: Sort): Order => ({
    name: `${list} ${sort}`,
    by: row[columnOf(sort)],
    id: row.id,
    direction: sort.startsWith("-") ? "desc" : "asc",
  });
  return { columnOf, orderOf };
};

const kindOf = (column: PgColumn): "number" | "string" | "time" => {
  if (column.dataType === "date") return "time";
  return column.dataType === "number" || column.dataType === "bigint" ? "number" : "string";
};

/** The opaque text of a place; it holds the order's name, the side, the sort value and the id. */
const writeCursor = (order: Order, { side, value, id }: Cursor): string =>
  Buffer.from(JSON.stringify([order.name, side, value instanceof Date ? value.getTime() : value, id])).toString(
    "base64url",
  );

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

const parse = (text: string): unknown[] => {
  try {
    const found: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return isList(found) ? found : [];
  } catch {
    return [];
  }
};

// Nobody but a forger has what no row can hold, and only one of the databases would say so.
const isStorable = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);
const earliest = Date.UTC(1000, 0);
const latest = Date.UTC(9999, 11);

/** Reads a cursor back; null when it is not one of this order. */
const readCursor = (order: Order, text: string): Cursor | null => {
  const [name, side, value, id, ...more] = parse(text);
  if (more.length > 0) return null;
  if (name !== order.name || (side !== "after" && side !== "before")) return null;
  if (typeof id !== "string" || !isStorable(id)) return null;
  const kind = kindOf(order.by);
  if (kind === "string") return typeof value === "string" && isStorable(value) ? { side, value, id } : null;
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return null;
  if (kind === "number") return { side, value, id };
  return value < earliest || value > latest ? null : { side, value: new Date(value), id };
};

/** The place a caller's cursor names, or null for the list's beginning; a wrong one is a problem of the field `cursor`. */
export const placeIn = (order: Order, text: string | undefined): Cursor | null => {
  if (text === undefined) return null;
  const cursor = readCursor(order, text);
  if (cursor === null) throw new DomainError("input.invalid", {}, { cursor: { code: "field.cursor", params: {} } });
  return cursor;
};

/** Rows before a place are fetched away from it, so their order is turned and turned back by `pageOf`. */
const isForward = (order: Order, cursor: Cursor | null): boolean =>
  (order.direction === "asc") === (cursor?.side !== "before");

/** The condition and the order of a page's query; ask for one row more than the page holds. */
export const keyset = (order: Order, cursor: Cursor | null): { where: SQL | undefined; orderBy: SQL[] } => {
  const forward = isForward(order, cursor);
  const turn = forward ? asc : desc;
  // A list in the order of its ids names them once: naming them twice would make SQLite sort.
  const columns = order.by === order.id ? [order.id] : [order.by, order.id];
  const orderBy = columns.map((column) => turn(column));
  if (cursor === null) return { where: undefined, orderBy };
  const place = order.by === order.id ? [cursor.id] : [cursor.value, cursor.id];
  const values = place.map((value, at) => sql.param(value, columns[at]));
  const beyond = sql.raw(forward ? ">" : "<");
  return { where: and(sql`(${sql.join(columns, sql`, `)}) ${beyond} (${sql.join(values, sql`, `)})`), orderBy };
};

/** The page of rows fetched with `limit + 1`, in the list's own order, with cursors where there is more. */
export const pageOf = <T>(
  rows: readonly T[],
  limit: number,
  order: Order,
  cursor: Cursor | null,
  keyOf: (row: T) => { value: Value; id: string },
): Omit<Page<T>, "total"> => {
  const backward = cursor?.side === "before";
  const more = rows.length > limit;
  const kept = rows.slice(0, limit);
  const items = backward ? kept.toReversed() : kept;
  const at = (row: T | undefined, side: Cursor["side"], exists: boolean): string | null =>
    row === undefined || !exists ? null : writeCursor(order, { side, ...keyOf(row) });
  return {
    items,
    nextCursor: at(items.at(-1), "after", backward || more),
    prevCursor: at(items[0], "before", backward ? more : cursor !== null),
  };
};

interface Countable {
  limit(rows: number): { as(alias: "counted"): Parameters<ReturnType<Reader["select"]>["from"]>[0] };
}

/** Counts the rows of a query, but never more than the cap: a total must not cost more than the page. */
export const countUpTo = async (reader: Reader, query: Countable, cap = totalCap): Promise<Page<never>["total"]> => {
  const [found] = await reader.select({ rows: count() }).from(query.limit(cap + 1).as("counted"));
  const rows = found?.rows ?? 0;
  return { count: Math.min(rows, cap), capped: rows > cap };
};
