import type { TRPCRouterRecord } from "@trpc/server";
import {
  GuestOrder,
  ListShopOrders,
  RequestGuestLink,
  ShopOrder,
  ShopOrderId,
  ShopOrderInList,
} from "@clientele/domain/orders/order";
import { pageOf } from "@clientele/domain/page";
import { Asked } from "@clientele/domain/sessions/account";
import { customerProcedure, publicProcedure } from "../trpc.ts";
import { getGuestOrder, requestGuestLink } from "./guestOrders.ts";
import { getOwnOrder, listOwnOrders } from "./ownOrders.ts";

export const shopOrderRoutes = {
  list: customerProcedure
    .input(ListShopOrders)
    .output(pageOf(ShopOrderInList))
    .query(({ ctx, input }) => listOwnOrders(ctx, input)),
  get: customerProcedure
    .input(ShopOrderId)
    .output(ShopOrder)
    .query(({ ctx, input }) => getOwnOrder(ctx, input)),
  guest: publicProcedure
    .input(GuestOrder)
    .output(ShopOrder)
    .query(({ ctx, input }) => getGuestOrder(ctx, input)),
  requestGuestLink: publicProcedure
    .input(RequestGuestLink)
    .output(Asked)
    .mutation(({ ctx, input }) => requestGuestLink(ctx, input)),
} satisfies TRPCRouterRecord;
