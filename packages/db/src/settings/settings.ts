import type { StoreSettings } from "@clientele/domain/settings/store";
import type { Reader, Tx } from "../database.ts";

const columns = ({ tables: { settings: t } }: Reader) => ({
  name: t.name,
  currency: t.currency,
  timeZone: t.timeZone,
  locale: t.locale,
  privacyPolicy: t.privacyPolicy,
  termsPolicy: t.termsPolicy,
  returnsPolicy: t.returnsPolicy,
  version: t.version,
  updatedAt: t.updatedAt,
});

/** The store's settings, or null before the first start has written them. */
export const findSettings = async (db: Reader): Promise<StoreSettings | null> => {
  const [row] = await db.select(columns(db)).from(db.tables.settings);
  return row ?? null;
};

/** Writes the one row of settings unless there is one already. */
export const insertSettings = async (tx: Tx, settings: StoreSettings): Promise<void> => {
  await tx
    .insert(tx.tables.settings)
    .values({ id: "store", ...settings })
    .onConflictDoNothing();
};
