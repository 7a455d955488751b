import type { Database } from "@clientele/db";
import { listRegionsOwnFirst } from "@clientele/db/catalogue/regions";
import { findSettings, getSettings, insertSettings } from "@clientele/db/settings/settings";
import { passwordLeast } from "@clientele/domain/sessions/password";
import type { StoreSettings } from "@clientele/domain/settings/settings";
import type { StoreInfo } from "@clientele/domain/settings/store";
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
