import { SetCartEmail } from "@clientele/domain/carts/cart";
import { PlaceInput } from "@clientele/domain/customers/address";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import type { Address } from "../AddressText.tsx";
import { trpc } from "../trpc.ts";
import { type Cart, cartChange } from "../useCart.ts";
import { type CheckoutForms, newAddress, placeOf, type PlaceValues } from "./useCheckoutForms.ts";

/** Writes who buys and where it goes, as it stands in the forms, into the cart. */
export function useCartDetails(cart: Cart, forms: CheckoutForms, addresses: readonly Address[]) {
  const { contact, shipping, billing, addressId, billingId } = forms;
  const setEmail = useMutation(trpc.cart.setEmail.mutationOptions(cartChange));
  const setAddresses = useMutation(trpc.cart.setAddresses.mutationOptions(cartChange));
  const kept = useRef<Record<string, string>>({});
  /** Whether these values were not kept yet; from now on they count as kept. */
  const isNews = (name: string, values: unknown): boolean => {
    const written = JSON.stringify(values);
    const news = kept.current[name] !== written;
    kept.current[name] = written;
    return news;
  };

  const billTo = (): PlaceValues | null => {
    if (billingId === newAddress) return billing.getValues();
    const own = billingId === addressId ? undefined : addresses.find(({ id }) => id === billingId);
    return own === undefined ? null : placeOf(own);
  };
  const addressesTyped = () => ({
    ...(addressId === newAddress ? { shippingAddress: shipping.getValues() } : { shippingAddressId: addressId }),
    billingAddress: billTo(),
  });

  return {
    saveEmail: () => setEmail.mutateAsync(contact.getValues()),
    saveAddresses: () => setAddresses.mutateAsync(addressesTyped()),
    /** Saves what is complete and new, so that a reload keeps it; says nothing of what is not. */
    keep: (): void => {
      const values = contact.getValues();
      if (!cart.signedIn && SetCartEmail.safeParse(values).success && isNews("email", values)) setEmail.mutate(values);
      const isWhole = addressId !== newAddress || PlaceInput.safeParse(shipping.getValues()).success;
      const isBilled = billingId !== newAddress || PlaceInput.safeParse(billing.getValues()).success;
      if (isWhole && isBilled && isNews("addresses", addressesTyped())) setAddresses.mutate(addressesTyped());
    },
  };
}
