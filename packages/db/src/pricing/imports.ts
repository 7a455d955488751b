import type { EntryChange } from "@clientele/domain/pricing/entries";
import { eq, lt } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";

/** What an import changed in a list. */
interface StoredImport {
  id: string;
  priceListId: string;
  changes: EntryChange[];
  importedAt: Date;
}

export const insertImport = async (tx: Tx, made: StoredImport): Promise<void> => {
  await tx.insert(tx.tables.priceListImports).values(made);
};

export const findImport = async (db: Reader, id: string): Promise<StoredImport | null> => {
  const { priceListImports: t } = db.tables;
  const [found] = await db.select().from(t).where(eq(t.id, id));
  return found ?? null;
};

/** Forgets an import that was taken back. */
export const removeImport = async (tx: Tx, id: string): Promise<void> => {
  const { priceListImports: t } = tx.tables;
  await tx.delete(t).where(eq(t.id, id));
};

/** Forgets the imports of before the instant. */
export const removeOldImports = async (tx: Tx, before: Date): Promise<void> => {
  const { priceListImports: t } = tx.tables;
  await tx.delete(t).where(lt(t.importedAt, before));
};
