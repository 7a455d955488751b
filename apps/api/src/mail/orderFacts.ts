import { linesOfOrders, type StoredLine, type StoredOrder } from "@clientele/db/orders/orders";
import { listShipments } from "@clientele/db/orders/shipments";
import { findSignUpWith } from "@clientele/db/sessions/tokens";
import type { Place } from "@clientele/domain/carts/place";
import { addressLines } from "@clientele/domain/customers/addressLines";
import { countryName } from "@clientele/domain/customers/countryName";
import type { EventData } from "@clientele/domain/events";
import { formatMoney } from "@clientele/domain/money";
import type { StoreSettings } from "@clientele/domain/settings/settings";
import type { Services } from "../context.ts";
import type { OrderFacts, OrderSheet, Parcel } from "./letter.ts";
import { orderWords } from "./orderText.ts";

type Reading = Pick<Services, "db" | "now">;

const placeOf = (label: string, place: Place | null, countryOf: (code: string) => string): OrderSheet["places"] =>
  place === null ? [] : [{ label, lines: [...addressLines(place), countryOf(place.countryCode)] }];

const titleOf = ({ title, variantTitle }: StoredLine): string =>
  variantTitle === "" ? title : `${title}, ${variantTitle}`;

/** How an order's amounts and countries are written. */
const writing = ({ currency }: StoredOrder, { locale }: Pick<StoreSettings, "locale">) => ({
  money: (amount: number): string => formatMoney({ amount, currency }, locale),
  countryOf: (code: string): string => countryName(code, locale),
});
type Writing = ReturnType<typeof writing>;

/** An order's lines, sums and addresses in words, as they were stored. */
const sheetOf = (order: StoredOrder, lines: readonly StoredLine[], { money, countryOf }: Writing): OrderSheet => {
  const words = orderWords;
  return {
    lines: lines.map((line) => ({
      title: titleOf(line),
      quantity: words.pieces(line.quantity, money(line.unit)),
      note: line.benefit,
      amount: money(line.amount),
    })),
    sums: [
      { label: words.subtotal, amount: money(order.subtotal) },
      { label: words.shipping(order.shippingName), amount: money(order.shipping) },
      ...order.discounts.map(({ name, code, amount }) => ({
        label: words.discount(name, code),
        amount: money(-amount),
      })),
      ...(order.taxIncluded || order.tax === 0 ? [] : [{ label: words.tax, amount: money(order.tax) }]),
      { label: words.total, amount: money(order.total), isTotal: true },
      ...(order.taxIncluded && order.tax > 0 ? [{ label: words.taxIncluded, amount: money(order.tax) }] : []),
      ...(order.refunded > 0 ? [{ label: words.refunded, amount: money(-order.refunded) }] : []),
    ],
    places: [
      ...placeOf(words.shippingAddress, order.shippingAddress, countryOf),
      ...placeOf(words.billingAddress, order.billingAddress, countryOf),
    ],
  };
};

/** The shipment that an event tells of, in words; null when it tells of none. */
const parcelOf = async (
  { db }: Reading,
  order: StoredOrder,
  lines: readonly StoredLine[],
  { countryOf }: Writing,
  told: EventData,
): Promise<Parcel | null> => {
  if (told["shipmentId"] === undefined) return null;
  const shipment = (await listShipments(db, order.id)).find(({ id }) => id === told["shipmentId"]);
  if (shipment === undefined) return null;
  const sent = new Map(shipment.lines.map(({ lineId, quantity }) => [lineId, quantity]));
  return {
    carrier: shipment.carrier,
    tracking: shipment.tracking,
    isPart: Number(told["left"]) > 0,
    sheet: {
      lines: lines.flatMap((line) => {
        const quantity = sent.get(line.id);
        const words = { quantity: orderWords.sent(quantity ?? 0), note: null, amount: "" };
        return quantity === undefined ? [] : [{ title: titleOf(line), ...words }];
      }),
      sums: [],
      places: placeOf(orderWords.shippingAddress, order.shippingAddress, countryOf),
    },
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
    told,
  }: {
    account: "none" | "open" | "other";
    linkOf: (token: { id: string; purpose: "sign_up" }) => string;
    /** What the event says that the mail tells of. */
    told: EventData;
  },
): Promise<OrderFacts> => {
  const isGuest = order.access === "guest";
  const signUp = isGuest && account === "none" ? await findSignUpWith(ctx.db, order.id) : null;
  const works =
    signUp !== null &&
    signUp.usedAt === null &&
    signUp.voidedAt === null &&
    signUp.expiresAt.getTime() > ctx.now().getTime();
  const lines = await linesOfOrders(ctx.db, [order.id]);
  const written = writing(order, settings);
  const amount = Number(told["amount"] ?? 0);
  return {
    id: order.id,
    number: order.number,
    paymentKind: order.paymentKind,
    isGuest,
    account,
    signUpLink: works ? linkOf({ id: signUp.id, purpose: "sign_up" }) : null,
    sheet: sheetOf(order, lines, written),
    parcel: await parcelOf(ctx, order, lines, written, told),
    givenBack: amount > 0 ? written.money(amount) : null,
  };
};
