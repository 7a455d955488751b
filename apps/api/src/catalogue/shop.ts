import type { TRPCRouterRecord } from "@trpc/server";
import {
  Category,
  GetProduct,
  ListCatalogue,
  ProductCard,
  ShopProduct,
} from "@clientele/domain/catalogue/shopCatalogue";
import { Nothing, pageOf } from "@clientele/domain/page";
import { z } from "zod";
import { publicProcedure } from "../trpc.ts";
import { getShopProduct, listCatalogue, listCategories } from "./shopCatalogue.ts";

export const catalogueRoutes = {
  categories: publicProcedure
    .input(Nothing)
    .output(z.array(Category))
    .query(({ ctx }) => listCategories(ctx)),
  list: publicProcedure
    .input(ListCatalogue)
    .output(pageOf(ProductCard))
    .query(({ ctx, input }) => listCatalogue(ctx, input)),
  product: publicProcedure
    .input(GetProduct)
    .output(ShopProduct)
    .query(({ ctx, input }) => getShopProduct(ctx, input)),
} satisfies TRPCRouterRecord;
