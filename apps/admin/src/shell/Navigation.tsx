import type { Permission } from "@clientele/domain/access";
import { Burger, Group, ScrollArea, Text } from "@mantine/core";
import {
  type Icon,
  IconBuildingStore,
  IconDiscount2,
  IconHistory,
  IconPackage,
  IconReceipt,
  IconCoins,
  IconShieldCheck,
  IconTags,
  IconUserCircle,
  IconUserCog,
  IconUsers,
  IconUsersGroup,
  IconWorld,
} from "@tabler/icons-react";
import { Link, type LinkProps } from "@tanstack/react-router";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { Brand } from "./Brand.tsx";
import classes from "./Shell.module.css";

const t = text.shell;

interface Place {
  to: LinkProps["to"] & string;
  label: string;
  Icon: Icon;
  needs?: Permission;
}

/** What stands above the settings, here and in the palette. */
export const mainPlaces: readonly Place[] = [
  { to: "/customers", label: t.customers, Icon: IconUsers, needs: "customers.read" },
  { to: "/groups", label: t.groups, Icon: IconUsersGroup, needs: "groups.read" },
  { to: "/price-lists", label: t.priceLists, Icon: IconCoins, needs: "pricing.read" },
  { to: "/discounts", label: t.discounts, Icon: IconDiscount2, needs: "pricing.read" },
  { to: "/orders", label: t.orders, Icon: IconReceipt, needs: "orders.read" },
  { to: "/products", label: t.products, Icon: IconPackage, needs: "catalogue.read" },
];
/** What stands under "Settings", here and in the palette. */
export const settingsPlaces: readonly Place[] = [
  { to: "/settings/store", label: t.store, Icon: IconBuildingStore, needs: "settings.read" },
  { to: "/settings/staff", label: t.staff, Icon: IconUserCog, needs: "staff.manage" },
  { to: "/settings/audit", label: t.audit, Icon: IconHistory, needs: "audit.read" },
  { to: "/settings/tags", label: t.tags, Icon: IconTags, needs: "customers.read" },
  { to: "/settings/regions", label: t.regions, Icon: IconWorld, needs: "catalogue.read" },
  { to: "/settings/roles", label: t.roles, Icon: IconShieldCheck },
  { to: "/settings/profile", label: t.profile, Icon: IconUserCircle },
];

interface NavigationProps {
  opened: boolean;
  /** Closes the drawer that the navigation is on a phone. */
  onNavigate: () => void;
  onToggle: () => void;
}

/** The places the role may go to; the one that is open, or holds what is open, is marked. */
export function Navigation({ opened, onNavigate, onToggle }: NavigationProps) {
  const can = useCan();
  const links = (places: readonly Place[]) => (
    <ul className={classes["links"]}>
      {places
        .filter(({ needs }) => needs === undefined || can(needs))
        .map(({ to, label, Icon }) => (
          <li key={to}>
            <Link to={to} className={classes["link"]} activeProps={{ "data-inside": true }} onClick={onNavigate}>
              <Icon size={18} stroke={1.6} aria-hidden />
              {label}
            </Link>
          </li>
        ))}
    </ul>
  );
  return (
    <>
      <Group justify="space-between" wrap="nowrap" pr="sm">
        <Link to="/customers" className={classes["brand"]} onClick={onNavigate}>
          <Brand />
          <Text span fw={620} size="lg">
            {t.app}
          </Text>
        </Link>
        <Burger opened={opened} onClick={onToggle} hiddenFrom="sm" size="sm" aria-label={t.closeNavigation} />
      </Group>
      <ScrollArea flex={1} type="auto">
        {links(mainPlaces)}
        <p className={classes["heading"]}>{t.settings}</p>
        {links(settingsPlaces)}
      </ScrollArea>
    </>
  );
}
