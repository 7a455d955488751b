import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { idOf, IdempotencyKey } from "../ids.ts";
import { Currency, Money } from "../money.ts";
import { PlaceInput } from "../customers/address.ts";
import { Email } from "../customers/email.ts";
import { ShopRegion } from "../catalogue/region.ts";
import { PriceStep, ShopPrice } from "../catalogue/shopCatalogue.ts";
import { codeStates, DiscountCode } from "../pricing/discount.ts";
import { mostQuantity, paymentKinds } from "./limits.ts";
import { Place } from "./place.ts";

export { mostCodes, mostLineAmount, mostLines, mostQuantity } from "./limits.ts";

export const cartStates = ["open", "merged", "ordered"] as const;

const quantity = z.int().min(1).max(mostQuantity);

/** Why a line cannot be bought as it stands. */
const lineProblems = ["not_for_sale", "out_of_stock", "too_many"] as const;

export const CartLine = z.object({
  id: z.string(),
  variantId: z.string(),
  handle: z.string(),
  title: z.string(),
  variantTitle: z.string(),
  sku: z.string(),
  picture: z.string().nullable(),
  quantity: z.int(),
  /** The most that can be had now, told when it is few or not enough; null when it is not counted or there is plenty. */
  most: z.int().nullable(),
  unit: ShopPrice.nullable(),
  /** The prices that hold for this shopper by quantity, so that a page can show a changed quantity at once. */
  steps: z.array(PriceStep),
  /** Unit price × quantity. */
  amount: Money,
  /** This line's share of all discounts. */
  discount: Money,
  problem: z.enum(lineProblems).nullable(),
});
export type CartLine = z.infer<typeof CartLine>;

/** What is no longer as the shopper last saw it; told until `cart.seen`. */
export const CartChange = z.object({
  kind: z.enum(["price", "stock", "gone", "merged", "not_sold_here"]),
  title: z.string(),
  /** Old and new price of a piece, for `price`. */
  from: Money.nullable(),
  to: Money.nullable(),
  /** How many are in the cart now, for `stock` and `merged`. */
  quantity: z.int().nullable(),
});
export type CartChange = z.infer<typeof CartChange>;

const CartCode = z.object({
  code: z.string(),
  state: z.enum(codeStates),
  /** What is missing to the minimum. */
  missing: Money.nullable(),
});
export type CartCode = z.infer<typeof CartCode>;

const CartTotals = z.object({
  subtotal: Money,
  discount: Money,
  /** After free shipping; zero while no way is chosen. */
  shipping: Money,
  tax: Money,
  taxIncluded: z.boolean(),
  total: Money,
});
export type CartTotals = z.infer<typeof CartTotals>;

/** A cart as its shopper sees it; `id` is null until something is in it. */
export const Cart = z.object({
  id: z.string().nullable(),
  region: ShopRegion,
  lines: z.array(CartLine),
  /** All pieces. */
  count: z.int(),
  /** A guest's address as typed; an account's own for a signed-in shopper. */
  email: z.string().nullable(),
  signedIn: z.boolean(),
  shippingAddress: Place.nullable(),
  /** Null means the shipping address. */
  billingAddress: Place.nullable(),
  shippingOption: z.object({ id: z.string(), name: z.string(), price: Money }).nullable(),
  codes: z.array(CartCode),
  /** What was taken off, by discount. */
  discounts: z.array(z.object({ name: z.string(), code: z.string().nullable(), amount: Money })),
  totals: CartTotals,
  changes: z.array(CartChange),
});
export type Cart = z.infer<typeof Cart>;

export const AddLine = z.strictObject({
  variantId: idOf("variant"),
  quantity: quantity.default(1),
  idempotencyKey: IdempotencyKey.optional(),
});
export type AddLine = z.output<typeof AddLine>;
export const SetQuantity = z.strictObject({ lineId: idOf("line"), quantity });
export type SetQuantity = z.output<typeof SetQuantity>;
export const LineId = z.strictObject({ lineId: idOf("line") });
export type LineId = z.output<typeof LineId>;
export const SetCartRegion = z.strictObject({ regionId: idOf("region") });
export type SetCartRegion = z.output<typeof SetCartRegion>;
export const SetCartEmail = z.strictObject({ email: Email });
export type SetCartEmail = z.output<typeof SetCartEmail>;
/** One of the account's own addresses, or one that is typed; billing is the same place when left null. */
export const SetCartAddresses = z
  .strictObject({
    shippingAddress: PlaceInput.optional(),
    shippingAddressId: idOf("address").optional(),
    billingAddress: PlaceInput.nullable().optional(),
  })
  .refine(
    ({ shippingAddress, shippingAddressId }) => shippingAddress === undefined || shippingAddressId === undefined,
    {
      path: ["shippingAddressId"],
      ...asField("field.duplicate"),
    },
  );
export type SetCartAddresses = z.output<typeof SetCartAddresses>;
export const SetCartShipping = z.strictObject({ shippingOptionId: idOf("shippingOption") });
export type SetCartShipping = z.output<typeof SetCartShipping>;
export const CartCodeInput = z.strictObject({ code: DiscountCode });
export type CartCodeInput = z.output<typeof CartCodeInput>;

/** What a checkout page offers for this cart. */
export const CheckoutOptions = z.object({
  shippingOptions: z.array(z.object({ id: z.string(), name: z.string(), description: z.string(), price: Money })),
  payments: z.array(z.enum(paymentKinds)),
  countries: z.array(z.string()),
});
export type CheckoutOptions = z.infer<typeof CheckoutOptions>;

/** Orders the cart as the shopper saw it: other totals by now are refused with the new ones. */
export const PlaceOrder = z.strictObject({
  idempotencyKey: IdempotencyKey,
  payment: z.enum(paymentKinds, asField("field.choice")),
  seen: z.strictObject({ currency: Currency, total: z.int().min(0) }),
});
export type PlaceOrder = z.output<typeof PlaceOrder>;
