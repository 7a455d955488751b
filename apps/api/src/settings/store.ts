import type { Database, Reader } from "@clientele/db";
import { listRegionsOwnFirst } from "@clientele/db/catalogue/regions";
import { findSettings, insertSettings } from "@clientele/db/settings/settings";
import { passwordLeast } from "@clientele/domain/sessions/password";
import type { StoreInfo, StoreSettings } from "@clientele/domain/settings/store";
import type { ShopContext } from "../context.ts";

const defaults: Omit<StoreSettings, "updatedAt"> = {
  name: "Clientele",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  locale: "en-GB",
  privacyPolicy: "",
  termsPolicy: "",
  returnsPolicy: "",
  version: 1,
};

/** The store's settings; they exist from the first start on. */
export const getSettings = async (db: Reader): Promise<StoreSettings> => {
  const settings = await findSettings(db);
  if (settings === null) throw new Error("the store has no settings; it was never started");
  return settings;
};

/** Gives a new store its first settings; an existing one keeps its own. */
export const ensureSettings = async (db: Database, now: Date): Promise<void> => {
  if ((await findSettings(db)) !== null) return;
  await db.transaction((tx) => insertSettings(tx, { ...defaults, updatedAt: now }));
};

/** What the store says of itself to everyone. */
export const storeInfo = async (ctx: ShopContext): Promise<StoreInfo> => {
  const settings = await getSettings(ctx.db);
  const regions = await listRegionsOwnFirst(ctx.db, settings.currency);
  return {
    name: settings.name,
    currency: settings.currency,
    timeZone: settings.timeZone,
    locale: settings.locale,
    policies: { privacy: settings.privacyPolicy, terms: settings.termsPolicy, returns: settings.returnsPolicy },
    realMail: ctx.realMail,
    regions: regions.map(({ id, name, currency, pricesIncludeTax, countries }) => ({
      id,
      name,
      currency,
      pricesIncludeTax,
      countries,
    })),
    passwordLeast: passwordLeast.shop,
  };
};
