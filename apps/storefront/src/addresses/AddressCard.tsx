import { ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import { Anchor, Button, Paper, Title } from "@mantine/core";
import { accountText } from "../accountText.ts";
import { type Address, AddressText, addressName } from "../AddressText.tsx";
import classes from "./AddressBook.module.css";
import type { AddressActions } from "./useAddressActions.ts";

const t = accountText.addresses;

export interface AddressCardProps {
  address: Address;
  actions: AddressActions;
  onEdit: () => void;
}

export function AddressCard({ address, actions, onEdit }: AddressCardProps) {
  const name = addressName(address);
  const busy = actions.busyId === address.id;
  const small = { size: "xs", variant: "default", disabled: busy } as const;
  return (
    <Paper component="article" p="lg" className={classes["card"] ?? ""} aria-labelledby={`name-${address.id}`}>
      <Title order={2} size="h4" id={`name-${address.id}`} style={{ overflowWrap: "anywhere" }}>
        <bdi>{name}</bdi>
      </Title>
      {(address.isDefaultShipping || address.isDefaultBilling) && (
        <div className={classes["uses"]}>
          {address.isDefaultShipping && <ToneBadge tone="accent">{t.shippingBadge}</ToneBadge>}
          {address.isDefaultBilling && <ToneBadge tone="info">{t.billingBadge}</ToneBadge>}
        </div>
      )}
      <AddressText address={address} />
      <div className={classes["actions"]}>
        <Button {...small} id={`edit-${address.id}`} aria-label={t.editOf(name)} onClick={onEdit}>
          {t.edit}
        </Button>
        <Button {...small} aria-label={t.removeOf(name)} onClick={() => actions.remove(address)}>
          {t.remove}
        </Button>
      </div>
      {(!address.isDefaultShipping || !address.isDefaultBilling) && (
        <div className={classes["defaults"]}>
          {!address.isDefaultShipping && (
            <Anchor
              component="button"
              type="button"
              size="sm"
              disabled={busy}
              aria-label={t.makeShippingOf(name)}
              onClick={() => actions.setDefault(address, "shipping")}
            >
              {t.makeShipping}
            </Anchor>
          )}
          {!address.isDefaultBilling && (
            <Anchor
              component="button"
              type="button"
              size="sm"
              disabled={busy}
              aria-label={t.makeBillingOf(name)}
              onClick={() => actions.setDefault(address, "billing")}
            >
              {t.makeBilling}
            </Anchor>
          )}
        </div>
      )}
    </Paper>
  );
}
