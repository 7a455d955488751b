import { addressKey, PlaceInput } from "@clientele/domain/customers/address";
import { SetCartEmail } from "@clientele/domain/carts/cart";
import { useZodForm, type ZodForm } from "@clientele/ui/useZodForm.ts";
import { useState } from "react";
import type { z } from "zod";
import type { Address } from "../AddressText.tsx";
import { homeCountry } from "../homeCountry.ts";
import type { Cart } from "../useCart.ts";
import type { Me } from "../useMe.ts";

export type PlaceValues = z.input<typeof PlaceInput>;
/** The choices beside the own addresses: one that is typed, and for the bill the one it goes to. */
export const newAddress = "new";
export const sameAddress = "same";

export interface CheckoutForms {
  contact: ZodForm<z.input<typeof SetCartEmail>>;
  shipping: ZodForm<PlaceValues>;
  billing: ZodForm<PlaceValues>;
  /** The own address it goes to, or `new`. */
  addressId: string;
  chooseAddress: (id: string) => void;
  /** The own address the bill bears, `same` or `new`. */
  billingId: string;
  chooseBilling: (id: string) => void;
}

export interface FormsFrom {
  cart: Cart;
  me: Me | null;
  addresses: readonly Address[];
  countries: readonly string[];
}

/** What is typed at checkout, beginning with what the cart and the address book know. */
export function useCheckoutForms({ cart, me, addresses, countries }: FormsFrom): CheckoutForms {
  const blank = blankPlace(me, countries);
  const contact = useZodForm(SetCartEmail, { initialValues: { email: cart.email ?? "" }, name: "contact" });
  const [addressId, chooseAddress] = useState(() => chosenAddress(cart, addresses, countries));
  const shipping = useZodForm(PlaceInput, {
    initialValues: cart.shippingAddress ?? blank,
    name: "shipping",
  });
  const billing = useZodForm(PlaceInput, {
    initialValues: cart.billingAddress ?? blank,
    name: "billing",
  });
  const [billingId, chooseBilling] = useState(() => chosenBilling(cart, addresses, addressId));
  return { contact, shipping, billing, addressId, chooseAddress, billingId, chooseBilling };
}

/** The country that is most likely meant, if goods go there at all; the only one there is needs no guess. */
function blankPlace(me: Me | null, countries: readonly string[]): PlaceValues {
  const home = homeCountry(navigator.languages);
  const country = countries.includes(home) ? home : countries.length === 1 ? (countries[0] ?? "") : "";
  return {
    firstName: me?.firstName ?? "",
    lastName: me?.lastName ?? "",
    company: null,
    line1: "",
    line2: null,
    city: "",
    province: null,
    postalCode: "",
    countryCode: country,
    phone: null,
  };
}

/** All parts of an address of the book that an order takes. */
export const placeOf = ({
  id: _id,
  label: _label,
  isDefaultShipping: _shipping,
  isDefaultBilling: _billing,
  createdAt: _created,
  updatedAt: _updated,
  version: _version,
  ...place
}: Address): PlaceValues => place;

/** The address the cart holds already, else the default one, else any that goods go to, else a new one. */
function chosenAddress(cart: Cart, addresses: readonly Address[], countries: readonly string[]): string {
  const { shippingAddress } = cart;
  if (shippingAddress !== null) return heldAddress(addresses, shippingAddress);
  const served = addresses.filter(({ countryCode }) => countries.includes(countryCode));
  const usual = served.find(({ isDefaultShipping }) => isDefaultShipping) ?? served[0];
  return usual?.id ?? newAddress;
}

/** What the cart holds already, else the default address for bills, else the one it goes to. */
function chosenBilling(cart: Cart, addresses: readonly Address[], addressId: string): string {
  const { billingAddress, shippingAddress } = cart;
  if (billingAddress !== null) return heldAddress(addresses, billingAddress);
  // A cart that holds where it goes has been here before, and left the bill with it.
  const usual = addresses.find(({ isDefaultBilling }) => isDefaultBilling);
  return shippingAddress !== null || usual === undefined || usual.id === addressId ? sameAddress : usual.id;
}

const heldAddress = (addresses: readonly Address[], place: NonNullable<Cart["shippingAddress"]>): string => {
  const held = addressKey(place);
  return addresses.find((address) => addressKey(address) === held)?.id ?? newAddress;
};
