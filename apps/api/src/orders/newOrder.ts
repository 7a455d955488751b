import type { StoredLine, StoredOrder } from "@clientele/db/orders/orders";
import type { SellableVariant } from "@clientele/db/catalogue/sellable";
import type { Place } from "@clientele/domain/carts/place";
import type { Region } from "@clientele/domain/catalogue/region";
import type { OrderSums } from "@clientele/domain/orders/orderFromCart";
import type { ShopContext } from "../context.ts";

/** What an order's own row says beside the cart it was. */
type Own = Pick<StoredOrder, "id" | "number" | "customerId" | "access" | "email" | "payment" | "paymentKind">;

/** What of a cart its order keeps a copy of; an order of the past may have had none. */
interface Bought {
  cart: { id: string | null; shippingAddress: Place | null; billingAddress: Place | null };
  region: Region;
  lines: readonly {
    line: { id: string };
    variant: Pick<SellableVariant, "title" | "variantTitle" | "sku" | "picture" | "stock">;
  }[];
}

/** The rows of an order: copies of all that the cart said, so that nothing of it is ever computed anew. */
export const newOrderOf = (
  ctx: Pick<ShopContext, "now" | "newId">,
  { cart, region, lines: read }: Bought,
  sums: OrderSums,
  own: Own,
): { order: StoredOrder; lines: StoredLine[] } => {
  const { shipping } = sums;
  const variants = new Map(read.map(({ line, variant }) => [line.id, variant]));
  const order: StoredOrder = {
    ...own,
    disownedAt: null,
    cartId: cart.id,
    regionId: region.id,
    regionName: region.name,
    currency: sums.currency,
    taxRate: region.taxRate,
    taxIncluded: sums.taxIncluded,
    status: "pending",
    fulfilment: "not_fulfilled",
    subtotal: sums.subtotal,
    discount: sums.discount,
    shipping: shipping.amount,
    shippingDiscount: shipping.discount,
    shippingTax: shipping.tax,
    tax: sums.tax,
    total: sums.total,
    captured: 0,
    refunded: 0,
    pieces: sums.lines.reduce((pieces, { quantity }) => pieces + quantity, 0),
    shippingName: shipping.option.name,
    shippingAddress: cart.shippingAddress,
    billingAddress: cart.billingAddress,
    countryCode: cart.shippingAddress?.countryCode ?? "",
    discounts: sums.discounts.map(({ id, name, code, amount }) => ({ id, name, code, amount })),
    placedAt: ctx.now(),
    canceledAt: null,
    version: 1,
  };
  const lines = sums.lines.map((line, position): StoredLine => {
    const variant = variants.get(line.cartLineId);
    return {
      id: ctx.newId("line"),
      orderId: own.id,
      position,
      productId: line.productId,
      variantId: line.variantId,
      title: variant?.title ?? "",
      variantTitle: variant?.variantTitle ?? "",
      sku: variant?.sku ?? "",
      picture: variant?.picture ?? null,
      quantity: line.quantity,
      unit: line.unitAmount,
      original: line.originalAmount,
      listId: line.list?.id ?? null,
      listName: line.list?.name ?? null,
      benefit: line.list?.benefit ?? null,
      amount: line.amount,
      discount: line.discount,
      shares: line.shares,
      tax: line.tax,
      total: line.total,
      fulfilled: 0,
      counted: variant !== undefined && variant.stock !== null,
    };
  });
  return { order, lines };
};
