import { fullName } from "@clientele/domain/customers/personName";
import { formatMoney } from "@clientele/domain/formatMoney";
import { useLocale } from "@clientele/ui/locale.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { PersonAvatar } from "@clientele/ui/PersonAvatar.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Spotlight, useSpotlight } from "@mantine/spotlight";
import { IconArrowLeft, IconCopy, IconReceipt, IconSearch, IconUsersGroup } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useCan } from "../me.ts";
import { useReadablePhone } from "../readablePhone.ts";
import { text } from "../text.ts";
import { ordersText } from "../text/orders.ts";
import type { Outputs } from "../trpc.ts";
import classes from "./CommandPalette.module.css";
import { paletteStore, runSelected, selectFirst } from "./palette.ts";
import { useAddOne } from "./useAddOne.ts";
import { usePaletteCommands } from "./usePaletteCommands.ts";
import { usePaletteSearch } from "./usePaletteSearch.ts";

const t = text.shell.palette;
type Customer = Outputs["customers"]["list"]["items"][number];

const icon = { size: 18, stroke: 1.6, "aria-hidden": true } as const;
const nameOf = (customer: Customer): string => fullName(customer) || customer.email || customer.id;

/** Finds a customer or group through the server and acts on it, as far as the role allows. */
export function CommandPalette() {
  const [query, setQuery] = useState("");
  // Asked of the store, which may have been opened before this was loaded.
  const { opened } = useSpotlight(paletteStore);
  /** Set while a group is being chosen for this customer. */
  const [subject, setSubject] = useState<Customer | null>(null);
  /** Set when Enter came before the answer to the typed words: what is still shown was found for others. */
  const enterWaits = useRef(false);
  const navigate = useNavigate();
  const can = useCan();
  const addOne = useAddOne();
  const { locale } = useLocale();

  const { customers, groups, orders, busy, failed } = usePaletteSearch(query, { opened, choosing: subject !== null });
  const commands = usePaletteCommands(query);
  const best = customers[0];
  const readablePhone = useReadablePhone(customers.some(({ phone }) => phone !== null));

  const shown = [subject?.id, ...[...orders, ...customers, ...groups].map(({ id }) => id)].join(" ");
  useEffect(() => {
    if (opened) selectFirst();
  }, [opened, shown]);
  useEffect(() => {
    if (!enterWaits.current || busy) return;
    enterWaits.current = false;
    runSelected();
  }, [busy]);

  const type = (words: string) => {
    setQuery(words);
    enterWaits.current = false;
  };
  const choose = (customer: Customer | null) => {
    setSubject(customer);
    type("");
  };

  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={type}
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
        onKeyDownCapture={(event) => {
          if (!busy || event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          enterWaits.current = true;
        }}
      />
      <Spotlight.ActionsList>
        {subject !== null && (
          <Spotlight.ActionsGroup label={t.chooseGroup(nameOf(subject))}>
            {groups.map((group) => (
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
              onClick={() => choose(null)}
            />
          </Spotlight.ActionsGroup>
        )}
        {orders.length > 0 && (
          <Spotlight.ActionsGroup label={t.orders}>
            {orders.map(({ id, number, customer, total }) => (
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
        {customers.length > 0 && (
          <Spotlight.ActionsGroup label={t.customers}>
            {customers.map((customer) => (
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
        {subject === null && groups.length > 0 && (
          <Spotlight.ActionsGroup label={t.groups}>
            {groups.map((group) => (
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
                onClick={() => choose(best)}
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
        {[...customers, ...orders, ...groups, ...commands].length === 0 && (
          <Spotlight.Empty role="status">{busy ? t.searching : failed ? t.failed : t.nothing}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
