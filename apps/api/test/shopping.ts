import { insertCart, saveCartLines, setCartCodes } from "@clientele/db/carts/carts";
import type { Region, ShippingOption } from "@clientele/domain/catalogue/region";
import { type GivenProduct, givenProduct, givenRegion, givenShippingOption } from "@clientele/testing/catalogue";
import { newCartToken } from "../src/carts/cartToken.ts";
import { emptyCartOf } from "../src/carts/ownCart.ts";
import type { Harness, Jar, ShopCaller } from "./caller.ts";

/** An address as shoppers type it. */
export const place = {
  firstName: "Ann",
  lastName: "Archer",
  line1: "Lindenstraße 7",
  city: "Berlin",
  postalCode: "10969",
  countryCode: "DE",
};

/** The same as a cart keeps it. */
const keptPlace = { ...place, company: null, line2: null, province: null, phone: null };

export interface Shop {
  region: Region;
  option: ShippingOption;
  /** The only variant of its only product: 10.00 euros, unless said otherwise. */
  variantId: string;
}

/** Germany with parcels for 4.90 and one product; euros, 19 % tax in the price. */
export const givenShop = async ({ db, services }: Harness, product: GivenProduct = {}): Promise<Shop> => {
  const { newId } = services;
  const region = await givenRegion(db, newId, { name: "Germany" });
  const option = await givenShippingOption(db, newId, region);
  const { variants } = await givenProduct(db, newId, { title: "Oak chair", ...product });
  const [variant] = variants;
  if (variant === undefined) throw new Error("the shop's product has no variant");
  return { region, option, variantId: variant.id };
};

/** Does at the checkout all that comes before the order, in this browser. */
export const prepare = async (browser: ShopCaller, shop: Shop, { email }: { email?: string } = {}): Promise<void> => {
  if (email !== undefined) await browser.cart.setEmail({ email });
  await browser.cart.setAddresses({ shippingAddress: place });
  await browser.cart.setShipping({ shippingOptionId: shop.option.id });
};

/** What `placeOrder` is given by a shopper who has seen the present total. */
export const orderOf = async (browser: ShopCaller, idempotencyKey = "key-12345") => {
  const { total } = (await browser.cart.get()).totals;
  return { idempotencyKey, payment: "invoice" as const, seen: { currency: total.currency, total: total.amount } };
};

interface GivenCart {
  quantity?: number;
  codes?: readonly string[];
  email?: string;
}

/** Browsers of guests who stand before the last button of the checkout, made at once however many they are. */
export const givenReadyCarts = async (
  { db, services }: Harness,
  { region, option, variantId }: Shop,
  carts: readonly GivenCart[],
): Promise<Jar[]> =>
  db.transaction(async (tx) => {
    const jars: Jar[] = [];
    for (const [at, { quantity = 1, codes = [], email = `guest${at}@example.com` }] of carts.entries()) {
      const token = newCartToken();
      const cart = {
        ...emptyCartOf(services, { tokenHash: token.hash, customerId: null }),
        regionId: region.id,
        email,
        shippingAddress: keptPlace,
        shippingOptionId: option.id,
      };
      await insertCart(tx, cart);
      const seen = { seenAmount: null, seenCurrency: null };
      await saveCartLines(tx, [
        { id: services.newId("line"), cartId: cart.id, variantId, quantity, position: 1, ...seen },
      ]);
      await setCartCodes(tx, cart.id, codes);
      jars.push({ token: null, cart: token.text });
    }
    return jars;
  });
