import type { Reader } from "@clientele/db";
import { listCartCodes, listCartLines, type StoredCart, type StoredCartLine } from "@clientele/db/carts/carts";
import { type SellableVariant, sellableVariants } from "@clientele/db/catalogue/sellable";
import { findShippingOption } from "@clientele/db/catalogue/shippingOptions";
import { priceCandidates } from "@clientele/db/pricing/candidates";
import { discountTerms, discountUses } from "@clientele/db/pricing/discountTerms";
import { type PricedCart, priceCart } from "@clientele/domain/carts/priceCart";
import type { Region, ShippingOption } from "@clientele/domain/catalogue/region";
import type { DiscountTerms } from "@clientele/domain/pricing/discountFit";
import { type PriceQuestion, resolvePrice } from "@clientele/domain/pricing/resolvePrice";
import { regionOf } from "../catalogue/regionOf.ts";
import type { Shopper } from "../pricing/shopper.ts";

/** A cart's line with the variant it is of and what its price is asked by. */
export interface ReadLine {
  line: StoredCartLine;
  variant: SellableVariant;
  question: PriceQuestion;
}

/** A cart with all that its answers and its order are made of. */
export interface ReadCart {
  cart: StoredCart;
  shopper: Shopper;
  region: Region;
  lines: ReadLine[];
  /** The chosen way of sending while the region offers it. */
  shipping: ShippingOption | null;
  discounts: DiscountTerms[];
  priced: PricedCart;
}

/** Whether the variant can be bought in the region at all, whatever there is of it. */
export const isForSale = (variant: SellableVariant | undefined): variant is SellableVariant =>
  variant !== undefined && variant.published && variant.base !== null;

/** What a shopper's price of each variant is asked by; constant statements however many there are. */
export const priceQuestions = async (
  db: Reader,
  shopper: Shopper,
  region: Region,
  variantIds: readonly string[],
  now: Date,
): Promise<Map<string, { variant: SellableVariant; question: PriceQuestion }>> => {
  if (variantIds.length === 0) return new Map();
  const { currency } = region;
  const variants = await sellableVariants(db, variantIds, currency);
  const candidates = await priceCandidates(db, { variantIds: [...variants.keys()], currency, now });
  return new Map(
    [...variants].map(([id, variant]) => {
      const base = isForSale(variant) ? variant.base : null;
      const question = { base, candidates: candidates.get(id) ?? [], groups: shopper.groups, now, currency };
      return [id, { variant, question }];
    }),
  );
};

/**
 * Reads and prices a cart for its shopper as of now: the same for what is shown and, inside its transaction, for what is
 * ordered. The number of statements does not depend on the cart's length, and no price outlives the answer (`domain` 5).
 */
export const pricedCart = async (db: Reader, shopper: Shopper, cart: StoredCart, now: Date): Promise<ReadCart> => {
  const region = await regionOf(db, { regionId: cart.regionId, customerId: cart.customerId });
  const stored = await listCartLines(db, cart.id);
  const codes = await listCartCodes(db, cart.id);
  const chosen = cart.shippingOptionId === null ? null : await findShippingOption(db, cart.shippingOptionId);
  const shipping = chosen?.regionId === region.id ? chosen : null;
  const asked = await priceQuestions(
    db,
    shopper,
    region,
    stored.map(({ variantId }) => variantId),
    now,
  );
  const lines = stored.flatMap((line): ReadLine[] => {
    const found = asked.get(line.variantId);
    return found === undefined ? [] : [{ line, ...found }];
  });
  const discounts = lines.length === 0 && codes.length === 0 ? [] : await discountTerms(db, { codes, now });
  const uses = await discountUses(db, discounts, shopper.customerId);
  const priced = priceCart({
    lines: lines.map(({ line: { id, variantId, quantity }, variant: { productId }, question }) => ({
      id,
      variantId,
      productId,
      quantity,
      price: resolvePrice({ ...question, quantity }),
    })),
    discounts,
    codes,
    shopper,
    region,
    shipping: shipping === null ? null : { id: shipping.id, name: shipping.name, amount: shipping.price.amount },
    uses,
    now,
  });
  return { cart, shopper, region, lines, shipping, discounts, priced };
};
