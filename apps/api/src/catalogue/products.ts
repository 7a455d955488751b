import type { Tx } from "@clientele/db";
import { findCategory } from "@clientele/db/catalogue/categories";
import { discountsBoundToProduct } from "@clientele/db/catalogue/namedByDiscounts";
import { saveLowestPrices, saveProductWords } from "@clientele/db/catalogue/productIndexes";
import { listProducts as readProducts } from "@clientele/db/catalogue/productList";
import {
  deleteProduct,
  findProductByHandle,
  getProductWithVariants,
  insertProducts,
  saveProduct,
} from "@clientele/db/catalogue/products";
import { insertVariants, removeVariants, saveVariants, takenSkus } from "@clientele/db/catalogue/variants";
import { changedRow } from "@clientele/domain/changedRow";
import { changedVariants, checkTakenSkus, type ChangedVariants } from "@clientele/domain/catalogue/changedVariants";
import type {
  CreateProduct,
  ListProducts,
  Product,
  ProductDetail,
  ProductInList,
  RemoveProduct,
  UpdateProduct,
} from "@clientele/domain/catalogue/product";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done, type Page } from "@clientele/domain/page";
import { tellGone } from "../carts/gone.ts";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { once } from "../idempotency.ts";
import { againAfterRace } from "../raced.ts";
import { requireStaff } from "../staff/requireStaff.ts";

/** What two calls at the same time may both find free; the later one looks again. */
const racedProductRules = [
  "products_handle_key",
  "variants_sku_key",
  "product_words_key",
  "product_prices_key",
  "idempotency_keys_pkey",
];

/** A page of products as staff see them, drafts among them. */
export const listProducts = (ctx: StaffContext, input: ListProducts): Promise<Page<ProductInList>> =>
  readProducts(ctx.db, input);

/** A product with its variants, their stock and their base prices. */
export const getProductDetail = (ctx: StaffContext, { id }: { id: string }): Promise<ProductDetail> =>
  getProductWithVariants(ctx.db, id);

/** Makes a product with its variants, under a handle and SKUs that no other has. */
export async function createProduct(ctx: StaffContext, input: CreateProduct): Promise<ProductDetail> {
  const { idempotencyKey, ...fields } = input;
  const newProductId = ctx.newId("product");
  const now = ctx.now();
  const { variants: wanted, ...rest } = fields;
  const product: Product = { ...rest, id: newProductId, picture: null, createdAt: now, updatedAt: now, version: 1 };
  const { variants } = changedVariants({ id: newProductId, variants: [] }, wanted, ctx.newId);
  return againAfterRace(racedProductRules, () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "catalogue.write");
      const call = { procedure: "admin.products.create", actor: ctx.actor.staffId, key: idempotencyKey, input: fields };
      const id = await once(tx, ctx, call, async () => {
        await refuseTaken(tx, product, variants);
        const category = await asOthersWrite(tx, product);
        await insertProducts(tx, [{ ...product, category, variants }]);
        await recordEvent(tx, ctx, { type: "product.created", data: { productId: product.id, name: product.title } });
        return product.id;
      });
      return getProductWithVariants(tx, id);
    }),
  );
}

/**
 * Changes what is given of a product; variants that are given are all it has from then on. Throws
 * `product.changed_meanwhile`.
 */
export async function updateProduct(ctx: StaffContext, input: UpdateProduct): Promise<ProductDetail> {
  const { id, version, variants: wantedVariants, ...wanted } = input;
  const now = ctx.now();
  return againAfterRace(racedProductRules, () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "catalogue.write");
      const { variants: presentVariants, ...present } = await getProductWithVariants(tx, id);
      if (present.version !== version) throw changedMeanwhile(present);
      const before = { ...present, variants: presentVariants };
      const set = wantedVariants === undefined ? null : changedVariants(before, wantedVariants, ctx.newId);
      const category =
        wanted.category === undefined ? undefined : await asOthersWrite(tx, { id, category: wanted.category });
      const { row, fields } = changedRow(present, { ...wanted, category }, now);
      if (set?.changed === true) fields.push("variants");
      if (fields.length === 0) return before;
      const product = { ...row, updatedAt: now, version: version + 1 };
      const variants = set?.variants ?? presentVariants;
      await refuseTaken(tx, product, variants);
      await saveProduct(tx, product, version);
      const after = { ...product, variants };
      if (set?.changed === true) await saveVariantSet(tx, before, set, now);
      if (["title", "category", "variants"].some((name) => fields.includes(name))) await saveProductWords(tx, [after]);
      await recordEvent(tx, ctx, { type: "product.updated", data: { productId: id, name: product.title, fields } });
      return after;
    }),
  );
}

/** Deletes a product that no discount is bound to; carts lose it and say so, orders keep what was bought. */
export async function removeProduct(ctx: StaffContext, { id, version }: RemoveProduct): Promise<Done> {
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "catalogue.write");
    const product = await getProductWithVariants(tx, id);
    const discounts = await discountsBoundToProduct(tx, id);
    if (discounts > 0) throw new DomainError("product.in_use", { discounts });
    await tellGone(tx, product);
    await deleteProduct(tx, id, version);
    await recordEvent(tx, ctx, { type: "product.removed", data: { productId: id, name: product.title } });
  });
  return done;
}

/** The refusal of an edit that did not see the present product. */
export const changedMeanwhile = ({ version }: Product): DomainError =>
  new DomainError("product.changed_meanwhile", { version });

/** A category is one whatever its case and blanks: what is there is taken as it is written there. */
const asOthersWrite = async (tx: Tx, { id, category }: Pick<Product, "id" | "category">): Promise<string> =>
  category === "" ? "" : ((await findCategory(tx, category, id)) ?? category);

async function refuseTaken(tx: Tx, { id, handle }: Product, variants: readonly { sku: string }[]): Promise<void> {
  const other = await findProductByHandle(tx, handle);
  if (other !== null && other.id !== id) throw new DomainError("product.handle_taken");
  const skus = variants.map(({ sku }) => sku);
  checkTakenSkus(variants, await takenSkus(tx, skus, id));
}

async function saveVariantSet(
  tx: Tx,
  before: ProductDetail,
  { variants, added, removed }: ChangedVariants,
  now: Date,
): Promise<void> {
  const earlier = new Map(before.variants.map((variant, position) => [variant.id, { ...variant, position }]));
  const placed = variants.map((variant, position) => ({ ...variant, position, createdAt: now }));
  const moved = placed.filter(({ id, title, sku, position }) => {
    const known = earlier.get(id);
    return known !== undefined && (known.title !== title || known.sku !== sku || known.position !== position);
  });
  await tellGone(tx, { title: before.title, variants: before.variants.filter(({ id }) => removed.includes(id)) });
  await removeVariants(tx, removed);
  await saveVariants(tx, moved);
  await insertVariants(
    tx,
    placed.filter(({ id }) => added.has(id)),
  );
  if (removed.length > 0) await saveLowestPrices(tx, { id: before.id, variants });
}
