import type { Database } from "@clientele/db";
import { insertProducts } from "@clientele/db/catalogue/products";
import { insertRegion } from "@clientele/db/catalogue/regions";
import { insertShippingOption } from "@clientele/db/catalogue/shippingOptions";
import type { ProductDetail } from "@clientele/domain/catalogue/product";
import type { Region, ShippingOption } from "@clientele/domain/catalogue/region";
import type { NewId } from "@clientele/domain/ids";

const at = new Date("2026-03-01T12:00:00.000Z");

/** A region as a store would be given one; what a test cares for is said, the rest is plausible. */
const buildRegion = (newId: NewId, given: Partial<Region> = {}): Region => {
  const id = newId("region");
  return {
    id,
    name: `Region ${id}`,
    currency: "EUR",
    taxRate: 1900,
    pricesIncludeTax: true,
    countries: ["DE"],
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...given,
  };
};

/** A region that is there: Germany, euros with 19 % tax in the price, unless said otherwise. */
export const givenRegion = async (db: Database, newId: NewId, given: Partial<Region> = {}): Promise<Region> => {
  const region = buildRegion(newId, given);
  await db.transaction((tx) => insertRegion(tx, region));
  return region;
};

/** A shipping option that is there: 4.90 in the region's currency, unless said otherwise. */
export const givenShippingOption = async (
  db: Database,
  newId: NewId,
  region: Pick<Region, "id" | "currency">,
  { amount = 490, ...given }: { name?: string; description?: string; amount?: number } = {},
): Promise<ShippingOption> => {
  const option: ShippingOption = {
    id: newId("shippingOption"),
    regionId: region.id,
    name: "Parcel",
    description: "",
    price: { amount, currency: region.currency },
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...given,
  };
  await db.transaction((tx) => insertShippingOption(tx, option));
  return option;
};

/** A product in the words of a test: `price` is in euros' cents, `prices` names each currency. */
export interface GivenProduct extends Partial<Omit<ProductDetail, "variants">> {
  variants?: readonly {
    id?: string;
    title?: string;
    sku?: string;
    stock?: number | null;
    price?: number;
    prices?: Readonly<Record<string, number>>;
  }[];
}

/** A published product of one variant at 10.00 euros that is not counted, unless said otherwise. */
const buildProduct = (newId: NewId, { variants = [{}], ...given }: GivenProduct = {}): ProductDetail => {
  const id = given.id ?? newId("product");
  return {
    id,
    title: `Product ${id}`,
    handle: id.toLowerCase().replace("_", "-"),
    description: "",
    category: "",
    status: "published",
    picture: null,
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...given,
    variants: variants.map(({ price = 1000, prices = { EUR: price }, stock = null, ...variant }) => {
      const variantId = variant.id ?? newId("variant");
      return {
        id: variantId,
        productId: id,
        title: variant.title ?? "",
        sku: variant.sku ?? variantId,
        stock,
        prices: Object.entries(prices).map(([currency, amount]) => ({ amount, currency })),
      };
    }),
  };
};

/** Products that are there. */
export const givenProducts = async (
  db: Database,
  newId: NewId,
  given: readonly GivenProduct[],
): Promise<ProductDetail[]> => {
  const products = given.map((product) => buildProduct(newId, product));
  await db.transaction((tx) => insertProducts(tx, products));
  return products;
};

/** A product that is there; `variants[0]` is its first variant, and `variantIds` are all of them. */
export const givenProduct = async (
  db: Database,
  newId: NewId,
  given: GivenProduct = {},
): Promise<ProductDetail & { variantIds: string[] }> => {
  const product = buildProduct(newId, given);
  await db.transaction((tx) => insertProducts(tx, [product]));
  return { ...product, variantIds: product.variants.map(({ id }) => id) };
};
