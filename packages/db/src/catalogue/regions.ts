import { type Region, storeRegion } from "@clientele/domain/catalogue/region";
import { DomainError } from "@clientele/domain/errors";
import { nameKey } from "@clientele/domain/text";
import { and, asc, eq, type SQL } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";

const regionColumns = ({ tables: { regions: t } }: Reader) => ({
  id: t.id,
  name: t.name,
  currency: t.currency,
  taxRate: t.taxRate,
  pricesIncludeTax: t.pricesIncludeTax,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  version: t.version,
});

/** Regions with their countries in one statement; a store has few of both. */
const regionsWhere = async (db: Reader, wanted: SQL | undefined): Promise<Region[]> => {
  const { regions: t, regionCountries } = db.tables;
  const rows = await db
    .select({ ...regionColumns(db), country: regionCountries.countryCode })
    .from(t)
    .leftJoin(regionCountries, eq(regionCountries.regionId, t.id))
    .where(wanted)
    .orderBy(asc(t.createdAt), asc(t.id), asc(regionCountries.countryCode));
  const regions = new Map<string, Region>();
  for (const { country, ...row } of rows) {
    const region = regions.get(row.id) ?? { ...row, countries: [] };
    if (country !== null) region.countries.push(country);
    regions.set(row.id, region);
  }
  return [...regions.values()];
};

/** All regions, the earliest created first. */
export const listRegions = (db: Reader): Promise<Region[]> => regionsWhere(db, undefined);

const findRegion = async (db: Reader, id: string): Promise<Region | null> => {
  const [region] = await regionsWhere(db, eq(db.tables.regions.id, id));
  return region ?? null;
};

/** Throws `region.not_found`. */
export const getRegion = async (db: Reader, id: string): Promise<Region> => {
  const region = await findRegion(db, id);
  if (region === null) throw new DomainError("region.not_found");
  return region;
};

/** What decides a region where none was chosen: the store's currency, and the country goods are sent to by default. */
export const findRegionHints = async (
  db: Reader,
  customerId: string | null,
): Promise<{ currency: string | null; country: string | null }> => {
  const { settings, addresses } = db.tables;
  if (customerId === null) {
    const [row] = await db.select({ currency: settings.currency }).from(settings);
    return { currency: row?.currency ?? null, country: null };
  }
  const [row] = await db
    .select({ currency: settings.currency, country: addresses.countryCode })
    .from(settings)
    .leftJoin(addresses, and(eq(addresses.customerId, customerId), eq(addresses.isDefaultShipping, true)));
  return row ?? { currency: null, country: null };
};

/** All regions, the store's own first: `currency` is the store's. */
export const listRegionsOwnFirst = async (db: Reader, currency: string): Promise<Region[]> => {
  const regions = await listRegions(db);
  const own = storeRegion(regions, currency);
  return own === null ? [] : [own, ...regions.filter(({ id }) => id !== own.id)];
};

const insertCountries = async (tx: Tx, { id, countries }: Region): Promise<void> => {
  if (countries.length === 0) return;
  await tx.insert(tx.tables.regionCountries).values(countries.map((countryCode) => ({ countryCode, regionId: id })));
};

export const insertRegion = async (tx: Tx, region: Region): Promise<void> => {
  const { countries: _countries, ...row } = region;
  await tx.insert(tx.tables.regions).values({ ...row, nameKey: nameKey(region.name) });
  await insertCountries(tx, region);
};

/** Writes the version that was seen; else throws `region.changed_meanwhile` with the present one. */
export const saveRegion = async (tx: Tx, region: Region, seenVersion: number): Promise<void> => {
  const { regions: t, regionCountries } = tx.tables;
  const { id, name, taxRate, pricesIncludeTax, updatedAt, version } = region;
  const saved = await tx
    .update(t)
    .set({ name, nameKey: nameKey(name), taxRate, pricesIncludeTax, updatedAt, version })
    .where(asSeen(t, id, seenVersion))
    .returning({ id: t.id });
  await requireSeen(saved, "region.changed_meanwhile", () => getRegion(tx, id));
  await tx.delete(regionCountries).where(eq(regionCountries.regionId, id));
  await insertCountries(tx, region);
};

/** Deletes the version that was seen, with its countries and shipping options. */
export const deleteRegion = async (tx: Tx, id: string, seenVersion: number): Promise<void> => {
  const { regions: t } = tx.tables;
  const deleted = await tx
    .delete(t)
    .where(asSeen(t, id, seenVersion))
    .returning({ id: t.id });
  await requireSeen(deleted, "region.changed_meanwhile", () => getRegion(tx, id));
};
