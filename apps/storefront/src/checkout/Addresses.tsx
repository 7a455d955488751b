import { AddressFields } from "@clientele/ui/AddressFields.tsx";
import { Text } from "@mantine/core";
import { type Address, AddressText, addressName } from "../AddressText.tsx";
import { checkoutText } from "../text/checkout.ts";
import { Choices } from "./Choices.tsx";
import { type CheckoutForms, newAddress } from "./useCheckoutForms.ts";

const t = checkoutText;

export interface ShippingAddressProps {
  forms: CheckoutForms;
  addresses: readonly Address[];
  countries: readonly string[];
  /** Named where the store has several. */
  region: string | null;
}

/** Where it goes: one of the own addresses, or one that is typed. */
export function ShippingAddress({ forms, addresses, countries, region }: ShippingAddressProps) {
  const { shipping, addressId, chooseAddress } = forms;
  return (
    <>
      {addresses.length > 0 && (
        <Choices
          label={t.shippingAddress}
          value={addressId}
          onChoose={chooseAddress}
          choices={[
            ...addresses.map((address) => {
              const served = countries.includes(address.countryCode);
              return {
                value: address.id,
                name: <bdi>{addressName(address)}</bdi>,
                description: <AddressText address={address} />,
                disabled: !served,
                ...(served ? {} : { beside: t.notServed }),
              };
            }),
            { value: newAddress, name: t.otherAddress },
          ]}
        />
      )}
      {addressId === newAddress && <AddressFields form={shipping} section="shipping" countries={countries} />}
      {region !== null && (
        <Text size="sm" c="dimmed">
          {t.region(region)}
        </Text>
      )}
    </>
  );
}

/** Whose name the bill bears, where it is not the same. */
export function BillingAddress({ forms }: { forms: CheckoutForms }) {
  const { billing, sameBilling, setSameBilling } = forms;
  return (
    <>
      <Choices
        label={t.billing}
        value={sameBilling ? "same" : "other"}
        onChoose={(value) => setSameBilling(value === "same")}
        choices={[
          { value: "same", name: t.billingSame },
          { value: "other", name: t.billingOther },
        ]}
      />
      {!sameBilling && <AddressFields form={billing} section="billing" />}
    </>
  );
}
