import type { TRPCRouterRecord } from "@trpc/server";
import {
  CategoryRenamed,
  CreateProduct,
  FindVariants,
  FoundVariant,
  ListProducts,
  ProductDetail,
  ProductId,
  ProductInList,
  RemoveProduct,
  RenameCategory,
  SetPrices,
  SetStock,
  UpdateProduct,
} from "@clientele/domain/catalogue/product";
import {
  CreateRegion,
  CreateShippingOption,
  ListShippingOptions,
  Region,
  RegionId,
  RemoveRegion,
  RemoveShippingOption,
  ShippingOption,
  ShippingOptionId,
  UpdateRegion,
  UpdateShippingOption,
} from "@clientele/domain/catalogue/region";
import { Category } from "@clientele/domain/catalogue/shopCatalogue";
import { Done, Nothing, pageOf } from "@clientele/domain/page";
import { z } from "zod";
import { staffProcedure } from "../trpc.ts";
import { listCategories, renameCategory } from "./categories.ts";
import { createProduct, getProductDetail, listProducts, removeProduct, updateProduct } from "./products.ts";
import { createRegion, getRegion, listRegions, removeRegion, updateRegion } from "./regions.ts";
import {
  createShippingOption,
  getShippingOption,
  listShippingOptions,
  removeShippingOption,
  updateShippingOption,
} from "./shippingOptions.ts";
import { findVariants, setPrices, setStock } from "./variants.ts";

const read = staffProcedure("catalogue.read");
const write = staffProcedure("catalogue.write");

export const regionRoutes = {
  list: read
    .input(Nothing)
    .output(z.array(Region))
    .query(({ ctx }) => listRegions(ctx)),
  get: read
    .input(RegionId)
    .output(Region)
    .query(({ ctx, input }) => getRegion(ctx, input)),
  create: write
    .input(CreateRegion)
    .output(Region)
    .mutation(({ ctx, input }) => createRegion(ctx, input)),
  update: write
    .input(UpdateRegion)
    .output(Region)
    .mutation(({ ctx, input }) => updateRegion(ctx, input)),
  remove: write
    .input(RemoveRegion)
    .output(Done)
    .mutation(({ ctx, input }) => removeRegion(ctx, input)),
} satisfies TRPCRouterRecord;

export const shippingOptionRoutes = {
  list: read
    .input(ListShippingOptions)
    .output(z.array(ShippingOption))
    .query(({ ctx, input }) => listShippingOptions(ctx, input)),
  get: read
    .input(ShippingOptionId)
    .output(ShippingOption)
    .query(({ ctx, input }) => getShippingOption(ctx, input)),
  create: write
    .input(CreateShippingOption)
    .output(ShippingOption)
    .mutation(({ ctx, input }) => createShippingOption(ctx, input)),
  update: write
    .input(UpdateShippingOption)
    .output(ShippingOption)
    .mutation(({ ctx, input }) => updateShippingOption(ctx, input)),
  remove: write
    .input(RemoveShippingOption)
    .output(Done)
    .mutation(({ ctx, input }) => removeShippingOption(ctx, input)),
} satisfies TRPCRouterRecord;

export const productRoutes = {
  list: read
    .input(ListProducts)
    .output(pageOf(ProductInList))
    .query(({ ctx, input }) => listProducts(ctx, input)),
  get: read
    .input(ProductId)
    .output(ProductDetail)
    .query(({ ctx, input }) => getProductDetail(ctx, input)),
  create: write
    .input(CreateProduct)
    .output(ProductDetail)
    .mutation(({ ctx, input }) => createProduct(ctx, input)),
  update: write
    .input(UpdateProduct)
    .output(ProductDetail)
    .mutation(({ ctx, input }) => updateProduct(ctx, input)),
  remove: write
    .input(RemoveProduct)
    .output(Done)
    .mutation(({ ctx, input }) => removeProduct(ctx, input)),
  setPrices: write
    .input(SetPrices)
    .output(ProductDetail)
    .mutation(({ ctx, input }) => setPrices(ctx, input)),
  setStock: write
    .input(SetStock)
    .output(ProductDetail)
    .mutation(({ ctx, input }) => setStock(ctx, input)),
  categories: read
    .input(Nothing)
    .output(z.array(Category))
    .query(({ ctx }) => listCategories(ctx)),
  renameCategory: write
    .input(RenameCategory)
    .output(CategoryRenamed)
    .mutation(({ ctx, input }) => renameCategory(ctx, input)),
  findVariants: read
    .input(FindVariants)
    .output(z.array(FoundVariant))
    .query(({ ctx, input }) => findVariants(ctx, input)),
} satisfies TRPCRouterRecord;
