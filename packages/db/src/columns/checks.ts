import { sql, type AnyColumn, type SQL } from "drizzle-orm";

const literal = (value: string): SQL => sql.raw(`'${value.replaceAll("'", "''")}'`);

/** For a check: the column holds one of the values. Null passes, as in every check. */
export const among = (column: AnyColumn, values: readonly string[]): SQL =>
  sql`${column} in (${sql.join(values.map(literal), sql`, `)})`;

/** For a check: the text has at most so many characters. */
export const atMost = (column: AnyColumn, characters: number): SQL =>
  sql`length(${column}) <= ${sql.raw(String(characters))}`;
