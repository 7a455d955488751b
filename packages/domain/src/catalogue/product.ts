import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { idOf, IdempotencyKey } from "../ids.ts";
import { Amount, Currency, Money } from "../money.ts";
import { pageInput } from "../page.ts";
import { line, paragraphs, requiredLine } from "../text.ts";

export const productStatuses = ["draft", "published"] as const;
export const mostVariants = 100;

const version = z.int().min(1);
/** The last part of a product's address: small letters, digits and single hyphens. */
const Handle = z
  .string()
  .trim()
  .min(1, asField("field.required"))
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, asField("field.handle"));
const Stock = z.int().min(0).max(1_000_000).nullable();
const Sku = requiredLine(60);

const fields = {
  title: requiredLine(120),
  handle: Handle,
  description: paragraphs(5000),
  category: line(60),
  status: z.enum(productStatuses, asField("field.choice")),
};

/** A variant as staff see it; `stock` is null when it is not counted. */
export const Variant = z.object({
  id: z.string(),
  productId: z.string(),
  title: z.string(),
  sku: z.string(),
  stock: z.int().nullable(),
  /** The base price in each currency it is sold in. */
  prices: z.array(Money),
});
export type Variant = z.infer<typeof Variant>;

/** A product; its picture is named by the hash that stands in `/pictures/:hash`. */
export const Product = z.object({
  id: z.string(),
  title: z.string(),
  handle: z.string(),
  description: z.string(),
  category: z.string(),
  status: z.enum(productStatuses),
  picture: z.string().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
export type Product = z.infer<typeof Product>;
export const ProductDetail = Product.extend({ variants: z.array(Variant) });
export type ProductDetail = z.infer<typeof ProductDetail>;
export const ProductInList = Product.omit({ description: true }).extend({
  variants: z.int(),
  /** The sum over its counted variants; null when none is counted. */
  stock: z.int().nullable(),
});
export type ProductInList = z.infer<typeof ProductInList>;

export const ProductId = z.strictObject({ id: idOf("product") });

/** A variant in a product's form; one without an id is new, and one that is missing is removed. */
const VariantInput = z.strictObject({
  id: idOf("variant").optional(),
  title: line(80),
  sku: Sku,
  stock: Stock.default(null),
});
const variants = z
  .array(VariantInput)
  .min(1, asField("field.too_few", { least: 1 }))
  .max(mostVariants);

export const CreateProduct = z.strictObject({
  ...fields,
  description: fields.description.default(""),
  category: fields.category.default(""),
  status: fields.status.default("draft"),
  variants,
  idempotencyKey: IdempotencyKey.optional(),
});
export type CreateProduct = z.output<typeof CreateProduct>;
export const UpdateProduct = z.strictObject({
  id: idOf("product"),
  version,
  title: fields.title.optional(),
  handle: fields.handle.optional(),
  description: fields.description.optional(),
  category: fields.category.optional(),
  status: fields.status.optional(),
  /** The whole set; stock of a variant that is there already is left to `setStock`. */
  variants: variants.optional(),
  /** Null takes the picture away; one is given by its upload. */
  picture: z.null().optional(),
});
export type UpdateProduct = z.output<typeof UpdateProduct>;
export const RemoveProduct = z.strictObject({ id: idOf("product"), version });
export type RemoveProduct = z.output<typeof RemoveProduct>;

/** Gives every product of a category another one; where that is there already, the two become one. */
export const RenameCategory = z.strictObject({ name: requiredLine(60), to: requiredLine(60) });
export type RenameCategory = z.output<typeof RenameCategory>;
export const CategoryRenamed = z.object({ products: z.int() });
export type CategoryRenamed = z.infer<typeof CategoryRenamed>;

/** Base prices of a product's variants; a null amount takes the variant out of sale in that currency. */
export const SetPrices = z.strictObject({
  productId: idOf("product"),
  version,
  prices: z
    .array(z.strictObject({ variantId: idOf("variant"), currency: Currency, amount: Amount.nullable() }))
    .min(1)
    .max(mostVariants * 10),
});
export type SetPrices = z.output<typeof SetPrices>;

/**
 * Counts a variant anew. A sale raises no version, so `seen` is the stock that was on the screen: what was sold meanwhile
 * is not overwritten.
 */
export const SetStock = z.strictObject({
  productId: idOf("product"),
  version,
  variantId: idOf("variant"),
  stock: Stock,
  seen: Stock,
});
export type SetStock = z.output<typeof SetStock>;

export const productSorts = ["-createdAt", "createdAt", "title", "-title", "-updatedAt", "updatedAt"] as const;
export const ListProducts = z.strictObject({
  search: line(200).optional(),
  status: z.enum(productStatuses, asField("field.choice")).optional(),
  category: line(60).optional(),
  sort: z.enum(productSorts, asField("field.choice")).default("-createdAt"),
  ...pageInput,
});
export type ListProducts = z.output<typeof ListProducts>;

/** Variants by words of their product or the beginning of a SKU, for pickers. */
export const FindVariants = z.strictObject({ search: line(200), limit: z.int().min(1).max(50).default(20) });
export type FindVariants = z.output<typeof FindVariants>;
export const FoundVariant = z.object({
  id: z.string(),
  productId: z.string(),
  sku: z.string(),
  /** The product's title, and the variant's when it has one. */
  title: z.string(),
  picture: z.string().nullable(),
});
export type FoundVariant = z.infer<typeof FoundVariant>;

/** "Kettle – 1 litre", or the product's title alone for its only variant. */
export const fullTitle = (product: string, variant: string): string =>
  variant === "" ? product : `${product} – ${variant}`;

/** What stands beside a picture that is sent, in the address: a number is text there. */
export const SetPicture = z.strictObject({
  productId: idOf("product"),
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, asField("field.number"))
    .transform(Number),
});
export type SetPicture = z.output<typeof SetPicture>;
/** The most bytes of a picture that is sent. */
export const mostPictureBytes = 5 * 1024 * 1024;
export const pictureTypes = ["image/jpeg", "image/png", "image/webp"] as const;
