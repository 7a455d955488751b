import type { Address } from "@clientele/domain/customers/address";
import { addressUses, isDefaultFor } from "@clientele/domain/customers/addressBook";
import { givenCustomer } from "./accounts.ts";
import type { Harness, ShopCaller } from "./caller.ts";

/** An address that differs from others by its number alone. */
export const street = (number: number) => ({
  firstName: "Ann",
  lastName: "Lee",
  line1: `Torstraße ${number}`,
  city: "Berlin",
  postalCode: "10119",
  countryCode: "DE",
});

/** A shopper's browser, already signed in. */
export const shopper = async (h: Harness): Promise<{ id: string; browser: ShopCaller }> => {
  const { id } = await givenCustomer(h);
  const browser = h.as(id);
  await browser.account.me();
  return { id, browser };
};

/** The streets that hold each default: shipping, then billing. */
export const holders = (book: readonly Address[]) =>
  addressUses.map((use) => book.filter((address) => isDefaultFor(address, use)).map(({ line1 }) => line1));

/** All parts of an address as an update takes them. */
export const partsOf = (address: Address) => {
  const { isDefaultShipping: _s, isDefaultBilling: _b, createdAt: _c, updatedAt: _u, ...parts } = address;
  return parts;
};
