import { priceCandidates } from "@clientele/db/pricing/candidates";
import { listVariantRows } from "@clientele/db/pricing/variantRows";
import type { PreviewedPrice, PreviewPrices, PricesPreview } from "@clientele/domain/pricing/previewPrices";
import { resolvePrice } from "@clientele/domain/pricing/resolvePrice";
import { beginningOf } from "@clientele/domain/time";
import { getRegion } from "@clientele/db/catalogue/regions";
import { getSettings } from "@clientele/db/settings/settings";
import { regionOf } from "../catalogue/regionOf.ts";
import type { StaffContext } from "../context.ts";
import { benefitsOf } from "./benefitsOf.ts";

/**
 * "Prices as this customer": what each variant costs for the customer at an instant, with every list's fate. Nothing is
 * signed in and nothing is written; memberships and lists are judged as they hold at the instant.
 */
export async function previewPrices(ctx: StaffContext, input: PreviewPrices): Promise<PricesPreview> {
  const { timeZone } = await getSettings(ctx.db);
  const at = input.at === undefined ? ctx.now() : beginningOf(input.at, timeZone);
  const viewed = await benefitsOf(ctx.db, input.customerId, at);
  const region =
    input.regionId === undefined
      ? await regionOf(ctx.db, { customerId: input.customerId })
      : await getRegion(ctx.db, input.regionId);
  const { currency } = region;
  const { search, cursor, limit, variantIds } = input;
  const page = await listVariantRows(ctx.db, { currency, search, cursor, limit, variantIds });
  const ids = page.items.map(({ variantId }) => variantId);
  const candidates = await priceCandidates(ctx.db, { variantIds: ids, currency, now: at, all: true });
  const items = page.items.map(({ base, ...variant }): PreviewedPrice => {
    const money = (amount: number | undefined) => (amount === undefined ? null : { amount, currency });
    const asked = {
      base,
      candidates: candidates.get(variant.variantId) ?? [],
      groups: viewed.groups,
      now: at,
      currency,
    };
    const price = resolvePrice({ ...asked, quantity: input.quantity });
    return {
      ...variant,
      base: money(base ?? undefined),
      price: money(price?.amount),
      original: money(price?.original),
      list: price === null || price.list === null ? null : { id: price.list.id, name: price.list.name },
      trace: price?.trace ?? [],
    };
  });
  return {
    ...page,
    items,
    region: { id: region.id, name: region.name, currency },
    at,
    groups: viewed.named,
    publicBecause: viewed.publicBecause,
  };
}
