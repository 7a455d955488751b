import { searchTerms } from "@clientele/domain/customers/customer";
import { and, eq, inArray, like, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "../database.ts";
import { dialectOf } from "../dialect.ts";
import { escapeLike } from "../likePattern.ts";

/** From where, and on which condition, the search index of this database answers. */
const asked = (db: Reader, terms: readonly string[]): SQL => {
  const { customerSearch: t } = db.tables;
  if (dialectOf(db).name === "postgres") {
    const wanted = terms.map((term) => `'${term.replace(/['\\]/g, "$&$&")}':*`).join(" & ");
    return sql`from ${t} where array_to_tsvector(string_to_array(btrim(${t.words}), ' ')) @@ ${wanted}::tsquery`;
  }
  const wanted = terms.map((term) => `"${term.replaceAll('"', '""')}" *`).join(" AND ");
  return sql`from customer_search_words where customer_search_words match ${wanted}`;
};

/** One row for each customer who has, for every term, a word that begins with it; only to be counted. */
export const matchesOfWords = (db: Reader, terms: readonly string[]): SQL =>
  terms.length === 0 ? nobody(db) : sql`select 1 ${asked(db, terms)}`;

/**
 * The ids of customers who have, for every term, a word that begins with it: a query of one column, named `id`, read
 * from the search index of either database (docs/decisions/009-search.md). Terms come from `searchTerms`; whatever they
 * hold is quoted, so that no character of a caller's is an operator.
 */
export const customersWithWords = (db: Reader, terms: readonly string[]): SQL => {
  const { customerSearch: t } = db.tables;
  if (terms.length === 0) return nobody(db);
  if (dialectOf(db).name === "postgres") return sql`select ${t.customerId} as id ${asked(db, terms)}`;
  // The index drives: joined the other way round, every row would be looked for in it.
  return sql`select ${t.customerId} as id from (select rowid as number ${asked(db, terms)}) as matched
    cross join ${t} where ${t.number} = matched.number`;
};

const nobody = (db: Reader): SQL => sql`select ${db.tables.customerSearch.customerId} as id
  from ${db.tables.customerSearch} where 1 = 0`;

/** The same question asked of one customer's own words, for rows that something else has already narrowed. */
export const hasWords = (db: Reader, terms: readonly string[], customerId: PgColumn): SQL => {
  const { customerSearch: t } = db.tables;
  const begun = terms.map((term) => sql`${like(t.words, `% ${escapeLike(term)}%`)} escape '\\'`);
  const none = terms.length === 0 ? sql`1 = 0` : undefined;
  return sql`exists (select 1 from ${t} where ${and(eq(t.customerId, customerId), none, ...begun)})`;
};

/** The condition that a search puts on `customers`; answered from the search index. */
export const matchesSearch = (db: Reader, search: string, customerId: PgColumn = db.tables.customers.id): SQL =>
  inArray(customerId, sql`(${customersWithWords(db, searchTerms(search))})`);
