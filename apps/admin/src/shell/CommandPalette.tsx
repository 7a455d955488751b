import { fullName } from "@clientele/domain/customers/personName";
import { formatMoney } from "@clientele/domain/formatMoney";
import { useLocale } from "@clientele/ui/locale.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { PersonAvatar } from "@clientele/ui/PersonAvatar.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, useSpotlight } from "@mantine/spotlight";
import {
  IconArrowLeft,
  IconArrowRight,
  IconCopy,
  IconPackage,
  IconPlus,
  IconReceipt,
  IconSearch,
  IconUserPlus,
  IconUsersGroup,
} from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useCan } from "../me.ts";
import { useReadablePhone } from "../readablePhone.ts";
import { text } from "../text.ts";
import { ordersText } from "../text/orders.ts";
import { type Outputs, trpc } from "../trpc.ts";
import classes from "./CommandPalette.module.css";
import { mainPlaces, settingsPlaces } from "./Navigation.tsx";
import { paletteStore, selectFirst } from "./palette.ts";
import { useAddOne } from "./useAddOne.ts";

const t = text.shell.palette;
type Customer = Outputs["customers"]["list"]["items"][number];

const icon = { size: 18, stroke: 1.6, "aria-hidden": true } as const;
const nameOf = (customer: Customer): string => fullName(customer) || customer.email || customer.id;

/** Finds a customer or group through the server and acts on it, as far as the role allows. */
export function CommandPalette() {
  const [query, setQuery] = useState("");
  const [asked] = useDebouncedValue(query.trim(), 150);
  // Asked of the store, which may have been opened before this was loaded.
  const { opened } = useSpotlight(paletteStore);
  /** Set while a group is being chosen for this customer. */
  const [subject, setSubject] = useState<Customer | null>(null);
  const navigate = useNavigate();
  const can = useCan();
  const addOne = useAddOne();
  const { locale } = useLocale();

  const searching = opened && asked !== "";
  const customers = useQuery({
    ...trpc.customers.list.queryOptions({ search: asked, limit: 6, sort: "name" }),
    enabled: searching && subject === null && can("customers.read"),
    placeholderData: keepPreviousData,
  });
  const groups = useQuery({
    ...trpc.groups.list.queryOptions({
      ...(asked === "" ? {} : { search: asked }),
      // Nobody is added to a group whose members a rule says.
      ...(subject === null ? { limit: 4 } : { kind: "manual", limit: 12 }),
    }),
    enabled: opened && (searching || subject !== null) && can("groups.read"),
    placeholderData: keepPreviousData,
  });
  // Numbers are told from names by their looks: who types a name means a person.
  const isNumber = /^#?\d{1,9}$/.test(asked);
  const orders = useQuery({
    ...trpc.orders.list.queryOptions({ search: asked, limit: 4 }),
    enabled: searching && isNumber && subject === null && can("orders.read"),
    placeholderData: keepPreviousData,
  });
  const foundOrders = searching && isNumber && subject === null ? (orders.data?.items ?? []) : [];
  const found = searching && subject === null ? (customers.data?.items ?? []) : [];
  const foundGroups = searching || subject !== null ? (groups.data?.items ?? []) : [];
  const best = found[0];
  const readablePhone = useReadablePhone(found.some(({ phone }) => phone !== null));
  const busy = query.trim() !== asked || customers.isFetching || groups.isFetching || orders.isFetching;

  const shown = [
    subject?.id,
    ...foundOrders.map(({ id }) => id),
    ...found.map(({ id }) => id),
    ...foundGroups.map(({ id }) => id),
  ].join(" ");
  useEffect(() => {
    if (opened) selectFirst();
  }, [opened, shown]);

  const restart = () => {
    setSubject(null);
    setQuery("");
  };
  const matches = (label: string) => label.toLowerCase().includes(query.trim().toLowerCase());
  const commands = [
    ...(can("customers.write")
      ? [
          {
            label: t.newCustomer,
            run: () => void navigate({ to: "/customers", search: { sheet: "new" } }),
            Icon: IconUserPlus,
          },
        ]
      : []),
    ...(can("groups.write")
      ? [{ label: t.newGroup, run: () => void navigate({ to: "/groups", search: { sheet: "new" } }), Icon: IconPlus }]
      : []),
    ...(can("catalogue.write")
      ? [
          {
            label: t.newProduct,
            run: () => void navigate({ to: "/products", search: { sheet: "new" } }),
            Icon: IconPackage,
          },
        ]
      : []),
    ...[...mainPlaces, ...settingsPlaces]
      .filter(({ needs }) => needs === undefined || can(needs))
      .map(({ to, label }) => ({ label: t.goTo(label), run: () => void navigate({ to }), Icon: IconArrowRight })),
  ].filter(({ label }) => matches(label));

  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={440}
      classNames={{ search: classes["input"] ?? "", actionsGroup: classes["group"] ?? "" }}
      // Whoever opens it types on at once; no letter may be lost to an animation.
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      onSpotlightClose={() => setSubject(null)}
    >
      <Spotlight.Search
        placeholder={subject === null ? t.placeholder : t.chooseGroupPlaceholder}
        aria-label={t.title}
        maxLength={200}
        leftSection={<IconSearch {...icon} />}
      />
      <Spotlight.ActionsList>
        {subject !== null && (
          <Spotlight.ActionsGroup label={t.chooseGroup(nameOf(subject))}>
            {foundGroups.map((group) => (
              <Spotlight.Action
                key={group.id}
                label={group.name}
                description={t.members(formatTotal(group.members, locale))}
                leftSection={<IconUsersGroup {...icon} />}
                onClick={() => addOne(group, subject.id, nameOf(subject))}
              />
            ))}
            <Spotlight.Action
              label={t.back}
              leftSection={<IconArrowLeft {...icon} />}
              closeSpotlightOnTrigger={false}
              onClick={restart}
            />
          </Spotlight.ActionsGroup>
        )}
        {foundOrders.length > 0 && (
          <Spotlight.ActionsGroup label={t.orders}>
            {foundOrders.map(({ id, number, customer, total }) => (
              <Spotlight.Action
                key={id}
                label={ordersText.orderTitle(number)}
                description={[fullName(customer) || customer.email, formatMoney(total, locale)].join(" · ")}
                leftSection={<IconReceipt {...icon} />}
                onClick={() => void navigate({ to: "/orders/$orderId", params: { orderId: id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={t.customers}>
            {found.map((customer) => (
              <Spotlight.Action
                key={customer.id}
                label={nameOf(customer)}
                description={[
                  customer.email,
                  customer.phone === null ? null : readablePhone(customer.phone),
                  customer.companyName,
                ]
                  .filter((part) => part !== null)
                  .join(" · ")}
                leftSection={<PersonAvatar {...customer} size={26} />}
                onClick={() => void navigate({ to: "/customers/$customerId", params: { customerId: customer.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {subject === null && foundGroups.length > 0 && (
          <Spotlight.ActionsGroup label={t.groups}>
            {foundGroups.map((group) => (
              <Spotlight.Action
                key={group.id}
                label={group.name}
                description={t.members(formatTotal(group.members, locale))}
                leftSection={<IconUsersGroup {...icon} />}
                onClick={() => void navigate({ to: "/groups/$groupId", params: { groupId: group.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {best !== undefined && (
          <Spotlight.ActionsGroup label={t.with(nameOf(best))}>
            {can("groups.write") && (
              <Spotlight.Action
                label={t.addToGroup}
                leftSection={<IconUsersGroup {...icon} />}
                closeSpotlightOnTrigger={false}
                onClick={() => {
                  setSubject(best);
                  setQuery("");
                }}
              />
            )}
            {best.email !== null && (
              <Spotlight.Action
                label={t.copyEmail}
                description={best.email}
                leftSection={<IconCopy {...icon} />}
                onClick={async () => {
                  const email = best.email ?? "";
                  await navigator.clipboard.writeText(email);
                  doneToast(t.copied(email));
                }}
              />
            )}
          </Spotlight.ActionsGroup>
        )}
        {subject === null && commands.length > 0 && (
          <Spotlight.ActionsGroup label={t.commands}>
            {commands.map(({ label, run, Icon }) => (
              <Spotlight.Action key={label} label={label} leftSection={<Icon {...icon} />} onClick={run} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {[...found, ...foundOrders, ...foundGroups, ...commands].length === 0 && (
          <Spotlight.Empty role="status">
            {busy ? t.searching : customers.isError || groups.isError || orders.isError ? t.failed : t.nothing}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
