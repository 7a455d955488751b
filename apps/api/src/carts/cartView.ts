import type { Reader } from "@clientele/db";
import type { StoredCart } from "@clientele/db/carts/carts";
import { findCustomer } from "@clientele/db/customers/customers";
import { type Cart, type CartChange, type CartLine, mostQuantity } from "@clientele/domain/carts/cart";
import { changesOf } from "@clientele/domain/carts/cartChanges";
import type { PricedLine } from "@clientele/domain/carts/priceCart";
import type { ShopRegion } from "@clientele/domain/catalogue/region";
import { fewLeft } from "@clientele/domain/catalogue/shopCatalogue";
import { priceSteps } from "@clientele/domain/pricing/priceSteps";
import { regionOf } from "../catalogue/regionOf.ts";
import type { ShopContext } from "../context.ts";
import { shopperOf } from "../pricing/shopper.ts";
import { pricedCart, type ReadCart, type ReadLine } from "./pricedCart.ts";

/** The shopper's answer of a cart: prices and sums as of now, and what is no longer as it was seen. */
export const cartViewOf = async (db: Reader, ctx: ShopContext, cart: StoredCart | null): Promise<Cart> => {
  const now = ctx.now();
  const shopper = await shopperOf(db, ctx.session, now);
  const account = shopper.customerId === null ? null : await findCustomer(db, shopper.customerId);
  const { signedIn } = shopper;
  if (cart === null) {
    const region = await regionOf(db, { customerId: shopper.customerId });
    return { ...nothingIn(region), email: account?.email ?? null, signedIn };
  }
  return { ...viewOf(await pricedCart(db, shopper, cart, now)), email: account?.email ?? cart.email, signedIn };
};

const shopRegionOf = ({ id, name, currency, pricesIncludeTax, countries }: ReadCart["region"]): ShopRegion => ({
  id,
  name,
  currency,
  pricesIncludeTax,
  countries,
});

type Anonymous = Omit<Cart, "email" | "signedIn">;

const nothingIn = (region: ReadCart["region"]): Anonymous => {
  const zero = { amount: 0, currency: region.currency };
  return {
    id: null,
    region: shopRegionOf(region),
    lines: [],
    count: 0,
    shippingAddress: null,
    billingAddress: null,
    shippingOption: null,
    codes: [],
    discounts: [],
    totals: {
      subtotal: zero,
      discount: zero,
      shipping: zero,
      tax: zero,
      taxIncluded: region.pricesIncludeTax,
      total: zero,
    },
    changes: [],
  };
};

const viewOf = (read: ReadCart): Anonymous => {
  const { cart, region, shipping, priced } = read;
  const money = (amount: number) => ({ amount, currency: region.currency });
  const pricedLines = new Map(priced.lines.map((line) => [line.id, line]));
  const lines = read.lines.flatMap((line) => {
    const own = pricedLines.get(line.line.id);
    return own === undefined ? [] : [lineView(line, own)];
  });
  return {
    id: cart.id,
    region: shopRegionOf(region),
    lines,
    count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    shippingAddress: cart.shippingAddress,
    billingAddress: cart.billingAddress,
    shippingOption: shipping === null ? null : { id: shipping.id, name: shipping.name, price: shipping.price },
    codes: priced.codes.map(({ code, state, missing }) => ({
      code,
      state,
      missing: missing === null ? null : money(missing),
    })),
    discounts: priced.discounts.map(({ name, code, amount }) => ({ name, code, amount: money(amount) })),
    totals: {
      subtotal: money(priced.subtotal),
      discount: money(priced.discount),
      shipping: money(priced.shipping === null ? 0 : priced.shipping.amount - priced.shipping.discount),
      tax: money(priced.tax),
      taxIncluded: priced.taxIncluded,
      total: money(priced.total),
    },
    changes: changesIn(read),
  };
};

/** How many of the variant a line may hold: what there is of it, and never more than a cart takes. */
export const mostOf = ({ stock }: { stock: number | null }): number => Math.min(stock ?? mostQuantity, mostQuantity);

const problemOf = (unit: PricedLine["unit"], stock: number | null, quantity: number): CartLine["problem"] => {
  if (unit === null) return "not_for_sale";
  if (stock === null || quantity <= stock) return null;
  return stock === 0 ? "out_of_stock" : "too_many";
};

// How many there are is told when they are few or no longer enough, as in the catalogue; never how many lie in store.
const toldStock = (stock: number | null, quantity: number): number | null =>
  stock !== null && (stock <= fewLeft || stock <= quantity) ? stock : null;

const lineView = ({ line, variant, question }: ReadLine, priced: PricedLine): CartLine => {
  const { unit, quantity } = priced;
  const { stock } = variant;
  const money = (amount: number) => ({ amount, currency: question.currency });
  return {
    id: line.id,
    variantId: line.variantId,
    handle: variant.handle,
    title: variant.title,
    variantTitle: variant.variantTitle,
    sku: variant.sku,
    picture: variant.picture,
    quantity,
    most: toldStock(stock, quantity),
    unit:
      unit === null
        ? null
        : { amount: money(unit.amount), original: money(unit.original), benefit: unit.list?.benefit ?? null },
    steps: priceSteps({ ...question, mostQuantity }).map(({ from, amount, original }) => ({
      from,
      amount: money(amount),
      original: money(original),
    })),
    amount: money(priced.amount),
    discount: money(priced.discount),
    problem: problemOf(unit, stock, quantity),
  };
};

/** What a line's shopper last saw it at. */
export const seenOf = ({ seenAmount, seenCurrency }: ReadLine["line"]) =>
  seenAmount === null || seenCurrency === null ? null : { amount: seenAmount, currency: seenCurrency };

/** What a line costs a piece now, as a cart keeps what was seen. */
export const unitsOf = ({ priced, region }: ReadCart) =>
  new Map(
    priced.lines.map(({ id, unit }) => [id, unit === null ? null : { amount: unit.amount, currency: region.currency }]),
  );

const changesIn = (read: ReadCart): CartChange[] => {
  const units = unitsOf(read);
  const byId = new Map(read.lines.map((line) => [line.line.id, line]));
  const found = changesOf(
    read.lines.map(({ line }) => ({ id: line.id, unit: seenOf(line) })),
    read.lines.map(({ line: { id, quantity }, variant: { stock, published } }) => ({
      id,
      quantity,
      unit: units.get(id) ?? null,
      stock,
      offered: published,
    })),
  );
  const kept = read.cart.changes.map((change): CartChange => ({ ...change, from: null, to: null }));
  return [
    ...kept,
    ...found.map((change): CartChange => {
      const title = byId.get(change.lineId)?.variant.title ?? "";
      const money = (amount: number) => ({ amount, currency: read.region.currency });
      return {
        kind: change.kind,
        title,
        from: change.kind === "price" ? money(change.from) : null,
        to: change.kind === "price" ? money(change.to) : null,
        quantity: change.kind === "stock" ? change.stock : null,
      };
    }),
  ];
};
