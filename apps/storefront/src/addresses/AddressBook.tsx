import { mostAddresses } from "@clientele/domain/customers/address";
import { EmptyState } from "@clientele/ui/EmptyState.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { Alert, Button, Paper, Stack, Text } from "@mantine/core";
import { IconMapPin, IconPlus } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { accountText } from "../accountText.ts";
import { trpc } from "../trpc.ts";
import type { Me } from "../useMe.ts";
import classes from "./AddressBook.module.css";
import { AddressCard } from "./AddressCard.tsx";
import { EditAddress } from "./EditAddress.tsx";
import { NewAddress } from "./NewAddress.tsx";
import { useAddressActions } from "./useAddressActions.ts";

const t = accountText.addresses;

export interface AddressBookProps {
  store: string;
  me: Me;
  /** The address that is being edited, or `new`. */
  open: string | null;
  onOpen: (open: string | null) => void;
}

/** All addresses as cards; one of them at a time is a form. */
export function AddressBook({ store, me, open, onOpen }: AddressBookProps) {
  const addresses = useSuspenseQuery(trpc.addresses.list.queryOptions()).data;
  const actions = useAddressActions(me.email, addresses);
  useFocusWhenClosed(open);

  const close = () => onOpen(null);
  const full = addresses.length >= mostAddresses;
  const adding = open === "new" && !full;
  const gone = open !== null && open !== "new" && !addresses.some(({ id }) => id === open);
  const add = (
    <Button
      id="add-address"
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
      disabled={full}
      onClick={() => onOpen("new")}
    >
      {t.add}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t.title}
        description={t.description}
        store={store}
        actions={adding || addresses.length === 0 ? undefined : add}
      />
      <Stack gap="md">
        <ProblemNotice error={actions.failure} />
        {gone && <Alert color="yellow">{t.gone}</Alert>}
        {full && <Alert color="yellow">{t.full(mostAddresses)}</Alert>}
        {adding && <NewAddress me={me} addresses={addresses} onClose={close} />}
        {addresses.length === 0 && !adding && (
          <Paper>
            <EmptyState icon={IconMapPin} title={t.emptyTitle} action={add}>
              {t.empty}
            </EmptyState>
          </Paper>
        )}
        {addresses.length > 0 && (
          <ul className={classes["cards"]}>
            {addresses.map((address) => (
              <li key={address.id} className={address.id === open ? classes["open"] : undefined}>
                {address.id === open ? (
                  <EditAddress email={me.email} address={address} onClose={close} />
                ) : (
                  <AddressCard address={address} actions={actions} onEdit={() => onOpen(address.id)} />
                )}
              </li>
            ))}
          </ul>
        )}
        {addresses.length >= mostAddresses - 10 && (
          <Text size="sm" c="dimmed">
            {t.count(addresses.length, mostAddresses)}
          </Text>
        )}
      </Stack>
    </>
  );
}

/** Brings the keyboard back to the button that opened the form. */
function useFocusWhenClosed(open: string | null): void {
  const before = useRef(open);
  useEffect(() => {
    const was = before.current;
    before.current = open;
    if (was === null || open !== null) return;
    document.getElementById(was === "new" ? "add-address" : `edit-${was}`)?.focus();
  }, [open]);
}
