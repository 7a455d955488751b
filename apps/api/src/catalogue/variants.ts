import type { Tx } from "@clientele/db";
import { findVariants as readVariants } from "@clientele/db/catalogue/findVariants";
import { saveLowestPrices } from "@clientele/db/catalogue/productIndexes";
import { getProductWithVariants, saveProduct } from "@clientele/db/catalogue/products";
import { saveStock, saveVariantPrices } from "@clientele/db/catalogue/variants";
import type {
  FindVariants,
  FoundVariant,
  ProductDetail,
  SetPrices,
  SetStock,
  Variant,
} from "@clientele/domain/catalogue/product";
import { DomainError, type FieldProblem } from "@clientele/domain/errors";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { againAfterRace } from "../raced.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { changedMeanwhile } from "./products.ts";

/** A few variants for a picker, by what was typed of their SKU or title. */
export const findVariants = (ctx: StaffContext, input: FindVariants): Promise<FoundVariant[]> =>
  readVariants(ctx.db, input);

/** Sets base prices of a product's variants; a null takes a variant out of sale in the currency. */
export async function setPrices(ctx: StaffContext, { productId, version, prices }: SetPrices): Promise<ProductDetail> {
  refuseDoubles(prices);
  const now = ctx.now();
  return againAfterRace(["variant_prices_key", "product_prices_key"], () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "catalogue.write");
      const present = await getSeen(tx, productId, version);
      const byId = new Map(present.variants.map((variant) => [variant.id, variant]));
      const changes = prices.filter(({ variantId, currency, amount }, at) => {
        const variant = byId.get(variantId);
        if (variant === undefined) throw notFound(`prices.${at}.variantId`);
        return priceOf(variant, currency) !== amount;
      });
      if (changes.length === 0) return present;
      await saveVariantPrices(tx, changes);
      await raiseVersion(tx, present, now);
      const after = await getProductWithVariants(tx, productId);
      await saveLowestPrices(tx, after);
      const data = { productId, name: present.title, count: changes.length };
      await recordEvent(tx, ctx, { type: "product.prices_set", data });
      return after;
    }),
  );
}

/** Counts a variant anew, unless its stock is no longer what staff saw: what was sold meanwhile stays sold. */
export async function setStock(ctx: StaffContext, input: SetStock): Promise<ProductDetail> {
  const { productId, version, variantId, stock, seen } = input;
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "catalogue.write");
    const present = await getSeen(tx, productId, version);
    const variant = present.variants.find(({ id }) => id === variantId);
    if (variant === undefined) throw notFound("variantId");
    if (variant.stock === stock) return present;
    if (variant.stock !== seen) throw changedMeanwhile(present);
    await saveStock(tx, variantId, stock);
    await raiseVersion(tx, present, now);
    const data = { productId, name: present.title, variantId, sku: variant.sku, from: seen, to: stock };
    await recordEvent(tx, ctx, { type: "product.stock_set", data });
    return getProductWithVariants(tx, productId);
  });
}

/** The product as it is, if that is what the caller saw. */
async function getSeen(tx: Tx, id: string, version: number): Promise<ProductDetail> {
  const present = await getProductWithVariants(tx, id);
  if (present.version !== version) throw changedMeanwhile(present);
  return present;
}

/** Prices and stock are typed in the product's form, so who began from before them has to look again. */
const raiseVersion = (tx: Tx, { variants: _variants, ...product }: ProductDetail, now: Date): Promise<void> =>
  saveProduct(tx, { ...product, updatedAt: now, version: product.version + 1 }, product.version);

const priceOf = ({ prices }: Variant, currency: string): number | null =>
  prices.find((price) => price.currency === currency)?.amount ?? null;

const notFound = (field: string): DomainError =>
  new DomainError("variant.not_found", {}, { [field]: { code: "variant.not_found", params: {} } });

/** Two prices of one variant in one currency leave no telling which is meant. */
function refuseDoubles(prices: SetPrices["prices"]): void {
  const seen = new Set<string>();
  const fields: Record<string, FieldProblem> = {};
  for (const [at, { variantId, currency }] of prices.entries()) {
    const key = `${variantId} ${currency}`;
    if (seen.has(key)) fields[`prices.${at}.amount`] = { code: "field.duplicate", params: {} };
    seen.add(key);
  }
  if (Object.keys(fields).length > 0) throw new DomainError("input.invalid", {}, fields);
}
