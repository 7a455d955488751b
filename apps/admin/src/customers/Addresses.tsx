import { addressLines } from "@clientele/domain/customers/addressLines";
import { countryName } from "@clientele/domain/customers/countryName";
import { confirm } from "@clientele/ui/confirm.tsx";
import { EmptyState } from "@clientele/ui/EmptyState.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { ActionIcon, Badge, Group, Menu, Paper, SimpleGrid, Text, Title } from "@mantine/core";
import { IconDots, IconFileInvoice, IconMapPin, IconPencil, IconTrash, IconTruck } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { AddButton } from "../AddButton.tsx";
import { lazy } from "react";
import { failToast } from "../failToast.ts";
import { useCan } from "../me.ts";
import { PhoneText } from "../readablePhone.ts";
import { Sheet } from "../Sheet.tsx";
import { customerText } from "../text/customer.ts";
import { type Outputs, trpc } from "../trpc.ts";

const AddressForm = lazy(async () => ({ default: (await import("./AddressForm.tsx")).AddressForm }));
const t = customerText.addresses;
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;
export type CustomerAddress = Outputs["customerAddresses"]["list"][number];
const titleOf = ({ label, city }: CustomerAddress): string => label || city || t.unnamed;

export interface AddressesProps {
  customerId: string;
  readOnly: boolean;
  /** From the address of the page: `new`, or the id of the one that is edited. */
  sheet: string | undefined;
  onSheet: (sheet: string | undefined) => void;
}

/** The address book of a customer, with its defaults. */
export function Addresses({ customerId, readOnly, sheet, onSheet }: AddressesProps) {
  const can = useCan();
  const mayWrite = can("customers.write") && !readOnly;
  const book = useQuery(trpc.customerAddresses.list.queryOptions({ customerId }));
  const edited = book.data?.find(({ id }) => id === sheet);
  const add = mayWrite ? <AddButton onClick={() => onSheet("new")}>{t.add}</AddButton> : undefined;
  return (
    <>
      <Group justify="space-between" mb="md">
        <Title order={2}>{t.title}</Title>
        {book.data !== undefined && book.data.length > 0 && add}
      </Group>
      <ProblemNotice error={book.error} onRetry={() => void book.refetch()} />
      {book.isPending && <CardSkeleton cards={2} lines={4} />}
      {book.data?.length === 0 && (
        <Paper>
          <EmptyState icon={IconMapPin} title={t.none} action={add}>
            {t.noneBody}
          </EmptyState>
        </Paper>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        {book.data?.map((address) => (
          <AddressCard
            key={address.id}
            customerId={customerId}
            address={address}
            onEdit={mayWrite ? () => onSheet(address.id) : null}
          />
        ))}
      </SimpleGrid>
      <Sheet
        title={edited === undefined ? t.newTitle : t.editTitle}
        opened={mayWrite && (sheet === "new" || edited !== undefined)}
        onClose={() => onSheet(undefined)}
      >
        <AddressForm
          key={sheet ?? ""}
          customerId={customerId}
          {...(edited === undefined ? {} : { address: edited })}
          onDone={() => onSheet(undefined)}
        />
      </Sheet>
    </>
  );
}

interface AddressCardProps {
  customerId: string;
  address: CustomerAddress;
  /** Null for who may only read. */
  onEdit: (() => void) | null;
}

function AddressCard({ customerId, address, onEdit }: AddressCardProps) {
  const { id, isDefaultShipping, isDefaultBilling, phone, countryCode } = address;
  const remove = useMutation(trpc.customerAddresses.remove.mutationOptions({ meta }));
  const setDefault = useMutation(trpc.customerAddresses.setDefault.mutationOptions({ meta }));
  const title = titleOf(address);
  const ask = async () => {
    if (await confirm({ title: t.removeTitle, consequence: t.removeBody, verb: t.removeVerb })) {
      remove.mutate({ customerId, id }, { onError: failToast });
    }
  };
  const make = (use: "shipping" | "billing") => setDefault.mutate({ customerId, id, use }, { onError: failToast });
  return (
    <Paper p="lg" component="article" aria-label={title}>
      <Group justify="space-between" wrap="nowrap" align="start" mb="xs">
        <Title order={3} style={{ overflowWrap: "anywhere" }}>
          <bdi>{title}</bdi>
        </Title>
        {onEdit !== null && (
          <Menu width={230}>
            <Menu.Target>
              <ActionIcon aria-label={t.menu(title)}>
                <IconDots {...icon} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onEdit}>
                {t.edit}
              </Menu.Item>
              {!isDefaultShipping && (
                <Menu.Item leftSection={<IconTruck {...icon} />} onClick={() => make("shipping")}>
                  {t.makeShipping}
                </Menu.Item>
              )}
              {!isDefaultBilling && (
                <Menu.Item leftSection={<IconFileInvoice {...icon} />} onClick={() => make("billing")}>
                  {t.makeBilling}
                </Menu.Item>
              )}
              <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={ask}>
                {t.remove}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      <address style={{ fontStyle: "normal", overflowWrap: "anywhere" }}>
        {addressLines(address).map((line) => (
          <div key={line}>
            <bdi>{line}</bdi>
          </div>
        ))}
        <div>{countryName(countryCode, "en")}</div>
        {phone !== null && (
          <Text c="dimmed" className="figures" mt={4}>
            <PhoneText number={phone} />
          </Text>
        )}
      </address>
      {(isDefaultShipping || isDefaultBilling) && (
        <Group gap={6} mt="sm">
          {isDefaultShipping && <Badge>{t.shipping}</Badge>}
          {isDefaultBilling && <Badge>{t.billing}</Badge>}
        </Group>
      )}
    </Paper>
  );
}

const meta = { invalidates: ["customerAddresses", "customers"] };
