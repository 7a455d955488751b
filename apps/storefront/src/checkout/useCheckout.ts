import { PlaceInput } from "@clientele/domain/customers/address";
import { SetCartEmail } from "@clientele/domain/carts/cart";
import { isProblemCode, problemOf } from "@clientele/ui/problem.ts";
import { problemText } from "@clientele/ui/problemText.ts";
import { useDebouncedCallback } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Address } from "../AddressText.tsx";
import { type Outputs, queryClient, trpc } from "../trpc.ts";
import { type Cart, cartChange } from "../useCart.ts";
import { type CheckoutForms, newAddress, placeOf, type PlaceValues } from "./useCheckoutForms.ts";
import { isBelow, withoutPrefix } from "./withoutPrefix.ts";

export type Placed = Outputs["checkout"]["placeOrder"];
export type PaymentKind = Outputs["checkout"]["options"]["payments"][number];
type Amount = Cart["totals"]["total"];

export interface Checkout {
  place: () => void;
  placing: boolean;
  /** What was refused and stands at no field; null when nothing was. */
  failure: unknown;
  /** The total as it was shown and as it is, after a refusal for that. */
  changed: { seen: Amount; total: Amount } | null;
  /** True where nobody chose how it is sent. */
  shippingNeeded: boolean;
}

const nothing = (): Promise<void> => Promise.resolve();

/** Sends what was typed, then orders; each refusal ends at the place where something can be done about it. */
export function useCheckout(
  cart: Cart,
  forms: CheckoutForms,
  addresses: readonly Address[],
  payment: PaymentKind,
  onPlaced: (placed: Placed) => Promise<void>,
): Checkout {
  const { contact, shipping, billing, addressId, billingId } = forms;
  const setEmail = useMutation(trpc.cart.setEmail.mutationOptions(cartChange));
  const setAddresses = useMutation(trpc.cart.setAddresses.mutationOptions(cartChange));
  const placeOrder = useMutation(trpc.checkout.placeOrder.mutationOptions({ meta: { invalidates: [] } }));
  const [placing, setPlacing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [changed, setChanged] = useState<Checkout["changed"]>(null);
  const [shippingNeeded, setShippingNeeded] = useState(false);
  const underway = useRef(false);
  // One key for one wish: after a lost answer the same order comes back, after a refusal it is a new wish.
  const key = useRef(crypto.randomUUID());
  /** The wish that was sent and has no answer yet. */
  const unsure = useRef<string | null>(null);
  const guest = !cart.signedIn;

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
  const readCart = () => queryClient.fetchQuery({ ...trpc.cart.get.queryOptions(), staleTime: 0 });

  /** Shows a missing or refused part where it is asked for. */
  const point = (missing: string): void => {
    if (missing === "email") {
      contact.setFieldError("email", problemText({ code: "field.required", params: {} }));
      contact.getInputNode("email")?.focus();
    } else if (missing === "shippingAddress" && addressId === newAddress) {
      shipping.submit(nothing)();
    } else if (missing === "shipping") {
      setShippingNeeded(true);
    }
  };

  const refused = async (error: unknown, seen: Amount): Promise<void> => {
    const problem = problemOf(error);
    // Whether it was ordered is not known while no answer says so; the same key asks again.
    if (problem === null || isProblemCode(error, "server.outcome_unknown", "server.busy")) {
      setFailure(error);
      return;
    }
    key.current = crypto.randomUUID();
    unsure.current = null;
    const { code, params } = problem;
    if (code === "order.price_changed") {
      const { currency, total } = params;
      if (typeof currency === "string" && typeof total === "number")
        setChanged({ seen, total: { amount: total, currency } });
      await readCart();
      return;
    }
    const { missing } = params;
    if (code === "cart.incomplete" && Array.isArray(missing)) {
      const [first] = missing;
      if (typeof first === "string") point(first);
    }
    setFailure(error);
    // A cart that is gone may have gone with its session.
    if (code === "cart.empty") await queryClient.invalidateQueries(trpc.account.me.queryFilter());
    if (["order.out_of_stock", "cart.not_for_sale", "cart.empty", "cart.incomplete"].includes(code)) await readCart();
  };

  /** True when everything that is asked for on the page has been given. */
  const isComplete = (): boolean => {
    const asked = [
      ...(guest ? [contact] : []),
      ...(addressId === newAddress ? [shipping] : []),
      ...(billingId === newAddress ? [billing] : []),
    ];
    const wrong = asked.filter((form) => form.validate().hasErrors);
    const noShipping = cart.shippingOption === null;
    setShippingNeeded(noShipping);
    // Its own submission brings the keyboard to the first wrong field.
    wrong[0]?.submit(nothing)();
    return wrong.length === 0 && !noShipping;
  };

  /** Saves what was typed. True when it is; an ended cart is no failure where it may just have been ordered. */
  const save = async (): Promise<boolean> => {
    let sending: "email" | "addresses" = "email";
    try {
      if (guest) await setEmail.mutateAsync(contact.getValues());
      sending = "addresses";
      await setAddresses.mutateAsync(addressesTyped());
      return true;
    } catch (error) {
      if (unsure.current !== null && isProblemCode(error, "cart.empty")) return true;
      if (sending === "email") {
        contact.showFailure(error);
        if (!isBelow(error, "email")) setFailure(error);
        return false;
      }
      const name = isBelow(error, "billingAddress") ? "billingAddress" : "shippingAddress";
      const isTyped = (name === "billingAddress" ? billingId : addressId) === newAddress;
      if (isTyped) (name === "billingAddress" ? billing : shipping).showFailure(withoutPrefix(error, name));
      if (!isTyped || !isBelow(error, name)) setFailure(error);
      return false;
    }
  };

  const send = async (): Promise<void> => {
    // What the shopper agrees to is what stood on the page when the button was pressed.
    const { total: seen } = cart.totals;
    const asked = { payment, seen: { currency: seen.currency, total: seen.amount } };
    if (!(await save())) return;
    // The same wish keeps its key: if it was done, its order comes back.
    const wish = JSON.stringify(asked);
    if (unsure.current !== null && unsure.current !== wish) key.current = crypto.randomUUID();
    unsure.current = wish;
    try {
      const placed = await placeOrder.mutateAsync({ idempotencyKey: key.current, ...asked });
      await onPlaced(placed);
    } catch (error) {
      await refused(error, seen);
    }
  };

  const place = () => {
    if (underway.current) return;
    setFailure(null);
    setChanged(null);
    if (!isComplete()) return;
    underway.current = true;
    setPlacing(true);
    void send().finally(() => {
      underway.current = false;
      setPlacing(false);
    });
  };

  /** Saves what is complete, so that a reload keeps it; says nothing of what is not. */
  const keep = () => {
    if (underway.current) return;
    const values = contact.getValues();
    if (guest && SetCartEmail.safeParse(values).success && isNews("email", values)) setEmail.mutate(values);
    const isWhole = addressId !== newAddress || PlaceInput.safeParse(shipping.getValues()).success;
    const isBilled = billingId !== newAddress || PlaceInput.safeParse(billing.getValues()).success;
    if (isWhole && isBilled && isNews("addresses", addressesTyped())) setAddresses.mutate(addressesTyped());
  };

  const keepSoon = useDebouncedCallback(keep, 800);
  const typed = JSON.stringify([contact.values, shipping.values, billing.values, addressId, billingId]);
  useEffect(() => keepSoon(), [typed, keepSoon]);

  return { place, placing, failure, changed, shippingNeeded: shippingNeeded && cart.shippingOption === null };
}
