import { type PricedCart, priceCart } from "@clientele/domain/carts/priceCart";
import type { ProductDetail, Variant } from "@clientele/domain/catalogue/product";
import type { Region, ShippingOption } from "@clientele/domain/catalogue/region";
import type { Audience } from "@clientele/domain/pricing/audience";
import type { AudienceShape } from "@clientele/domain/pricing/audienceMatch";
import type { DiscountTerms, DiscountUses } from "@clientele/domain/pricing/discountFit";
import { type Candidate, resolvePrice } from "@clientele/domain/pricing/resolvePrice";
import type { BookedDiscount, BookedList, PriceBook } from "./priceBook.ts";

/** What somebody put into a cart, and who they were at that moment. */
export interface Basket {
  lines: readonly { id: string; product: ProductDetail; variant: Variant; quantity: number }[];
  codes: readonly string[];
  signedIn: boolean;
  groups: ReadonlySet<string>;
  region: Region;
  shipping: ShippingOption;
  /** How often this customer used a discount so far, by its id. */
  used: ReadonlyMap<string, number>;
  at: Date;
}

const shapeOf = (audience: Audience): AudienceShape => audience;

/** The list as it was at an instant: one that ended since was still active. */
const listAt = ({ list, endedAt }: BookedList, at: Date): Candidate["list"] => ({
  ...list,
  audience: shapeOf(list.audience),
  status: endedAt !== null && at < endedAt ? "active" : list.status,
});

const discountAt = ({ discount, endedAt }: BookedDiscount, at: Date): DiscountTerms => ({
  ...discount,
  audience: shapeOf(discount.audience),
  status: endedAt !== null && at < endedAt ? "active" : discount.status,
});

/** Prices a basket of the past by the very functions that price one of today. */
export const pricesOf = (book: PriceBook) => {
  const byVariant = book.lists.map((booked) => ({
    booked,
    entries: new Map(booked.entries.map((entry) => [entry.variantId, entry])),
  }));
  const total = new Map<string, number>();

  const candidatesOf = (variantId: string, at: Date): Candidate[] =>
    byVariant.flatMap(({ booked, entries }) => {
      const entry = entries.get(variantId);
      if (booked.list.createdAt > at || (entry === undefined && booked.list.adjustment === null)) return [];
      return [{ list: listAt(booked, at), excluded: entry?.excluded ?? false, amounts: entry?.ranges ?? [] }];
    });

  const priced = ({ lines, codes, signedIn, groups, region, shipping, used, at }: Basket): PricedCart => {
    const discounts = book.discounts
      .filter(({ discount }) => discount.createdAt <= at)
      .map((one) => discountAt(one, at));
    const uses = new Map(
      discounts.map(({ id }): [string, DiscountUses] => [
        id,
        { total: total.get(id) ?? 0, byCustomer: used.get(id) ?? 0 },
      ]),
    );
    return priceCart({
      lines: lines.map(({ id, product, variant, quantity }) => ({
        id,
        variantId: variant.id,
        productId: product.id,
        quantity,
        price: resolvePrice({
          base: variant.prices.find(({ currency }) => currency === region.currency)?.amount ?? null,
          candidates: candidatesOf(variant.id, at),
          groups,
          quantity,
          now: at,
          currency: region.currency,
        }),
      })),
      discounts: discounts.filter(({ code }) => code === null || codes.includes(code)),
      codes,
      shopper: { signedIn, groups },
      region,
      shipping: { id: shipping.id, name: shipping.name, amount: shipping.price.amount },
      uses,
      now: at,
    });
  };

  return {
    priced,
    /** Notes that an order used a discount, or gave its use back. */
    count: (discountId: string, by: 1 | -1): void => {
      total.set(discountId, (total.get(discountId) ?? 0) + by);
    },
    usesOf: (discountId: string): number => total.get(discountId) ?? 0,
  };
};
export type Prices = ReturnType<typeof pricesOf>;
