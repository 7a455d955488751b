import type { Tx } from "@clientele/db";
import {
  emptyCart,
  findOpenCart,
  insertCart,
  listCartCodes,
  listCartLines,
  removeCartLines,
  saveCart,
  saveCartLines,
  setCartCodes,
  type StoredCart,
  type StoredCartLine,
} from "@clientele/db/carts/carts";
import { sellableVariants, type SellableVariant } from "@clientele/db/catalogue/sellable";
import { type CartChange, mostCodes, mostLines } from "@clientele/domain/carts/cart";
import { type LineMerge, mergeLines } from "@clientele/domain/carts/mergeCarts";
import { regionOf } from "../catalogue/regionOf.ts";
import type { ShopContext } from "../context.ts";
import { mostOf } from "./cartView.ts";
import { emptyCartOf, findBrowserCart, keptChanges } from "./ownCart.ts";
import { isForSale } from "./pricedCart.ts";

type Told = StoredCart["changes"][number];

/**
 * Puts this browser's cart into the account's, in the transaction that signs in: quantities add up to what can be had,
 * what is not sold in the region is left out, and prices and codes are judged anew when the cart is next read. Only the
 * open cart of the presented cookie is merged, and its token is good for nothing afterwards (GST-6).
 */
export const mergeCarts = async (tx: Tx, ctx: ShopContext, customerId: string): Promise<void> => {
  const browser = await findBrowserCart(tx, ctx);
  if (browser === null) return;
  const present = await findOpenCart(tx, customerId);
  const account = present ?? emptyCartOf(ctx, { tokenHash: null, customerId });
  if (present === null) await insertCart(tx, account);
  const ended = { tokenHash: null, email: null, shippingAddress: null, billingAddress: null, changes: [] };
  const now = ctx.now();
  const brought = await listCartLines(tx, browser.id);
  const broughtCodes = await listCartCodes(tx, browser.id);
  await emptyCart(tx, browser.id);
  await saveCart(tx, { ...browser, ...ended, state: "merged", updatedAt: now });

  // The shopper has just looked at the prices of the browser's region.
  const regionId = browser.regionId ?? account.regionId;
  const region = await regionOf(tx, { regionId, customerId });
  const own = await listCartLines(tx, account.id);
  const ids = [...own, ...brought].map(({ variantId }) => variantId);
  const variants = await sellableVariants(tx, ids, region.currency);
  const isSold = ({ variantId }: StoredCartLine): boolean => isForSale(variants.get(variantId));
  const unsold = [...own, ...brought].filter((line) => !isSold(line));

  const merged = mergeLines(brought.filter(isSold), own.filter(isSold), (variantId) =>
    mostOf(variants.get(variantId) ?? { stock: 0 }),
  );
  const lines = merged.lines.slice(0, mostLines).map((line, position) => ({ ...line, cartId: account.id, position }));
  const kept = new Set(lines.map(({ id }) => id));
  await removeCartLines(
    tx,
    account.id,
    own.flatMap(({ id }) => (kept.has(id) ? [] : [id])),
  );
  await saveCartLines(tx, lines);
  const codes = [...new Set([...(await listCartCodes(tx, account.id)), ...broughtCodes])].slice(0, mostCodes);
  await setCartCodes(tx, account.id, codes);

  const inCart = new Map(lines.map(({ variantId, quantity }) => [variantId, quantity]));
  const merges = merged.merges.map((merge) => ({ ...merge, quantity: inCart.get(merge.variantId) ?? 0 }));
  const staysThere = (place: StoredCart["shippingAddress"]): boolean =>
    place !== null && region.countries.includes(place.countryCode);
  await saveCart(tx, {
    ...account,
    regionId,
    shippingAddress: [browser.shippingAddress, account.shippingAddress].find(staysThere) ?? null,
    billingAddress: browser.billingAddress ?? account.billingAddress,
    shippingOptionId: browser.shippingOptionId ?? account.shippingOptionId,
    changes: keptChanges(account.changes, browser.changes, toldOf(merges, own.length > 0, unsold, variants)),
    updatedAt: now,
  });
};

/** What of a merge the shopper is told: what was joined, where the account had a cart, and what could not be taken along. */
const toldOf = (
  merges: readonly LineMerge[],
  hadLines: boolean,
  unsold: readonly StoredCartLine[],
  variants: ReadonlyMap<string, SellableVariant>,
): Told[] => {
  const told = (kind: CartChange["kind"], variantId: string, quantity: number): Told => ({
    kind,
    title: variants.get(variantId)?.title ?? "",
    quantity,
  });
  return [
    ...merges.flatMap(({ variantId, quantity, account, browser }) => {
      const joined = hadLines && quantity > 0 ? [told("merged", variantId, quantity)] : [];
      return quantity < account + browser ? [...joined, told("stock", variantId, quantity)] : joined;
    }),
    ...unsold.map(({ variantId, quantity }) => told("not_sold_here", variantId, quantity)),
  ];
};
