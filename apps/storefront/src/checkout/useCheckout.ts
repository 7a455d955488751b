import { isProblemCode, problemOf } from "@clientele/ui/problem.ts";
import { problemText } from "@clientele/ui/problemText.ts";
import { useDebouncedCallback } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Address } from "../AddressText.tsx";
import { type Outputs, queryClient, trpc } from "../trpc.ts";
import type { Cart } from "../useCart.ts";
import { useCartDetails } from "./useCartDetails.ts";
import { type CheckoutForms, newAddress } from "./useCheckoutForms.ts";
import { useOrderWish } from "./useOrderWish.ts";
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
  const details = useCartDetails(cart, forms, addresses);
  const wish = useOrderWish();
  const placeOrder = useMutation(trpc.checkout.placeOrder.mutationOptions({ meta: { invalidates: [] } }));
  const [placing, setPlacing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [changed, setChanged] = useState<Checkout["changed"]>(null);
  const [shippingNeeded, setShippingNeeded] = useState(false);
  const underway = useRef(false);
  const guest = !cart.signedIn;

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
    wish.renew();
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
      if (guest) await details.saveEmail();
      sending = "addresses";
      await details.saveAddresses();
      return true;
    } catch (error) {
      if (wish.isUnanswered() && isProblemCode(error, "cart.empty")) return true;
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
    try {
      const placed = await placeOrder.mutateAsync({ idempotencyKey: wish.keyFor(asked), ...asked });
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

  const keepSoon = useDebouncedCallback(() => {
    if (!underway.current) details.keep();
  }, 800);
  const typed = JSON.stringify([contact.values, shipping.values, billing.values, addressId, billingId]);
  useEffect(() => keepSoon(), [typed, keepSoon]);

  return { place, placing, failure, changed, shippingNeeded: shippingNeeded && cart.shippingOption === null };
}
