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
import { customersWithWords, hasWords, matchesOfWords } from "./customerSearch.ts";

/** A customer's row, or one of a subquery that holds such rows. */
export interface CustomerRow {
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
  /** The part that fewest customers meet; null when nothing but the hiding of erased rows is asked. */
  readonly narrowest: Pick<Part, "source" | "size"> | null;
  /** Whether that part is all that is asked, so that its size is the total. */
  readonly alone: boolean;
}

const sizeOf = async (db: Reader, source: SQL): Promise<number> => {
  const some = sql`(${source} limit ${totalCap + 1}) as counted`;
  const [found] = await db.select({ rows: sql`count(*)`.mapWith(Number) }).from(some);
  return found?.rows ?? 0;
};

/** The column as SQLite would not look it up in an index: who walks along an order must not be led off to another one. */
const passedBy = (db: Reader, column: PgColumn): SQL =>
  dialectOf(db).name === "sqlite" ? sql`+${column}` : sql`${column}`;

const ofStatus = async (db: Reader, statuses: CustomerFilter["status"] = []): Promise<Part[]> => {
  if (statuses.length === 0) return [];
  const { customers: t } = db.tables;
  const source = sql`select ${t.id} as id from ${t} where ${inArray(t.status, statuses)}`;
  return [{ source, size: await sizeOf(db, source), holds: (row) => inArray(passedBy(db, row.status), statuses) }];
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

/** Asks how many customers meet each part of the filter, so that a list can begin where there are fewest. */
export const readyFilter = async (db: Reader, filter: CustomerFilter, now: Date): Promise<ReadyFilter> => {
  const parts = [
    ...(await ofTags(db, filter.tags)),
    ...(await ofSearch(db, filter.search)),
    ...(await ofGroups(db, filter.groupIds, now)),
    ...(await ofStatus(db, filter.status)),
  ];
  const hidesErased = (filter.status ?? []).length === 0;
  const narrowest = parts.reduce<Part | null>(
    (least, part) => (least !== null && least.size <= part.size ? least : part),
    null,
  );
  return {
    holds: (row) => and(hidesErased ? ne(row.status, "erased") : undefined, ...parts.map(({ holds }) => holds(row))),
    narrowest,
    // Erasing takes words, tags and memberships away, so whoever meets one of those parts is not erased.
    alone: parts.length === 1,
  };
};
