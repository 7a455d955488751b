import type { TRPCRouterRecord } from "@trpc/server";
import {
  AddLine,
  Cart,
  CartCodeInput,
  CheckoutOptions,
  LineId,
  PlaceOrder,
  SetCartAddresses,
  SetCartEmail,
  SetCartRegion,
  SetCartShipping,
  SetQuantity,
} from "@clientele/domain/carts/cart";
import { PlacedOrder } from "@clientele/domain/orders/order";
import { Nothing } from "@clientele/domain/page";
import { placeOrder } from "../orders/placeOrder.ts";
import { publicProcedure } from "../trpc.ts";
import { getCart, seenCart } from "./cart.ts";
import { checkoutOptions } from "./checkoutOptions.ts";
import { applyCode, removeCode } from "./codes.ts";
import { addLine, removeLine, setQuantity } from "./lines.ts";
import { setAddresses, setEmail, setRegion, setShipping } from "./delivery.ts";

// Whose cart it is follows from the session or the cart's own cookie, never from the input (AUZ-6).
export const cartRoutes = {
  get: publicProcedure
    .input(Nothing)
    .output(Cart)
    .query(({ ctx }) => getCart(ctx)),
  addLine: publicProcedure
    .input(AddLine)
    .output(Cart)
    .mutation(({ ctx, input }) => addLine(ctx, input)),
  setQuantity: publicProcedure
    .input(SetQuantity)
    .output(Cart)
    .mutation(({ ctx, input }) => setQuantity(ctx, input)),
  removeLine: publicProcedure
    .input(LineId)
    .output(Cart)
    .mutation(({ ctx, input }) => removeLine(ctx, input)),
  setRegion: publicProcedure
    .input(SetCartRegion)
    .output(Cart)
    .mutation(({ ctx, input }) => setRegion(ctx, input)),
  setEmail: publicProcedure
    .input(SetCartEmail)
    .output(Cart)
    .mutation(({ ctx, input }) => setEmail(ctx, input)),
  setAddresses: publicProcedure
    .input(SetCartAddresses)
    .output(Cart)
    .mutation(({ ctx, input }) => setAddresses(ctx, input)),
  setShipping: publicProcedure
    .input(SetCartShipping)
    .output(Cart)
    .mutation(({ ctx, input }) => setShipping(ctx, input)),
  applyCode: publicProcedure
    .input(CartCodeInput)
    .output(Cart)
    .mutation(({ ctx, input }) => applyCode(ctx, input)),
  removeCode: publicProcedure
    .input(CartCodeInput)
    .output(Cart)
    .mutation(({ ctx, input }) => removeCode(ctx, input)),
  seen: publicProcedure
    .input(Nothing)
    .output(Cart)
    .mutation(({ ctx }) => seenCart(ctx)),
} satisfies TRPCRouterRecord;

export const checkoutRoutes = {
  options: publicProcedure
    .input(Nothing)
    .output(CheckoutOptions)
    .query(({ ctx }) => checkoutOptions(ctx)),
  placeOrder: publicProcedure
    .input(PlaceOrder)
    .output(PlacedOrder)
    .mutation(({ ctx, input }) => placeOrder(ctx, input)),
} satisfies TRPCRouterRecord;
