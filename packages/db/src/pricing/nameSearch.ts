import { foldText } from "@clientele/domain/text";
import { and, or, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** Every word that is asked for begins a word of the folded name. There are so few rows that no index is needed. */
export const nameBegins = (nameKey: PgColumn, search: string): SQL | undefined => {
  if (search === "") return undefined;
  const words = foldText(search)
    .split(" ")
    .filter((word) => word !== "");
  // Signs alone begin no word.
  if (words.length === 0) return sql`1 = 0`;
  // A folded text holds letters, digits and blanks alone, so nothing in it is a pattern.
  return and(...words.map((word) => or(sql`${nameKey} like ${`${word}%`}`, sql`${nameKey} like ${`% ${word}%`}`)));
};
