import { searchTerms } from "@clientele/domain/customers/customer";
import { canonicalEmail } from "@clientele/domain/customers/email";
import { type ListOrders, OrderNumber } from "@clientele/domain/orders/order";
import { and, eq, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { customersWithWords, hasWords } from "../customers/customerSearch.ts";
import type { Reader } from "../database.ts";
import { dialectOf } from "../dialect.ts";
import { mostGathered, type Narrowed, type Part, sizeOf } from "../narrowed.ts";

/** The column as SQLite would not look it up in an index: who walks along an order must not be led off to another one. */
const passedBy = (db: Reader, column: PgColumn): SQL =>
  dialectOf(db).name === "sqlite" ? sql`+${column}` : sql`${column}`;

const idsWhere = ({ tables: { orders: t } }: Reader, condition: SQL): SQL =>
  sql`select ${t.id} as id from ${t} where ${condition}`;

interface StatePart extends Part {
  /** The state as one index holds it together with the placing, where a single one is asked for. */
  readonly along: SQL | null;
}

const ofState = async <S extends string>(
  db: Reader,
  column: PgColumn,
  states: readonly S[] = [],
): Promise<StatePart[]> => {
  const [only, ...more] = states;
  if (only === undefined) return [];
  const source = idsWhere(db, inArray(column, [...states]));
  return [
    {
      source,
      size: await sizeOf(db, source),
      holds: inArray(passedBy(db, column), [...states]),
      along: more.length === 0 ? eq(column, only) : null,
    },
  ];
};

const ofCustomer = async (db: Reader, customerId: string | undefined): Promise<Part[]> => {
  if (customerId === undefined) return [];
  const { orders: t } = db.tables;
  const source = idsWhere(db, eq(t.customerId, customerId));
  return [{ source, size: await sizeOf(db, source), holds: eq(passedBy(db, t.customerId), customerId) }];
};

/** An order's number, if one of that number was placed. */
const ofNumber = async (db: Reader, search: string): Promise<Part[]> => {
  const { orders: t } = db.tables;
  const typed = OrderNumber.safeParse(search);
  if (!typed.success) return [];
  const [found] = await db.select({ id: t.id }).from(t).where(eq(t.number, typed.data));
  return found === undefined ? [] : [{ source: idsWhere(db, eq(t.id, found.id)), size: 1, holds: eq(t.id, found.id) }];
};

/** A whole address: of the order as it was placed, or of its customer as it is now. */
const ofEmail = async (db: Reader, search: string): Promise<Part[]> => {
  const email = canonicalEmail(search.trim());
  if (email === null) return [];
  const { orders: t, customers } = db.tables;
  const owner = sql`(select ${customers.id} from ${customers} where ${eq(customers.email, email)})`;
  const source = sql`${idsWhere(db, eq(t.email, email))} union ${idsWhere(db, sql`${t.customerId} = ${owner}`)}`;
  const holds = sql`(${eq(t.email, email)} or ${t.customerId} = ${owner})`;
  return [{ source, size: await sizeOf(db, source), holds }];
};

const ofWords = async (db: Reader, search: string): Promise<Part[]> => {
  const { orders: t } = db.tables;
  const terms = searchTerms(search);
  // Whoever has the words drives: an order's customer is found by its index, the other way round each order would be asked.
  const source = sql`select ${t.id} as id from (${customersWithWords(db, terms)}) as named
    cross join ${t} where ${t.customerId} = named.id`;
  return [{ source, size: await sizeOf(db, source), holds: hasWords(db, terms, t.customerId) }];
};

const ofSearch = async (db: Reader, search = ""): Promise<Part[]> => {
  if (search.trim() === "") return [];
  const exact = [...(await ofNumber(db, search)), ...(await ofEmail(db, search))];
  return exact.length > 0 ? exact : ofWords(db, search);
};

const placedWithin = (db: Reader, { from, until }: Pick<ListOrders, "from" | "until">): SQL | undefined => {
  const { placedAt } = db.tables.orders;
  return and(
    from === undefined ? undefined : gte(placedAt, new Date(from)),
    until === undefined ? undefined : lt(placedAt, new Date(until)),
  );
};

/** Asks how many orders meet each part of the filter, so that a list can begin where there are fewest. */
export const readyOrderFilter = async (db: Reader, filter: ListOrders): Promise<Narrowed> => {
  const { orders: t } = db.tables;
  const byPlacing = filter.sort.endsWith("placedAt");
  const placed = placedWithin(db, filter);
  const states = [
    ...(await ofState(db, t.status, filter.status)),
    ...(await ofState(db, t.payment, filter.payment)),
    ...(await ofState(db, t.fulfilment, filter.fulfilment)),
  ];
  const others = [...(await ofSearch(db, filter.search)), ...(await ofCustomer(db, filter.customerId))];
  // A state that many orders are in has an index of its own in the order of placing, along which a walk meets nothing else.
  const along = byPlacing
    ? states
        .filter((part) => part.along !== null && part.size > mostGathered)
        .toSorted((one, other) => one.size - other.size)[0]
    : undefined;
  const parts: Part[] = [...states.filter((part) => part !== along), ...others];
  if (placed !== undefined && !byPlacing) {
    const source = idsWhere(db, placed);
    parts.push({ source, size: await sizeOf(db, source), holds: placed });
  }
  return { table: t, id: t.id, within: and(byPlacing ? placed : undefined, along?.along ?? undefined), parts };
};
