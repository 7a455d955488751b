import { fullName } from "@clientele/domain/customers/personName";
import { inArray } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader } from "../database.ts";

/** What customers are called by id: their name, else their e-mail; an erased one has neither and is left out. */
export const customerNames = async (db: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  const { customers: t } = db.tables;
  const names = new Map<string, string>();
  for (const some of chunked([...new Set(ids)])) {
    const rows = await db
      .select({ id: t.id, firstName: t.firstName, lastName: t.lastName, email: t.email })
      .from(t)
      .where(inArray(t.id, some));
    for (const row of rows) {
      const name = fullName(row) || row.email;
      if (name !== null && name !== "") names.set(row.id, name);
    }
  }
  return names;
};
