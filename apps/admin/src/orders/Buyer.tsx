import { addressLines } from "@clientele/domain/customers/addressLines";
import { countryName } from "@clientele/domain/customers/countryName";
import { CopyButton } from "@clientele/ui/CopyButton.tsx";
import { EmailText } from "@clientele/ui/EmailText.tsx";
import { Id } from "@clientele/ui/Id.tsx";
import { Group, Text, Title } from "@mantine/core";
import { Facts } from "../Facts.tsx";
import { PersonCell } from "../PersonCell.tsx";
import { PhoneText } from "../readablePhone.ts";
import { text } from "../text.ts";
import { ordersText } from "../text/orders.ts";
import classes from "./OrderPage.module.css";
import type { OrderDetail } from "./orderState.ts";

const t = ordersText;
type Place = NonNullable<OrderDetail["shippingAddress"]>;

/** Who bought, how they see the order, and where it goes. */
export function Buyer({ order }: { order: OrderDetail }) {
  const { customer, email, access, shippingAddress, billingAddress } = order;
  // A bill that names no address of its own goes where the goods go.
  const same = billingAddress === null || JSON.stringify(shippingAddress) === JSON.stringify(billingAddress);
  return (
    <>
      <PersonCell person={customer} />
      <Text c="dimmed" mt="sm">
        <Text span fw={550}>
          {t.access[access]}.
        </Text>{" "}
        {t.accessHint[access]}
      </Text>
      {email !== null && email !== customer.email && (
        <Group gap={4} wrap="nowrap" mt="xs">
          <EmailText email={email} />
          <CopyButton value={email} label={text.customers.copyEmail} />
        </Group>
      )}
      <Title order={3} mt="lg" mb="xs">
        {t.page.shippingAddress}
      </Title>
      <AddressText place={shippingAddress} />
      <Title order={3} mt="lg" mb="xs">
        {t.page.billingAddress}
      </Title>
      {same && shippingAddress !== null ? (
        <Text c="dimmed">{t.page.sameAddress}</Text>
      ) : (
        <AddressText place={billingAddress} />
      )}
      <div className={classes["foot"]}>
        <Facts facts={[[t.page.id, <Id key="id" value={order.id} label={t.page.copyId} />]]} />
      </div>
    </>
  );
}

/** An address as the post of its country writes it. */
function AddressText({ place }: { place: Place | null }) {
  if (place === null) return <Text c="dimmed">{t.page.noAddress}</Text>;
  const lines = [...addressLines(place), countryName(place.countryCode, "en")];
  return (
    <Text component="address" style={{ fontStyle: "normal", overflowWrap: "anywhere" }}>
      {/* Each line finds its own direction. */}
      <div style={{ whiteSpace: "pre-line", unicodeBidi: "plaintext", textAlign: "left" }}>{lines.join("\n")}</div>
      {place.phone !== null && (
        <div className="figures">
          <PhoneText number={place.phone} />
        </div>
      )}
    </Text>
  );
}
