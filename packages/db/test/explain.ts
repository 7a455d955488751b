import type { SentStatement } from "@clientele/testing/statements";
import { sql } from "drizzle-orm";
import type { Database } from "../src/database.ts";
import { dialectOf } from "../src/dialect.ts";

const asSql = (words: string, places: RegExp, { text, parameters }: SentStatement) => {
  const [first = "", ...others] = text.split(places);
  const numbers = [...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number) - 1);
  return others.reduce(
    (joined, part, at) => sql`${joined}${parameters[numbers[at] ?? at]}${sql.raw(part)}`,
    sql.raw(words + first),
  );
};

/**
 * What the database would do to answer the statement, a line a step. PostgreSQL reads a test's small tables whole because
 * that is quicker; told to avoid it, and sorting too where `sorting` is false, it shows whether it could do without, as it
 * would in a large table. What it could not avoid is in the steps all the same.
 */
export const explained = async (
  db: Database,
  statement: SentStatement,
  { sorting = true }: { sorting?: boolean } = {},
): Promise<string[]> => {
  if (dialectOf(db).name === "sqlite") {
    const steps = await dialectOf(db).rows(asSql("explain query plan ", /\?/, statement));
    return steps.map(({ detail }) => String(detail));
  }
  return db.transaction(async (tx) => {
    const dialect = dialectOf(tx);
    await dialect.rows(sql`set local enable_seqscan = off`);
    if (!sorting) await dialect.rows(sql`set local enable_sort = off`);
    const steps = await dialect.rows(asSql("explain ", /\$\d+/, statement));
    return steps.map((step) => String(step["QUERY PLAN"]));
  });
};

/** Makes PostgreSQL look at what the tables hold, as it does by itself in the long run; SQLite decides without. */
export const analyse = async (db: Database): Promise<void> => {
  if (dialectOf(db).name === "sqlite") return;
  await db.transaction(async (tx) => void (await dialectOf(tx).rows(sql`analyze`)));
};
