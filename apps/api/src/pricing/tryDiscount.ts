import { getRegion } from "@clientele/db/catalogue/regions";
import { sellableVariants } from "@clientele/db/catalogue/sellable";
import { listShippingOptions } from "@clientele/db/catalogue/shippingOptions";
import { priceCandidates } from "@clientele/db/pricing/candidates";
import { discountTermsByIds, discountUses } from "@clientele/db/pricing/discountTerms";
import { priceCart } from "@clientele/domain/carts/priceCart";
import { fullTitle } from "@clientele/domain/catalogue/product";
import { DomainError } from "@clientele/domain/errors";
import type { DiscountTried, TryDiscount } from "@clientele/domain/pricing/discount";
import { resolvePrice } from "@clientele/domain/pricing/resolvePrice";
import { regionOf } from "../catalogue/regionOf.ts";
import type { StaffContext } from "../context.ts";
import { benefitsOf } from "./benefitsOf.ts";

/** What an automatic discount is tried by; nobody can type it, since codes are upper-cased. */
const triedCode = "tried";

/**
 * What the discount alone would take from a cart of these lines, for a customer or for a visitor, and why it takes nothing.
 * It goes through the same function as every cart, so what is tried is what will happen.
 */
export async function tryDiscount(ctx: StaffContext, input: TryDiscount): Promise<DiscountTried> {
  const now = ctx.now();
  const [terms] = await discountTermsByIds(ctx.db, [input.id]);
  if (terms === undefined) throw new DomainError("discount.not_found");
  const viewed = input.customerId === undefined ? null : await benefitsOf(ctx.db, input.customerId, now);
  const customerId = viewed?.signedIn === true ? viewed.customer.id : null;
  const region =
    input.regionId === undefined ? await regionOf(ctx.db, { customerId }) : await getRegion(ctx.db, input.regionId);
  const { currency } = region;
  const groups = viewed?.groups ?? new Set<string>();

  const quantities = new Map<string, number>();
  for (const { variantId, quantity } of input.lines) {
    quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity);
  }
  const variantIds = [...quantities.keys()];
  const variants = await sellableVariants(ctx.db, variantIds, currency);
  const candidates = await priceCandidates(ctx.db, { variantIds, currency, now });
  const lines = [...quantities].map(([variantId, quantity]) => {
    const variant = variants.get(variantId);
    if (variant === undefined) throw new DomainError("variant.not_found");
    const asked = { base: variant.base, candidates: candidates.get(variantId) ?? [], groups, now, currency };
    const price = resolvePrice({ ...asked, quantity });
    return { id: variantId, variantId, productId: variant.productId, quantity, price };
  });
  // The dearest way to send it shows most of what free shipping takes.
  const options = terms.kind === "free_shipping" ? await listShippingOptions(ctx.db, region.id) : [];
  const shipping = options.toSorted((one, other) => other.price.amount - one.price.amount)[0];
  const code = terms.code ?? triedCode;
  const cart = priceCart({
    lines,
    discounts: [{ ...terms, code }],
    codes: [code],
    shopper: { signedIn: viewed?.signedIn ?? false, groups },
    region,
    shipping: shipping === undefined ? null : { id: shipping.id, name: shipping.name, amount: shipping.price.amount },
    uses: await discountUses(ctx.db, [terms], customerId),
    now,
  });
  const [tried] = cart.codes;
  const money = (amount: number) => ({ amount, currency });
  return {
    state: tried?.state ?? "unknown",
    missing: tried?.missing == null ? null : money(tried.missing),
    subtotal: money(cart.subtotal),
    discount: money(cart.discount + (cart.shipping?.discount ?? 0)),
    total: money(cart.total),
    lines: cart.lines.map((line) => {
      const variant = variants.get(line.variantId);
      return {
        variantId: line.variantId,
        title: fullTitle(variant?.title ?? "", variant?.variantTitle ?? ""),
        quantity: line.quantity,
        unit: line.unit === null ? null : money(line.unit.amount),
        discount: money(line.discount),
        total: money(line.total),
      };
    }),
  };
}
