import { insertRegion, listRegions } from "@clientele/db/catalogue/regions";
import { insertShippingOption } from "@clientele/db/catalogue/shippingOptions";
import { getSettings } from "@clientele/db/settings/settings";
import { countryCodes } from "@clientele/domain/customers/addressRules";
import type { Services } from "../context.ts";
import { againAfterRace } from "../raced.ts";

/**
 * Gives a store without regions one that sells everywhere in the store's currency, with one way to send goods, so that a
 * new store can sell as soon as it has a product. Staff set its tax, its countries and what sending costs.
 */
export const ensureRegion = async ({ db, now, newId }: Services): Promise<void> => {
  if ((await listRegions(db)).length > 0) return;
  const { currency } = await getSettings(db);
  const at = { createdAt: now(), updatedAt: now(), version: 1 };
  const region = {
    id: newId("region"),
    name: "Everywhere",
    currency,
    taxRate: 0,
    pricesIncludeTax: true,
    countries: [...countryCodes],
    ...at,
  };
  const option = {
    id: newId("shippingOption"),
    regionId: region.id,
    name: "Standard delivery",
    description: "",
    price: { amount: 0, currency },
    ...at,
  };
  await againAfterRace(["regions_name_key", "region_countries_pkey"], () =>
    db.transaction(async (tx) => {
      if ((await listRegions(tx)).length > 0) return;
      await insertRegion(tx, region);
      await insertShippingOption(tx, option);
    }),
  );
};
