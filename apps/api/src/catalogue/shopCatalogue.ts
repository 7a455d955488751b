import { findProductByHandle } from "@clientele/db/catalogue/products";
import {
  listShopCategories,
  listShopProducts,
  type OfferedVariant,
  offeredVariants,
} from "@clientele/db/catalogue/shopList";
import { priceCandidates } from "@clientele/db/pricing/candidates";
import { mostQuantity } from "@clientele/domain/carts/cart";
import type { Region } from "@clientele/domain/catalogue/region";
import {
  type Category,
  fewLeft,
  type GetProduct,
  type ListCatalogue,
  type ProductCard,
  type ShopPrice,
  type ShopProduct,
  type ShopVariant,
} from "@clientele/domain/catalogue/shopCatalogue";
import { DomainError } from "@clientele/domain/errors";
import type { Page } from "@clientele/domain/page";
import { priceSteps } from "@clientele/domain/pricing/priceSteps";
import { type PriceQuestion, resolvePrice } from "@clientele/domain/pricing/resolvePrice";
import { findOwnCart } from "../carts/ownCart.ts";
import type { ShopContext } from "../context.ts";
import { shopperOf } from "../pricing/shopper.ts";
import { regionOf } from "./regionOf.ts";

/** The categories of what is sold in the shopper's region. */
export async function listCategories(ctx: ShopContext): Promise<Category[]> {
  const { currency } = await shopRegion(ctx, undefined);
  return listShopCategories(ctx.db, currency);
}

/** A page of what is sold in the shopper's region, each product at the lowest price this shopper pays for it. */
export async function listCatalogue(ctx: ShopContext, input: ListCatalogue): Promise<Page<ProductCard>> {
  const { currency } = await shopRegion(ctx, input.regionId);
  const page = await listShopProducts(ctx.db, input, currency);
  const offers = await offersOf(
    ctx,
    page.items.map(({ id }) => id),
    currency,
  );
  const byProduct = new Map<string, Offer[]>(page.items.map(({ id }) => [id, []]));
  for (const offer of offers) byProduct.get(offer.productId)?.push(offer);
  const items = page.items.map((product) => ({ ...product, ...cardOf(byProduct.get(product.id) ?? [], currency) }));
  return { ...page, items };
}

/** A published product with this shopper's prices and quantity breaks; a draft is not there. */
export async function getShopProduct(ctx: ShopContext, input: GetProduct): Promise<ShopProduct> {
  const { currency } = await shopRegion(ctx, input.regionId);
  const product = await findProductByHandle(ctx.db, input.handle);
  if (product?.status !== "published") throw new DomainError("product.not_found");
  const offers = await offersOf(ctx, [product.id], currency);
  const { id, handle, title, description, category, picture } = product;
  const variants = offers.map((offer) => shopVariant(offer, currency));
  return { id, handle, title, description, category, picture, variants };
}

/** The region that is asked for, else the one of the shopper's cart, address or store. */
async function shopRegion(ctx: ShopContext, regionId: string | undefined): Promise<Region> {
  if (regionId === undefined) {
    const cart = await findOwnCart(ctx.db, ctx);
    return regionOf(ctx.db, { regionId: cart?.regionId ?? null, customerId: ctx.session?.ownerId ?? null });
  }
  const region = await regionOf(ctx.db, { regionId });
  if (region.id !== regionId) throw new DomainError("region.not_found");
  return region;
}

interface Offer extends OfferedVariant {
  question: PriceQuestion;
}

/** The variants of products with what decides their prices for this shopper, in a constant number of statements. */
async function offersOf(ctx: ShopContext, productIds: readonly string[], currency: string): Promise<Offer[]> {
  const { db } = ctx;
  const now = ctx.now();
  const { groups } = await shopperOf(db, ctx.session, now);
  const variants = await offeredVariants(db, productIds, currency);
  const candidates = await priceCandidates(db, { variantIds: variants.map(({ id }) => id), currency, now });
  return variants.map((variant) => ({
    ...variant,
    question: { base: variant.base, candidates: candidates.get(variant.id) ?? [], groups, now, currency },
  }));
}

const priceOf = ({ question }: Offer, currency: string): ShopPrice | null => {
  const price = resolvePrice({ ...question, quantity: 1 });
  if (price === null) return null;
  return {
    amount: { amount: price.amount, currency },
    original: { amount: price.original, currency },
    benefit: price.list?.benefit ?? null,
  };
};

const isThere = ({ stock, base }: OfferedVariant): boolean => base !== null && (stock === null || stock > 0);

function cardOf(own: readonly Offer[], currency: string): Pick<ProductCard, "price" | "from" | "available"> {
  const prices = own.flatMap((offer) => priceOf(offer, currency) ?? []);
  const [price = null] = prices.toSorted((one, other) => one.amount.amount - other.amount.amount);
  return {
    price,
    from: prices.some(({ amount }) => amount.amount !== price?.amount.amount),
    available: own.some(isThere),
  };
}

function shopVariant(offer: Offer, currency: string): ShopVariant {
  const { id, title, sku, stock, question } = offer;
  const steps = priceSteps({ ...question, mostQuantity });
  const money = (amount: number) => ({ amount, currency });
  return {
    id,
    title,
    sku,
    price: priceOf(offer, currency),
    steps:
      steps.length < 2
        ? []
        : steps.map(({ from, amount, original }) => ({ from, amount: money(amount), original: money(original) })),
    stock: stock !== null && stock <= fewLeft ? stock : null,
    available: isThere(offer),
  };
}
