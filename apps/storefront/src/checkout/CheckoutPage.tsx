import { EmptyState } from "@clientele/ui/EmptyState.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { Alert, Title } from "@mantine/core";
import { IconShoppingBag } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Address } from "../AddressText.tsx";
import { CartChanges } from "../CartChanges.tsx";
import { ButtonLink, TextLink } from "../links.tsx";
import { text } from "../text.ts";
import { cartText } from "../text/cart.ts";
import { checkoutText } from "../text/checkout.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { type Cart, useCart } from "../useCart.ts";
import type { Me } from "../useMe.ts";
import { BillingAddress, ShippingAddress } from "./Addresses.tsx";
import classes from "./Checkout.module.css";
import { Choices } from "./Choices.tsx";
import { Contact } from "./Contact.tsx";
import { ShippingChoice } from "./ShippingChoice.tsx";
import { Summary } from "./Summary.tsx";
import { type PaymentKind, type Placed, useCheckout } from "./useCheckout.ts";
import { useCheckoutForms } from "./useCheckoutForms.ts";

const t = checkoutText;

export interface CheckoutPageProps {
  store: Outputs["store"]["get"];
  me: Me | null;
  addresses: readonly Address[];
  policies: ReactNode;
  onPlaced: (placed: Placed) => Promise<void>;
}

export function CheckoutPage(props: CheckoutPageProps) {
  const cart = useCart();
  const { store } = props;
  return (
    <>
      <PageHeader
        title={t.title}
        store={store.name}
        crumbs={[
          <TextLink key="cart" to="/cart">
            {t.backToCart}
          </TextLink>,
        ]}
      />
      {cart.lines.length === 0 ? (
        <EmptyState
          icon={IconShoppingBag}
          title={t.emptyTitle}
          action={<ButtonLink to="/">{cartText.toCatalogue}</ButtonLink>}
        >
          {t.empty}
          {props.me === null && (
            <>
              {" "}
              {t.haveAccount}{" "}
              <TextLink to="/sign-in" search={{ next: "/cart" }} underline="always">
                {text.shell.signIn}
              </TextLink>
            </>
          )}
        </EmptyState>
      ) : (
        // Another region has other countries, and who signs in has another address book.
        <Steps key={`${cart.region.id} ${props.me?.id ?? ""}`} cart={cart} {...props} />
      )}
    </>
  );
}

/** Everything an order needs, on one page. */
function Steps({ cart, store, me, addresses, policies, onPlaced }: CheckoutPageProps & { cart: Cart }) {
  const options = useSuspenseQuery(trpc.checkout.options.queryOptions()).data;
  const { countries, payments, shippingOptions } = options;
  const forms = useCheckoutForms({ cart, me, addresses, countries });
  const [payment, setPayment] = useState<PaymentKind>(payments[0] ?? "invoice");
  const checkout = useCheckout(cart, forms, addresses, payment, onPlaced);
  return (
    <form
      noValidate
      className={classes["checkout"]}
      aria-label={t.title}
      onSubmit={(event) => {
        event.preventDefault();
        checkout.place();
      }}
    >
      <div className={classes["steps"]}>
        <CartChanges changes={cart.changes} />
        {cart.lines.some(({ problem }) => problem !== null) && (
          <Alert color="yellow">
            {cartText.blocked}{" "}
            <TextLink to="/cart" underline="always">
              {t.toCart}
            </TextLink>
          </Alert>
        )}
        <Step title={t.contact}>
          <Contact form={forms.contact} me={me} />
        </Step>
        <Step title={t.shippingAddress}>
          <ShippingAddress
            forms={forms}
            addresses={addresses}
            countries={countries}
            region={store.regions.length > 1 ? cart.region.name : null}
          />
        </Step>
        <Step title={t.billing}>
          <BillingAddress forms={forms} addresses={addresses} />
        </Step>
        <Step title={t.shipping}>
          <ShippingChoice options={shippingOptions} chosen={cart.shippingOption} needed={checkout.shippingNeeded} />
        </Step>
        <Step title={t.payment}>
          <Choices
            label={t.payment}
            value={payment}
            onChoose={setPayment}
            choices={payments.map((value) => ({ value, ...t.payments[value] }))}
          />
        </Step>
      </div>
      <Summary cart={cart} checkout={checkout} policies={policies} />
    </form>
  );
}

const Step = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={classes["step"]} aria-label={title}>
    <Title order={2} size="h3">
      {title}
    </Title>
    {children}
  </section>
);
