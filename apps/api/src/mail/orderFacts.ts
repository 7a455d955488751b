import { linesOfOrders, type StoredOrder } from "@clientele/db/orders/orders";
import { findSignUpWith } from "@clientele/db/sessions/tokens";
import type { Place } from "@clientele/domain/carts/place";
import { addressLines } from "@clientele/domain/customers/address";
import { countryName } from "@clientele/domain/customers/addressRules";
import { formatMoney } from "@clientele/domain/money";
import type { StoreSettings } from "@clientele/domain/settings/store";
import type { Services } from "../context.ts";
import type { OrderFacts, OrderSheet } from "./letter.ts";
import { orderWords } from "./orderText.ts";

type Reading = Pick<Services, "db" | "now">;

const placeOf = (label: string, place: Place | null, countryOf: (code: string) => string): OrderSheet["places"] =>
  place === null ? [] : [{ label, lines: [...addressLines(place), countryOf(place.countryCode)] }];

/** An order's lines, sums and addresses in words, as they were stored. */
const sheetOf = async (
  { db }: Reading,
  order: StoredOrder,
  { locale }: Pick<StoreSettings, "locale">,
): Promise<OrderSheet> => {
  const money = (amount: number): string => formatMoney({ amount, currency: order.currency }, locale);
  const countryOf = (code: string): string => countryName(code, locale);
  const lines = await linesOfOrders(db, [order.id]);
  const words = orderWords;
  return {
    lines: lines.map((line) => ({
      title: line.variantTitle === "" ? line.title : `${line.title}, ${line.variantTitle}`,
      quantity: words.pieces(line.quantity, money(line.unit)),
      note: line.benefit,
      amount: money(line.amount),
    })),
    sums: [
      { label: words.subtotal, amount: money(order.subtotal) },
      ...order.discounts.map(({ name, code, amount }) => ({
        label: words.discount(name, code),
        amount: money(-amount),
      })),
      { label: words.shipping(order.shippingName), amount: money(order.shipping) },
      ...(order.taxIncluded || order.tax === 0 ? [] : [{ label: words.tax, amount: money(order.tax) }]),
      { label: words.total, amount: money(order.total), isTotal: true },
      ...(order.taxIncluded && order.tax > 0 ? [{ label: words.taxIncluded, amount: money(order.tax) }] : []),
    ],
    places: [
      ...placeOf(words.shippingAddress, order.shippingAddress, countryOf),
      ...placeOf(words.billingAddress, order.billingAddress, countryOf),
    ],
  };
};

/** What a mail says of an order; what its reader can do about an account is found out now, not when it was queued. */
export const orderFactsOf = async (
  ctx: Reading,
  order: StoredOrder,
  settings: StoreSettings,
  {
    account,
    linkOf,
  }: { account: "none" | "open" | "other"; linkOf: (token: { id: string; purpose: "sign_up" }) => string },
): Promise<OrderFacts> => {
  const isGuest = order.access === "guest";
  const signUp = isGuest && account === "none" ? await findSignUpWith(ctx.db, order.id) : null;
  const works =
    signUp !== null &&
    signUp.usedAt === null &&
    signUp.voidedAt === null &&
    signUp.expiresAt.getTime() > ctx.now().getTime();
  return {
    id: order.id,
    number: order.number,
    paymentKind: order.paymentKind,
    isGuest,
    account,
    signUpLink: works ? linkOf({ id: signUp.id, purpose: "sign_up" }) : null,
    sheet: await sheetOf(ctx, order, settings),
  };
};
