import type { Database, Reader, Tx } from "@clientele/db";
import { eq } from "drizzle-orm";

/** The one row that the tests of the core write; it needs no other feature. */
export const store = {
  id: "store",
  name: "Birch & Sons",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  locale: "de-DE",
  privacyPolicy: "",
  termsPolicy: "",
  returnsPolicy: "",
  version: 0,
  updatedAt: new Date("2026-03-02T09:00:00.123Z"),
};

export const givenStore = (db: Database): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.insert(tx.tables.settings).values(store);
  });

export const versionOf = async (reader: Reader): Promise<number> => {
  const [row] = await reader.select({ version: reader.tables.settings.version }).from(reader.tables.settings);
  if (row === undefined) throw new Error("no settings");
  return row.version;
};

/** Reads, then writes what it read plus one: the pattern that loses updates where transactions are not serial. */
export const increment = async (tx: Tx): Promise<void> => {
  const version = await versionOf(tx);
  await tx
    .update(tx.tables.settings)
    .set({ version: version + 1 })
    .where(eq(tx.tables.settings.id, "store"));
};
