import type { TRPCRouterRecord } from "@trpc/server";
import {
  AddOrderNote,
  CancelOrder,
  CaptureOrder,
  DeliverShipment,
  FulfilOrder,
  ListOrders,
  ListOrderTimeline,
  OrderDetail,
  OrderId,
  OrderInList,
  OrderTimelineEntry,
  RefundOrder,
} from "@clientele/domain/orders/order";
import { pageOf } from "@clientele/domain/page";
import { staffProcedure } from "../trpc.ts";
import { deliverShipment, fulfilOrder } from "./fulfilment.ts";
import { addOrderNote } from "./notes.ts";
import { cancelOrder, captureOrder, refundOrder } from "./payment.ts";
import { getOrderDetail, listOrders, orderTimeline } from "./orders.ts";

const read = staffProcedure("orders.read");
const write = staffProcedure("orders.write");

export const orderRoutes = {
  list: read
    .input(ListOrders)
    .output(pageOf(OrderInList))
    .query(({ ctx, input }) => listOrders(ctx, input)),
  get: read
    .input(OrderId)
    .output(OrderDetail)
    .query(({ ctx, input }) => getOrderDetail(ctx, input)),
  timeline: read
    .input(ListOrderTimeline)
    .output(pageOf(OrderTimelineEntry))
    .query(({ ctx, input }) => orderTimeline(ctx, input)),
  capture: write
    .input(CaptureOrder)
    .output(OrderDetail)
    .mutation(({ ctx, input }) => captureOrder(ctx, input)),
  fulfil: write
    .input(FulfilOrder)
    .output(OrderDetail)
    .mutation(({ ctx, input }) => fulfilOrder(ctx, input)),
  deliver: write
    .input(DeliverShipment)
    .output(OrderDetail)
    .mutation(({ ctx, input }) => deliverShipment(ctx, input)),
  cancel: write
    .input(CancelOrder)
    .output(OrderDetail)
    .mutation(({ ctx, input }) => cancelOrder(ctx, input)),
  refund: write
    .input(RefundOrder)
    .output(OrderDetail)
    .mutation(({ ctx, input }) => refundOrder(ctx, input)),
  addNote: write
    .input(AddOrderNote)
    .output(OrderDetail)
    .mutation(({ ctx, input }) => addOrderNote(ctx, input)),
} satisfies TRPCRouterRecord;
