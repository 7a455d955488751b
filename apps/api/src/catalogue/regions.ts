import type { Tx } from "@clientele/db";
import { discountsBoundToRegion } from "@clientele/db/catalogue/namedByDiscounts";
import {
  deleteRegion,
  getRegion as readRegion,
  insertRegion,
  listRegions as readRegions,
  saveRegion,
} from "@clientele/db/catalogue/regions";
import { changedRow } from "@clientele/domain/changedRow";
import {
  type CreateRegion,
  mostRegions,
  type Region,
  type RemoveRegion,
  type UpdateRegion,
} from "@clientele/domain/catalogue/region";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import { nameKey } from "@clientele/domain/text";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { once } from "../idempotency.ts";
import { againAfterRace } from "../raced.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { tooMany } from "./tooMany.ts";

const racedRules = ["regions_name_key", "region_countries_pkey", "idempotency_keys_pkey"];

export const listRegions = (ctx: StaffContext): Promise<Region[]> => readRegions(ctx.db);

export const getRegion = (ctx: StaffContext, { id }: { id: string }): Promise<Region> => readRegion(ctx.db, id);

/** Makes a region of countries that no other has. */
export async function createRegion(ctx: StaffContext, { idempotencyKey, ...fields }: CreateRegion): Promise<Region> {
  const newRegionId = ctx.newId("region");
  const now = ctx.now();
  return againAfterRace(racedRules, () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "catalogue.write");
      const call = { procedure: "admin.regions.create", actor: ctx.actor.staffId, key: idempotencyKey, input: fields };
      const id = await once(tx, ctx, call, async () => {
        const region: Region = { ...fields, id: newRegionId, createdAt: now, updatedAt: now, version: 1 };
        const others = await checkAmongRegions(tx, region);
        if (others.length >= mostRegions) throw tooMany("name", mostRegions);
        await insertRegion(tx, region);
        await recordEvent(tx, ctx, { type: "region.created", data: { regionId: region.id, name: region.name } });
        return region.id;
      });
      return readRegion(tx, id);
    }),
  );
}

/** Changes what is given of a region, whose countries stay its own. Throws `region.changed_meanwhile`. */
export async function updateRegion(ctx: StaffContext, { id, version, ...wanted }: UpdateRegion): Promise<Region> {
  const now = ctx.now();
  return againAfterRace(racedRules, () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "catalogue.write");
      const present = await readRegion(tx, id);
      if (present.version !== version) throw new DomainError("region.changed_meanwhile", { version: present.version });
      const { row: region, fields } = changedRow(present, wanted, now);
      if (fields.length === 0) return present;
      await checkAmongRegions(tx, region);
      await saveRegion(tx, region, version);
      await recordEvent(tx, ctx, { type: "region.updated", data: { regionId: id, name: region.name, fields } });
      return region;
    }),
  );
}

/** Deletes a region with its ways of shipping; carts that chose it choose anew. The last one stays. */
export async function removeRegion(ctx: StaffContext, { id, version }: RemoveRegion): Promise<Done> {
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "catalogue.write");
    const { name } = await readRegion(tx, id);
    const regions = await readRegions(tx);
    if (regions.length === 1) throw new DomainError("region.last");
    const discounts = await discountsBoundToRegion(tx, id);
    if (discounts > 0) throw new DomainError("region.in_use", { discounts });
    await deleteRegion(tx, id, version);
    await recordEvent(tx, ctx, { type: "region.removed", data: { regionId: id, name } });
  });
  return done;
}

/** What a region owes to the others, which are answered: a name, countries of its own, and one way of showing tax. */
async function checkAmongRegions(tx: Tx, region: Region): Promise<Region[]> {
  const others = (await readRegions(tx)).filter(({ id }) => id !== region.id);
  if (others.some(({ name }) => nameKey(name) === nameKey(region.name))) throw new DomainError("region.name_taken");
  for (const other of others) {
    const country = region.countries.find((code) => other.countries.includes(code));
    if (country !== undefined) throw new DomainError("region.country_taken", { country, region: other.name });
  }
  const { currency, pricesIncludeTax } = region;
  if (others.some((other) => other.currency === currency && other.pricesIncludeTax !== pricesIncludeTax)) {
    throw new DomainError("region.tax_differs", { currency });
  }
  return others;
}
