import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { idOf } from "../ids.ts";
import { Money } from "../money.ts";
import { pageInput } from "../page.ts";
import { line, requiredLine } from "../text.ts";

/** What a shopper pays for one piece: the winner, and what it is struck through against when that is higher. */
export const ShopPrice = z.object({
  amount: Money,
  original: Money,
  /** "Wholesale price": what the price comes from, in the store's words; null for the usual price. */
  benefit: z.string().nullable(),
});
export type ShopPrice = z.infer<typeof ShopPrice>;

/** From how many pieces on a price holds for this shopper. */
export const PriceStep = z.object({ from: z.int(), amount: Money, original: Money });
export type PriceStep = z.infer<typeof PriceStep>;

export const catalogueSorts = ["-createdAt", "title", "price", "-price"] as const;
/** `price` sorts by the base price, so that a page's place does not depend on who looks. */
export const ListCatalogue = z.strictObject({
  search: line(200).optional(),
  category: line(60).optional(),
  sort: z.enum(catalogueSorts, asField("field.choice")).default("-createdAt"),
  /** The region the shopper looks from; that of the cart when left out. */
  regionId: idOf("region").optional(),
  ...pageInput,
});
export type ListCatalogue = z.output<typeof ListCatalogue>;

export const ProductCard = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  category: z.string(),
  picture: z.string().nullable(),
  /** The lowest of its variants; null when it is not sold in the region. */
  price: ShopPrice.nullable(),
  /** Whether other variants cost more. */
  from: z.boolean(),
  available: z.boolean(),
});
export type ProductCard = z.infer<typeof ProductCard>;

export const Category = z.object({ name: z.string(), products: z.int() });
export type Category = z.infer<typeof Category>;

export const GetProduct = z.strictObject({
  handle: requiredLine(100),
  regionId: idOf("region").optional(),
});
export type GetProduct = z.output<typeof GetProduct>;

export const ShopVariant = z.object({
  id: z.string(),
  title: z.string(),
  sku: z.string(),
  price: ShopPrice.nullable(),
  /** The prices of larger quantities; empty when one price holds for all. */
  steps: z.array(PriceStep),
  /** Null when it is not counted; else how many there are, told only when they are few. */
  stock: z.int().nullable(),
  available: z.boolean(),
});
export type ShopVariant = z.infer<typeof ShopVariant>;
export const ShopProduct = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  description: z.string(),
  category: z.string(),
  picture: z.string().nullable(),
  variants: z.array(ShopVariant),
});
export type ShopProduct = z.infer<typeof ShopProduct>;

/** A shopper is told how many are left from here down. */
export const fewLeft = 10;
