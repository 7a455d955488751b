import type { AdminClient } from "@clientele/client";
import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";

export interface GoodsInput {
  title: string;
  /** In the minor unit of the store's currency. */
  price: number;
  stock?: number | null;
  category?: string;
  /** Further variants beside the first, each at the same price. */
  variants?: readonly string[];
}

export interface Goods {
  title: string;
  handle: string;
  productId: string;
  variantIds: string[];
}

let made = 0;
/** A word that stands in nothing else of this run, so that a search finds only what the test made. */
export const newWord = (): string => `zq${process.pid.toString(36)}${(++made).toString(36)}`;

/** A published product, for sale in the currency of the store's own region. */
export async function newGoods(staff: AdminClient, input: GoodsInput): Promise<Goods> {
  const [region] = await staff.regions.list.query();
  const currency = region?.currency ?? "EUR";
  const sku = newWord().toUpperCase();
  const titles = input.variants === undefined ? [""] : [...input.variants];
  const product = await staff.products.create.mutate({
    title: input.title,
    handle: sku.toLowerCase(),
    status: "published",
    description: "Made for a test, and made well.",
    ...(input.category === undefined ? {} : { category: input.category }),
    variants: titles.map((title, index) => ({ title, sku: `${sku}-${index + 1}`, stock: input.stock ?? null })),
  });
  const variantIds = product.variants.map(({ id }) => id);
  await staff.products.setPrices.mutate({
    productId: product.id,
    version: product.version,
    prices: variantIds.map((variantId) => ({ variantId, currency, amount: input.price })),
  });
  return { title: input.title, handle: product.handle, productId: product.id, variantIds };
}

/** Sets the base price of the first variant over whatever staff see by now. */
export async function setPrice(
  staff: AdminClient,
  { productId, variantIds: [variantId = ""] }: Goods,
  price: { amount: number; currency: string },
): Promise<void> {
  const { version } = await staff.products.get.query({ id: productId });
  await staff.products.setPrices.mutate({ productId, version, prices: [{ variantId, ...price }] });
}

/** Counts the first variant anew over whatever staff see by now. */
export async function setStock(
  staff: AdminClient,
  { productId, variantIds: [variantId = ""] }: Goods,
  stock: number,
): Promise<void> {
  const { version, variants } = await staff.products.get.query({ id: productId });
  const seen = variants.find(({ id }) => id === variantId)?.stock ?? null;
  await staff.products.setStock.mutate({ productId, version, variantId, stock, seen });
}

/** Opens the product's page and puts one of it into the cart. */
export async function putInCart(page: Page, { handle, title }: Goods): Promise<void> {
  await page.goto(`/products/${handle}`);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByRole("status").filter({ hasText: `${title} is in your cart.` })).toBeVisible();
}
