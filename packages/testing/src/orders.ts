import type { Database } from "@clientele/db";
import { countOrder } from "@clientele/db/orders/figures";
import { insertOrder, nextOrderNumber, type StoredLine, type StoredOrder } from "@clientele/db/orders/orders";
import type { NewId } from "@clientele/domain/ids";

interface Making {
  db: Database;
  now: () => Date;
  newId: NewId;
}

/** What a test says of an order; its sums come from its lines unless they are given. */
export interface GivenOrder extends Partial<Omit<StoredOrder, "lines">> {
  customerId: string;
  lines?: readonly Partial<StoredLine>[];
}

const place: NonNullable<StoredOrder["shippingAddress"]> = {
  firstName: "Ann",
  lastName: "Archer",
  company: null,
  line1: "Lindenstraße 7",
  line2: null,
  city: "Berlin",
  province: null,
  postalCode: "10969",
  countryCode: "DE",
  phone: null,
};

const buildLine = (newId: NewId, orderId: string, position: number, given: Partial<StoredLine>): StoredLine => {
  const quantity = given.quantity ?? 1;
  const unit = given.unit ?? 1000;
  const amount = given.amount ?? unit * quantity;
  const discount = given.discount ?? 0;
  return {
    id: newId("line"),
    orderId,
    position,
    productId: null,
    variantId: null,
    title: `Oak chair ${position}`,
    variantTitle: "",
    sku: `OAK-${position}`,
    picture: null,
    quantity,
    unit,
    original: unit,
    listId: null,
    listName: null,
    benefit: null,
    amount,
    discount,
    shares: [],
    tax: 0,
    total: amount - discount,
    fulfilled: 0,
    counted: false,
    ...given,
  };
};

const sum = (amounts: readonly number[]): number => amounts.reduce((whole, amount) => whole + amount, 0);

/** An order as a store would be given one; what a test cares for is said, the rest is plausible. */
export const buildOrder = (
  newId: NewId,
  { lines: givenLines = [{}], ...given }: GivenOrder,
): { order: StoredOrder; lines: StoredLine[] } => {
  const id = given.id ?? newId("order");
  const lines = givenLines.map((line, at) => buildLine(newId, id, at, line));
  const shipping = given.shipping ?? 0;
  const order: StoredOrder = {
    id,
    number: 1001,
    access: "account",
    disownedAt: null,
    cartId: null,
    email: "ann@example.com",
    regionId: null,
    regionName: "Germany",
    currency: "EUR",
    taxRate: 0,
    taxIncluded: true,
    status: "pending",
    payment: "awaiting",
    fulfilment: "not_fulfilled",
    paymentKind: "invoice",
    subtotal: sum(lines.map(({ amount }) => amount)),
    discount: sum(lines.map(({ discount }) => discount)),
    shipping,
    shippingDiscount: 0,
    shippingTax: 0,
    tax: sum(lines.map(({ tax }) => tax)),
    total: sum(lines.map(({ total }) => total)) + shipping,
    captured: 0,
    refunded: 0,
    pieces: sum(lines.map(({ quantity }) => quantity)),
    shippingName: "Parcel",
    shippingAddress: place,
    billingAddress: null,
    countryCode: "DE",
    discounts: [],
    placedAt: new Date("2026-03-01T12:00:00.000Z"),
    canceledAt: null,
    version: 1,
    ...given,
  };
  return { order, lines };
};

/** An order that was placed, with the figures that go with it: of the customer's account unless a test says otherwise. */
export const givenOrder = async (
  { db, now, newId }: Making,
  given: GivenOrder,
): Promise<StoredOrder & { lines: StoredLine[] }> => {
  const { order: built, lines } = buildOrder(newId, { placedAt: now(), ...given });
  return db.transaction(async (tx) => {
    const order = { ...built, number: given.number ?? (await nextOrderNumber(tx, built.id)) };
    await insertOrder(tx, { order, lines });
    await countOrder(tx, null, order);
    return { ...order, lines };
  });
};
