import { productStatuses } from "@clientele/domain/catalogue/product";
import { sql } from "drizzle-orm";
import { among, atMost } from "../columns/checks.ts";
import type { Columns } from "../columns/postgres.ts";
import { none } from "../columns/words.ts";

export const catalogueTables = (c: Columns) => {
  const regions = c.table(
    "regions",
    {
      id: c.id(none).primaryKey(),
      name: c.text(none).notNull(),
      /** `nameKey` of the domain: unique without case. */
      nameKey: c.text(none).notNull(),
      /** ISO 4217. */
      currency: c.text(none).notNull(),
      /** Basis points. */
      taxRate: c.int(none).notNull(),
      pricesIncludeTax: c.bool(none).notNull(),
      createdAt: c.time(none).notNull(),
      updatedAt: c.time(none).notNull(),
      version: c.int(none).notNull(),
    },
    (t) => [
      c.uniqueIndex("regions_name_key").on(t.nameKey),
      c.index("regions_created").on(t.createdAt, t.id),
      c.check("regions_name_length", atMost(t.name, 80)),
      c.check("regions_currency_length", atMost(t.currency, 3)),
      c.check("regions_tax_rate", sql`${t.taxRate} between 0 and 10000`),
    ],
  );

  /** A country belongs to one region. */
  const regionCountries = c.table(
    "region_countries",
    {
      countryCode: c.text(none).primaryKey(),
      regionId: c
        .id(none)
        .notNull()
        .references(() => regions.id, { onDelete: "cascade" }),
    },
    (t) => [
      c.index("region_countries_region").on(t.regionId, t.countryCode),
      c.check("region_countries_length", atMost(t.countryCode, 2)),
    ],
  );

  const shippingOptions = c.table(
    "shipping_options",
    {
      id: c.id(none).primaryKey(),
      regionId: c
        .id(none)
        .notNull()
        .references(() => regions.id, { onDelete: "cascade" }),
      name: c.text(none).notNull(),
      description: c.text(none).notNull(),
      /** In the region's currency. */
      amount: c.money(none).notNull(),
      createdAt: c.time(none).notNull(),
      updatedAt: c.time(none).notNull(),
      version: c.int(none).notNull(),
    },
    (t) => [
      c.index("shipping_options_region").on(t.regionId, t.createdAt, t.id),
      c.check("shipping_options_name_length", atMost(t.name, 80)),
      c.check("shipping_options_description_length", atMost(t.description, 200)),
      c.check("shipping_options_amount", sql`${t.amount} >= 0`),
    ],
  );

  /** Pictures stand in the database, because several processes share no disk; the key is the hash of the bytes. */
  const pictures = c.table(
    "pictures",
    {
      hash: c.text(none).primaryKey(),
      bytes: c.bytes(none).notNull(),
      width: c.int(none).notNull(),
      height: c.int(none).notNull(),
      createdAt: c.time(none).notNull(),
    },
    (t) => [c.check("pictures_hash_length", atMost(t.hash, 64))],
  );

  const products = c.table(
    "products",
    {
      id: c.id(none).primaryKey(),
      title: c.text(none).notNull(),
      /** `foldText` of the title: what lists are sorted by. */
      titleKey: c.text(none).notNull(),
      handle: c.text(none).notNull(),
      description: c.text(none).notNull(),
      category: c.text(none).notNull(),
      /** `nameKey` of the category, empty for none. */
      categoryKey: c.text(none).notNull(),
      status: c.oneOf(productStatuses, none).notNull(),
      picture: c.text(none).references(() => pictures.hash),
      createdAt: c.time(none).notNull(),
      updatedAt: c.time(none).notNull(),
      version: c.int(none).notNull(),
    },
    (t) => [
      c.uniqueIndex("products_handle_key").on(t.handle),
      c.index("products_created").on(t.createdAt, t.id),
      c.index("products_updated").on(t.updatedAt, t.id),
      c.index("products_title").on(t.titleKey, t.id),
      c.index("products_category_created").on(t.status, t.categoryKey, t.createdAt, t.id),
      c.index("products_status_created").on(t.status, t.createdAt, t.id),
      c.index("products_status_title").on(t.status, t.titleKey, t.id),
      c.index("products_picture").on(t.picture),
      c.check("products_status", among(t.status, productStatuses)),
      c.check("products_title_length", atMost(t.title, 120)),
      c.check("products_handle_length", atMost(t.handle, 100)),
      c.check("products_description_length", atMost(t.description, 5000)),
      c.check("products_category_length", atMost(t.category, 60)),
    ],
  );

  /** The words a product is found by, each with the products that bear it; SKUs among them. */
  const productWords = c.table(
    "product_words",
    {
      word: c.text(none).notNull(),
      productId: c
        .id(none)
        .notNull()
        .references(() => products.id, { onDelete: "cascade" }),
    },
    (t) => [
      c.primaryKey({ name: "product_words_key", columns: [t.word, t.productId] }),
      c.index("product_words_product").on(t.productId),
    ],
  );

  const variants = c.table(
    "variants",
    {
      id: c.id(none).primaryKey(),
      productId: c
        .id(none)
        .notNull()
        .references(() => products.id, { onDelete: "cascade" }),
      title: c.text(none).notNull(),
      sku: c.text(none).notNull(),
      /** The SKU without case: what is unique, matched and sorted by. */
      skuKey: c.text(none).notNull(),
      /** Pieces to sell; null when they are not counted. */
      stock: c.int(none),
      position: c.int(none).notNull(),
      createdAt: c.time(none).notNull(),
    },
    (t) => [
      c.uniqueIndex("variants_sku_key").on(t.skuKey),
      c.index("variants_product").on(t.productId, t.position, t.id),
      c.check("variants_stock", sql`${t.stock} is null or ${t.stock} >= 0`),
      c.check("variants_title_length", atMost(t.title, 80)),
      c.check("variants_sku_length", atMost(t.sku, 60)),
    ],
  );

  /** What a variant costs before any list; without a row it is not sold in the currency. */
  const variantPrices = c.table(
    "variant_prices",
    {
      variantId: c
        .id(none)
        .notNull()
        .references(() => variants.id, { onDelete: "cascade" }),
      currency: c.text(none).notNull(),
      amount: c.money(none).notNull(),
    },
    (t) => [
      c.primaryKey({ name: "variant_prices_key", columns: [t.variantId, t.currency] }),
      c.check("variant_prices_amount", sql`${t.amount} >= 0`),
      c.check("variant_prices_currency_length", atMost(t.currency, 3)),
    ],
  );

  /** The lowest base price of a product's variants in each currency: what the catalogue is sorted by. */
  const productPrices = c.table(
    "product_prices",
    {
      productId: c
        .id(none)
        .notNull()
        .references(() => products.id, { onDelete: "cascade" }),
      currency: c.text(none).notNull(),
      lowest: c.money(none).notNull(),
    },
    (t) => [
      c.primaryKey({ name: "product_prices_key", columns: [t.productId, t.currency] }),
      c.index("product_prices_lowest").on(t.currency, t.lowest, t.productId),
    ],
  );

  return {
    regions,
    regionCountries,
    shippingOptions,
    pictures,
    products,
    productWords,
    variants,
    variantPrices,
    productPrices,
  };
};
