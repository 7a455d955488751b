import { and, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

type Span = Record<"startsAt" | "endsAt", PgColumn>;

/** An instant that a prepared statement is given by name, written as the column writes one, which no comparison tells it. */
export const instantOf = (column: PgColumn, name: string): SQL => sql`${sql.param(sql.placeholder(name), column)}`;

/** Open at this end, or the instant lies before it. */
export const isNotOver = ({ endsAt }: Pick<Span, "endsAt">, now: SQL): SQL =>
  sql`(${endsAt} is null or ${endsAt} > ${now})`;

/** The instant lies within the span, either end of which may be open. */
export const isOn = (t: Span, now: SQL): SQL | undefined =>
  and(sql`(${t.startsAt} is null or ${t.startsAt} <= ${now})`, isNotOver(t, now));
