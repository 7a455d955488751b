import { AddressFields } from "@clientele/ui/AddressFields.tsx";
import { Anchor, Text } from "@mantine/core";
import { useState } from "react";
import { type Address, AddressText, addressName } from "../AddressText.tsx";
import { checkoutText } from "../text/checkout.ts";
import { type Choice, Choices } from "./Choices.tsx";
import { type CheckoutForms, newAddress, sameAddress } from "./useCheckoutForms.ts";

const t = checkoutText;
/** A longer address book is opened on demand. */
const mostShown = 3;

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
        <AddressChoice
          label={t.shippingAddress}
          value={addressId}
          onChoose={chooseAddress}
          addresses={addresses}
          isServed={({ countryCode }) => countries.includes(countryCode)}
          before={[]}
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

/** Whose name the bill bears: where it goes, another own address, or one that is typed. */
export function BillingAddress({ forms, addresses }: Pick<ShippingAddressProps, "forms" | "addresses">) {
  const { billing, addressId, billingId, chooseBilling } = forms;
  return (
    <>
      <AddressChoice
        label={t.billing}
        value={billingId === addressId && billingId !== newAddress ? sameAddress : billingId}
        onChoose={chooseBilling}
        addresses={addresses.filter(({ id }) => id !== addressId)}
        before={[{ value: sameAddress, name: t.billingSame }]}
      />
      {billingId === newAddress && <AddressFields form={billing} section="billing" />}
    </>
  );
}

interface AddressChoiceProps {
  label: string;
  value: string;
  onChoose: (id: string) => void;
  addresses: readonly Address[];
  /** Whether it can be chosen; all can when left out. */
  isServed?: (address: Address) => boolean;
  before: readonly Choice<string>[];
}

function AddressChoice({ label, value, onChoose, addresses, isServed = () => true, before }: AddressChoiceProps) {
  const [all, setAll] = useState(false);
  // What is chosen at first comes first, and stays where it is when another is chosen.
  const [first] = useState(value);
  const sorted = addresses.toSorted((one, other) => Number(other.id === first) - Number(one.id === first));
  const shown = all ? sorted : sorted.slice(0, mostShown);
  return (
    <>
      <Choices
        label={label}
        value={value}
        onChoose={onChoose}
        choices={[
          ...before,
          ...shown.map((address) => {
            const served = isServed(address);
            return {
              value: address.id,
              name: <bdi>{addressName(address)}</bdi>,
              description: <AddressText address={address} />,
              disabled: !served,
              ...(served ? {} : { beside: t.notServed }),
            };
          }),
          { value: newAddress, name: before.length > 0 ? t.billingOther : t.otherAddress },
        ]}
      />
      {shown.length < sorted.length && (
        <Anchor component="button" type="button" size="sm" ta="start" onClick={() => setAll(true)}>
          {t.allAddresses(sorted.length)}
        </Anchor>
      )}
    </>
  );
}
