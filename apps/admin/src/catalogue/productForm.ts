import { UpdateProduct } from "@clientele/domain/catalogue/product";
import { parseAmount } from "@clientele/domain/money";
import { z } from "zod";
import { amountText, typedAmount } from "../amountText.ts";
import { client, type Inputs, type Outputs } from "../trpc.ts";
import { readStock, stockText, writeStock } from "./stockText.ts";

export type ProductDetail = Outputs["products"]["get"];
type Variant = ProductDetail["variants"][number];

const { shape } = UpdateProduct;
const variantShape = shape.variants.unwrap().element.shape;

/** How amounts are typed on the page: in which currencies, by whom. */
export interface PriceMarks {
  currencies: readonly string[];
  locale: string;
}

/** A product with its variants, prices and stock, all as they are typed. */
export const productForm = ({ currencies, locale }: PriceMarks) =>
  z.strictObject({
    title: shape.title.unwrap(),
    handle: shape.handle.unwrap(),
    description: shape.description.unwrap(),
    category: shape.category.unwrap(),
    status: shape.status.unwrap(),
    variants: z
      .array(
        z.strictObject({
          /** The id of a variant that is there, or what a new row is known by until it is saved. */
          key: z.string(),
          title: variantShape.title,
          sku: variantShape.sku,
          stock: stockText,
          prices: z.strictObject(
            Object.fromEntries(
              currencies.map((currency) => [currency, amountText({ currency, locale, optional: true })]),
            ),
          ),
        }),
      )
      .min(1),
  });
export type ProductValues = z.input<ReturnType<typeof productForm>>;
type VariantValues = ProductValues["variants"][number];

const priceIn = (variant: Variant | undefined, currency: string) =>
  variant?.prices.find((price) => price.currency === currency);

export const valuesOf = (product: ProductDetail, { currencies, locale }: PriceMarks): ProductValues => ({
  title: product.title,
  handle: product.handle,
  description: product.description,
  category: product.category,
  status: product.status,
  variants: product.variants.map((variant) => ({
    key: variant.id,
    title: variant.title,
    sku: variant.sku,
    stock: writeStock(variant.stock),
    prices: Object.fromEntries(
      currencies.map((currency) => {
        const price = priceIn(variant, currency);
        return [currency, price === undefined ? "" : typedAmount(price, locale)];
      }),
    ),
  })),
});

export const newVariant = ({ currencies }: PriceMarks): VariantValues => ({
  key: crypto.randomUUID(),
  title: "",
  sku: "",
  stock: "",
  prices: Object.fromEntries(currencies.map((currency) => [currency, ""])),
});

/** What is set anew of a product's base prices; rows stand in the order of the saved variants. */
function changedPrices(
  saved: ProductDetail,
  rows: readonly VariantValues[],
  { currencies, locale }: PriceMarks,
): Inputs["products"]["setPrices"]["prices"] {
  return rows.flatMap(({ prices }, at) =>
    currencies.flatMap((currency) => {
      const variant = saved.variants[at];
      const typed = prices[currency] ?? "";
      const amount = typed.trim() === "" ? null : parseAmount(typed, currency, locale);
      const before = priceIn(variant, currency)?.amount ?? null;
      return variant === undefined || amount === before ? [] : [{ variantId: variant.id, currency, amount }];
    }),
  );
}

/**
 * Saves what was typed over the row it began from: the product with its set of variants, then their prices, then each
 * stock that was counted anew, over the stock that was on the screen.
 */
export async function saveProduct(
  values: ProductValues,
  before: ProductDetail,
  version: number,
  marks: PriceMarks,
): Promise<ProductDetail> {
  const { variants: rows, ...fields } = values;
  const known = new Map(before.variants.map((variant) => [variant.id, variant]));
  const variants = rows.map(({ key, title, sku, stock }) => ({
    ...(known.has(key) ? { id: key } : {}),
    title,
    sku,
    stock: readStock(stock),
  }));
  let saved = await client.products.update.mutate({ id: before.id, version, ...fields, variants });
  const prices = changedPrices(saved, rows, marks);
  if (prices.length > 0) {
    saved = await client.products.setPrices.mutate({ productId: before.id, version: saved.version, prices });
  }
  for (const { key, stock: typed } of rows) {
    const stock = readStock(typed);
    const seen = known.get(key)?.stock;
    if (seen === undefined || seen === stock) continue;
    const counted = { productId: before.id, version: saved.version, variantId: key, stock, seen };
    saved = await client.products.setStock.mutate(counted);
  }
  return saved;
}
