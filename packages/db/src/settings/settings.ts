import type { StoreSettings } from "@clientele/domain/settings/settings";
import type { Reader, Tx } from "../database.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";

const theStore = "store";

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

/** Throws when the store was never started: its first start writes them. */
export const getSettings = async (db: Reader): Promise<StoreSettings> => {
  const settings = await findSettings(db);
  if (settings === null) throw new Error("the store has no settings; it was never started");
  return settings;
};

/** Writes the one row of settings unless there is one already. */
export const insertSettings = async (tx: Tx, settings: StoreSettings): Promise<void> => {
  await tx
    .insert(tx.tables.settings)
    .values({ id: theStore, ...settings })
    .onConflictDoNothing();
};

/** Writes the settings as they are now over the version that was seen. Throws `settings.changed_meanwhile`. */
export const saveSettings = async (tx: Tx, settings: StoreSettings, seenVersion: number): Promise<void> => {
  const { settings: t } = tx.tables;
  const saved = await tx
    .update(t)
    .set(settings)
    .where(asSeen(t, theStore, seenVersion))
    .returning({ id: t.id });
  await requireSeen(saved, "settings.changed_meanwhile", () => getSettings(tx));
};
