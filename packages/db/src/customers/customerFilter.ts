import { searchTerms } from "@clientele/domain/customers/customer";
import type { CustomerFilter } from "@clientele/domain/customers/customerList";
import { canonicalEmail } from "@clientele/domain/customers/email";
import { idOf } from "@clientele/domain/ids";
import { totalCap } from "@clientele/domain/page";
import { nameKey } from "@clientele/domain/text";
import { and, eq, inArray, ne, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "../database.ts";
import { dialectOf } from "../dialect.ts";
import { effectiveAt } from "../groups/memberships.ts";
import { sizeOf } from "../narrowed.ts";
import { customersWithWords, hasWords, matchesOfWords } from "./customerSearch.ts";

/** Before this no order can have been placed, and after the instant at which those stand who have none. */
const earliestOrder = "2000-01-01T00:00:00.000Z";

/** A customer's row, or one of a subquery that holds such rows. */
export interface CustomerRow extends Record<FigureColumn, PgColumn> {
  id: PgColumn;
  status: PgColumn;
}

/** One thing a filter demands. */
interface Part {
  /** A query of the ids, each once and named `id`, of all who meet it, read from an index of its own. */
  readonly source: SQL;
  /** How many those are, counted to one beyond the cap. */
  readonly size: number;
  /** The same demand on one row. */
  readonly holds: (row: CustomerRow) => SQL;
}

/** A filter made ready for this database as it is now. */
export interface ReadyFilter {
  /** All demands, on one row. */
  readonly holds: (row: CustomerRow) => SQL | undefined;
  /** The part that the index of the list's own order holds, so that a walk along it stays inside. */
  readonly within: SQL | undefined;
  /** The part that fewest customers meet; null when nothing but the hiding of erased rows is asked. */
  readonly narrowest: Pick<Part, "source" | "size"> | null;
  /** Whether that part is all that is asked, so that its size is the total. */
  readonly alone: boolean;
}

/** The column as SQLite would not look it up in an index: who walks along an order must not be led off to another one. */
const passedBy = (db: Reader, column: PgColumn): SQL =>
  dialectOf(db).name === "sqlite" ? sql`+${column}` : sql`${column}`;

const ofStatus = async (db: Reader, statuses: CustomerFilter["status"] = []): Promise<Part[]> => {
  if (statuses.length === 0) return [];
  const { customers: t } = db.tables;
  const source = sql`select ${t.id} as id from ${t} where ${inArray(t.status, statuses)}`;
  return [{ source, size: await sizeOf(db, source), holds: (row) => inArray(passedBy(db, row.status), statuses) }];
};

/** The columns of what a customer's orders come to; each has an index of its own. */
type FigureColumn = "orderCount" | "netSpent" | "lastOrderAt";

interface Range {
  readonly column: FigureColumn;
  readonly from: number | Date | undefined;
  /** The first value beyond it. */
  readonly until: number | Date | undefined;
}

const next = (value: number | undefined): number | undefined => (value === undefined ? undefined : value + 1);
const instant = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));

const rangesOf = (filter: CustomerFilter): Range[] =>
  [
    { column: "orderCount" as const, from: filter.ordersFrom, until: next(filter.ordersTo) },
    { column: "netSpent" as const, from: filter.netSpentFrom, until: next(filter.netSpentTo) },
    // Who never ordered stands at the earliest instant, which is before every day that can be asked for.
    {
      column: "lastOrderAt" as const,
      from: instant(filter.lastOrderFrom ?? (filter.lastOrderUntil === undefined ? undefined : earliestOrder)),
      until: instant(filter.lastOrderUntil),
    },
  ].filter(({ from, until }) => from !== undefined || until !== undefined);

const inRange = (of: PgColumn, column: SQL, { from, until }: Range): SQL | undefined =>
  and(
    from === undefined ? undefined : sql`${column} >= ${sql.param(from, of)}`,
    until === undefined ? undefined : sql`${column} < ${sql.param(until, of)}`,
  );

const ofRange = async (db: Reader, range: Range): Promise<Part> => {
  const { customers: t } = db.tables;
  const column = t[range.column];
  const source = sql`select ${t.id} as id from ${t} where ${inRange(column, sql`${column}`, range)}`;
  return {
    source,
    size: await sizeOf(db, source),
    holds: (row) => sql`${inRange(column, passedBy(db, row[range.column]), range)}`,
  };
};

const ofGroups = async (db: Reader, groupIds: readonly string[] = [], now: Date): Promise<Part[]> => {
  if (groupIds.length === 0) return [];
  const { memberships: t } = db.tables;
  // The bare column lets SQLite see that the index of open memberships holds all that is asked for.
  const members = and(inArray(t.groupId, [...groupIds]), sql`${t.open}`, effectiveAt(db, now));
  const each = sql.raw(groupIds.length > 1 ? "distinct" : "");
  const source = sql`select ${each} ${t.customerId} as id from ${t} where ${members}`;
  const holds = (row: CustomerRow): SQL => sql`exists (${source} and ${eq(t.customerId, row.id)})`;
  return [{ source, size: await sizeOf(db, source), holds }];
};

const ofTags = async (db: Reader, names: readonly string[] = []): Promise<Part[]> => {
  const keys = [...new Set(names.map(nameKey))];
  if (keys.length === 0) return [];
  const { tags, customerTags: t } = db.tables;
  const bearers = sql`(select 1 from ${t} where ${eq(t.tagId, tags.id)} limit ${totalCap + 1})`;
  const found = await db
    .select({ id: tags.id, size: sql`(select count(*) from ${bearers} as counted)`.mapWith(Number) })
    .from(tags)
    .where(inArray(tags.nameKey, keys));
  const nobody = sql`select ${t.customerId} as id from ${t} where 1 = 0`;
  if (found.length < keys.length) return [{ source: nobody, size: 0, holds: () => sql`1 = 0` }];
  return found.map(({ id, size }) => {
    const source = sql`select ${t.customerId} as id from ${t} where ${eq(t.tagId, id)}`;
    return { source, size, holds: (row) => sql`exists (${source} and ${eq(t.customerId, row.id)})` };
  });
};

const customerId = idOf("customer");

/** The one customer whose whole id or e-mail was typed; null for any other search. */
const findExact = async (db: Reader, search: string): Promise<string | null> => {
  const { customers: t } = db.tables;
  const typed = search.trim();
  const email = canonicalEmail(typed);
  if (email === null && !customerId.safeParse(typed).success) return null;
  const [found] = await db
    .select({ id: t.id })
    .from(t)
    .where(email === null ? eq(t.id, typed) : eq(t.email, email));
  return found?.id ?? null;
};

const ofSearch = async (db: Reader, search = ""): Promise<Part[]> => {
  if (search.trim() === "") return [];
  const { customers: t } = db.tables;
  const id = await findExact(db, search);
  if (id !== null) {
    return [
      { source: sql`select ${t.id} as id from ${t} where ${eq(t.id, id)}`, size: 1, holds: (row) => eq(row.id, id) },
    ];
  }
  const terms = searchTerms(search);
  const source = customersWithWords(db, terms);
  const size = await sizeOf(db, matchesOfWords(db, terms));
  return [{ source, size, holds: (row) => hasWords(db, terms, row.id) }];
};

/**
 * Asks how many customers meet each part of the filter, so that a list can begin where there are fewest. `along` is the
 * column by which a list is sorted: a range of it is read from the index of the order itself.
 */
export const readyFilter = async (
  db: Reader,
  filter: CustomerFilter,
  now: Date,
  along?: string,
): Promise<ReadyFilter> => {
  const ranges = rangesOf(filter);
  const own = ranges.find(({ column }) => column === along);
  const others: Part[] = [];
  for (const range of ranges.filter((one) => one !== own)) others.push(await ofRange(db, range));
  const parts = [
    ...(await ofTags(db, filter.tags)),
    ...(await ofSearch(db, filter.search)),
    ...(await ofGroups(db, filter.groupIds, now)),
    ...(await ofStatus(db, filter.status)),
    ...others,
  ];
  const hidesErased = (filter.status ?? []).length === 0;
  const narrowest = parts.reduce<Part | null>(
    (least, part) => (least !== null && least.size <= part.size ? least : part),
    null,
  );
  const inOwn = (row: CustomerRow): SQL | undefined =>
    own === undefined ? undefined : inRange(db.tables.customers[own.column], sql`${row[own.column]}`, own);
  return {
    holds: (row) =>
      and(hidesErased ? ne(row.status, "erased") : undefined, inOwn(row), ...parts.map(({ holds }) => holds(row))),
    within: inOwn(db.tables.customers),
    narrowest,
    // Erasing takes words, tags and memberships away, so whoever meets one of those parts is not erased; figures stay.
    alone: parts.length === 1 && ranges.length === 0,
  };
};
