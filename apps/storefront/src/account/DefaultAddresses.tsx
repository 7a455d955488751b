import { Group, Paper, Text, Title } from "@mantine/core";
import { accountText } from "../accountText.ts";
import { type Address, AddressText, addressName } from "../AddressText.tsx";
import { LoneLink } from "../links.tsx";
import classes from "./Overview.module.css";

const t = accountText.overview;

/** Where parcels and bills go when nothing else is said. */
export function DefaultAddresses({ addresses }: { addresses: readonly Address[] }) {
  const shipping = addresses.find(({ isDefaultShipping }) => isDefaultShipping) ?? null;
  const billing = addresses.find(({ isDefaultBilling }) => isDefaultBilling) ?? null;
  const one = shipping !== null && shipping.id === billing?.id;
  return (
    <section aria-labelledby="default-addresses">
      <Group justify="space-between" align="baseline" mb="sm">
        <Title order={2} size="h3" id="default-addresses">
          {t.addresses}
        </Title>
        <LoneLink to="/account/addresses" size="sm">
          {t.allAddresses}
        </LoneLink>
      </Group>
      <div className={classes["grid"]}>
        <Default use={one ? t.both : t.shipping} address={shipping} />
        {!one && <Default use={t.billing} address={billing} />}
      </div>
    </section>
  );
}

function Default({ use, address }: { use: string; address: Address | null }) {
  return (
    <Paper p="lg" className={classes["card"] ?? ""}>
      <Text size="sm" c="dimmed">
        {use}
      </Text>
      {address === null ? (
        <Text size="sm">{t.none}</Text>
      ) : (
        <>
          <Title order={3} size="h4" style={{ overflowWrap: "anywhere" }}>
            <bdi>{addressName(address)}</bdi>
          </Title>
          <AddressText address={address} />
        </>
      )}
    </Paper>
  );
}
