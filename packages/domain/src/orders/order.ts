import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { paymentKinds } from "../carts/limits.ts";
import { Place } from "../carts/place.ts";
import { Email } from "../customers/email.ts";
import { TimelineEntry } from "../events.ts";
import { idOf, IdempotencyKey } from "../ids.ts";
import { Amount, Money } from "../money.ts";
import { pageInput } from "../page.ts";
import { MailedToken } from "../sessions/mailedToken.ts";
import { line, optionalLine, paragraphs } from "../text.ts";
import { Instant } from "../time.ts";

export const orderStatuses = ["pending", "completed", "canceled"] as const;
export const paymentStates = [
  "awaiting",
  "authorized",
  "captured",
  "partially_refunded",
  "refunded",
  "voided",
] as const;
export const fulfilmentStates = [
  "not_fulfilled",
  "partially_fulfilled",
  "fulfilled",
  "delivered",
  "partially_returned",
  "returned",
] as const;
/** Whether an account opens it, or only its mailed secret (`domain` 1). */
export const orderAccesses = ["account", "guest"] as const;
export const paymentEntryKinds = ["authorized", "captured", "voided", "refunded"] as const;

const states = {
  status: z.enum(orderStatuses),
  payment: z.enum(paymentStates),
  fulfilment: z.enum(fulfilmentStates),
};

/** A line as it was sold: everything stored, nothing computed anew. */
export const OrderLine = z.object({
  id: z.string(),
  title: z.string(),
  variantTitle: z.string(),
  sku: z.string(),
  picture: z.string().nullable(),
  /** The product's address while it is still sold. */
  handle: z.string().nullable(),
  quantity: z.int(),
  unit: Money,
  original: Money,
  benefit: z.string().nullable(),
  amount: Money,
  discount: Money,
  tax: Money,
  total: Money,
  fulfilled: z.int(),
});
export type OrderLine = z.infer<typeof OrderLine>;

export const Shipment = z.object({
  id: z.string(),
  carrier: z.string().nullable(),
  tracking: z.string().nullable(),
  shippedAt: z.date(),
  deliveredAt: z.date().nullable(),
  lines: z.array(z.object({ lineId: z.string(), title: z.string(), quantity: z.int() })),
});
export type Shipment = z.infer<typeof Shipment>;

const sums = {
  subtotal: Money,
  discount: Money,
  shipping: Money,
  shippingDiscount: Money,
  tax: Money,
  taxIncluded: z.boolean(),
  total: Money,
  refunded: Money,
};

/** An order in its shopper's list. */
export const ShopOrderInList = z.object({
  id: z.string(),
  number: z.int(),
  placedAt: z.date(),
  ...states,
  total: Money,
  pieces: z.int(),
  pictures: z.array(z.string()),
});
export type ShopOrderInList = z.infer<typeof ShopOrderInList>;

/** An order as its shopper sees it. */
export const ShopOrder = z.object({
  id: z.string(),
  number: z.int(),
  placedAt: z.date(),
  email: z.string().nullable(),
  ...states,
  paymentKind: z.enum(paymentKinds),
  lines: z.array(OrderLine),
  discounts: z.array(z.object({ name: z.string(), code: z.string().nullable(), amount: Money })),
  shippingName: z.string(),
  shippingAddress: Place.nullable(),
  billingAddress: Place.nullable(),
  shipments: z.array(Shipment),
  canceledAt: z.date().nullable(),
  ...sums,
});
export type ShopOrder = z.infer<typeof ShopOrder>;

/** What the checkout answers: the order itself, and whether its address can still open an account (GST-5 tells no more). */
export const PlacedOrder = z.object({ order: ShopOrder, guest: z.boolean() });
export type PlacedOrder = z.infer<typeof PlacedOrder>;

export const ShopOrderId = z.strictObject({ id: idOf("order") });
const shopOrderYears = z.int().min(2000).max(2199);
export const ListShopOrders = z.strictObject({
  status: z.enum(orderStatuses, asField("field.choice")).optional(),
  year: shopOrderYears.optional(),
  /** The number, with or without its #. */
  search: line(40).optional(),
  ...pageInput,
});
export type ListShopOrders = z.output<typeof ListShopOrders>;
export const GuestOrder = z.strictObject({ token: MailedToken });
export type GuestOrder = z.output<typeof GuestOrder>;
/** An order's number as people type it: digits, with or without #. */
export const OrderNumber = z
  .string()
  .trim()
  .max(20)
  .regex(/^#?\d{1,9}$/, asField("field.format"))
  .transform((text) => Number(text.replace("#", "")));
export const RequestGuestLink = z.strictObject({ number: OrderNumber, email: Email });
export type RequestGuestLink = z.output<typeof RequestGuestLink>;

const person = z.object({
  id: z.string(),
  email: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
});
export const OrderInList = z.object({
  id: z.string(),
  number: z.int(),
  placedAt: z.date(),
  customer: person,
  access: z.enum(orderAccesses),
  ...states,
  total: Money,
  pieces: z.int(),
});
export type OrderInList = z.infer<typeof OrderInList>;

export const orderSorts = ["-placedAt", "placedAt", "-total", "total"] as const;
export const ListOrders = z.strictObject({
  /** A number, an e-mail, or words of the customer's name. */
  search: line(200).optional(),
  status: z.array(z.enum(orderStatuses)).max(orderStatuses.length).optional(),
  payment: z.array(z.enum(paymentStates)).max(paymentStates.length).optional(),
  fulfilment: z.array(z.enum(fulfilmentStates)).max(fulfilmentStates.length).optional(),
  customerId: idOf("customer").optional(),
  from: Instant.optional(),
  until: Instant.optional(),
  sort: z.enum(orderSorts, asField("field.choice")).default("-placedAt"),
  ...pageInput,
});
export type ListOrders = z.output<typeof ListOrders>;

/** What was paid, given back or let go. */
export const PaymentEntry = z.object({
  id: z.string(),
  kind: z.enum(paymentEntryKinds),
  amount: Money,
  reason: z.string().nullable(),
  at: z.date(),
});
export type PaymentEntry = z.infer<typeof PaymentEntry>;
const OrderNote = z.object({
  id: z.string(),
  text: z.string(),
  author: z.string().nullable(),
  at: z.date(),
});
export type OrderNote = z.infer<typeof OrderNote>;

/** An order as staff see it, with what may be done to it now. */
export const OrderDetail = ShopOrder.extend({
  customer: person,
  access: z.enum(orderAccesses),
  regionName: z.string(),
  lines: z.array(OrderLine.extend({ listId: z.string().nullable(), listName: z.string().nullable() })),
  payments: z.array(PaymentEntry),
  captured: Money,
  notes: z.array(OrderNote),
  /** What could still be refunded. */
  refundable: Money,
  may: z.object({
    capture: z.boolean(),
    fulfil: z.boolean(),
    cancel: z.boolean(),
    refund: z.boolean(),
  }),
  version: z.int(),
});
export type OrderDetail = z.infer<typeof OrderDetail>;

const seen = { id: idOf("order"), version: z.int().min(1) };
export const OrderId = z.strictObject({ id: idOf("order") });
export const CaptureOrder = z.strictObject(seen);
export type CaptureOrder = z.output<typeof CaptureOrder>;
/** Sends some pieces of some lines, or with no lines everything that is left. */
export const FulfilOrder = z.strictObject({
  ...seen,
  lines: z
    .array(z.strictObject({ lineId: idOf("line"), quantity: z.int().min(1).max(1_000_000) }))
    .max(200)
    .optional(),
  carrier: optionalLine(60).default(null),
  tracking: optionalLine(120).default(null),
});
export type FulfilOrder = z.output<typeof FulfilOrder>;
export const DeliverShipment = z.strictObject({ ...seen, shipmentId: idOf("shipment") });
export type DeliverShipment = z.output<typeof DeliverShipment>;
export const CancelOrder = z.strictObject({ ...seen, reason: line(300).default("") });
export type CancelOrder = z.output<typeof CancelOrder>;
/** An amount in the order's currency; never more than was captured and not refunded yet. */
export const RefundOrder = z.strictObject({
  ...seen,
  amount: Amount.min(1),
  reason: line(300).default(""),
  idempotencyKey: IdempotencyKey.optional(),
});
export type RefundOrder = z.output<typeof RefundOrder>;
export const AddOrderNote = z.strictObject({
  orderId: idOf("order"),
  text: paragraphs(5000).refine((text) => text !== "", asField("field.required")),
  idempotencyKey: IdempotencyKey.optional(),
});
export type AddOrderNote = z.output<typeof AddOrderNote>;
export const ListOrderTimeline = z.strictObject({ orderId: idOf("order"), ...pageInput });
export type ListOrderTimeline = z.output<typeof ListOrderTimeline>;
export const OrderTimelineEntry = TimelineEntry;

/** What a customer's orders come to in one currency (`domain` 1). */
export const Figures = z.object({
  currency: z.string(),
  orders: z.int(),
  gross: Money,
  refunded: Money,
  net: Money,
  average: Money,
  firstOrderAt: z.date().nullable(),
  lastOrderAt: z.date().nullable(),
});
export type Figures = z.infer<typeof Figures>;
