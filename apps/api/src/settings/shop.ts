import type { TRPCRouterRecord } from "@trpc/server";
import { Nothing } from "@clientele/domain/page";
import { StoreInfo } from "@clientele/domain/settings/store";
import { publicProcedure } from "../trpc.ts";
import { storeInfo } from "./store.ts";

export const storeRoutes = {
  get: publicProcedure
    .input(Nothing)
    .output(StoreInfo)
    .query(({ ctx }) => storeInfo(ctx)),
} satisfies TRPCRouterRecord;
