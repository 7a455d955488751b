import type { Reader } from "@clientele/db";
import { findRegionHints, listRegions } from "@clientele/db/catalogue/regions";
import { type Region, storeRegion } from "@clientele/domain/catalogue/region";
import { DomainError } from "@clientele/domain/errors";

/**
 * The region a shopper buys in: the one last chosen, else the one that holds the country of the default shipping
 * address, else the store's own (`domain` 4). Two statements at most. Throws `region.not_found` for a store without any.
 */
export const regionOf = async (
  db: Reader,
  wanted: { regionId?: string | null | undefined; customerId?: string | null | undefined },
): Promise<Region> => {
  const regions = await listRegions(db);
  const chosen = regions.find(({ id }) => id === wanted.regionId);
  if (chosen !== undefined) return chosen;
  const { currency, country } = await findRegionHints(db, wanted.customerId ?? null);
  const region =
    regions.find(({ countries }) => country !== null && countries.includes(country)) ?? storeRegion(regions, currency);
  if (region === null) throw new DomainError("region.not_found");
  return region;
};
