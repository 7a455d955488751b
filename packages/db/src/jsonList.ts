import { sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "./database.ts";
import { dialectOf } from "./dialect.ts";

/**
 * The column's value stands in a JSON list that is one parameter however long it is, so that the statement can be built
 * once. The two databases unpack such a list in their own words.
 */
export const inJsonList = (db: Reader, column: PgColumn, list: SQL | ReturnType<typeof sql.placeholder>): SQL =>
  dialectOf(db).name === "postgres"
    ? sql`${column} in (select json_array_elements_text(${list}::json))`
    : sql`${column} in (select value from json_each(${list}))`;
