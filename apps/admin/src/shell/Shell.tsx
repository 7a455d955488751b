import { ColorSchemeSwitch } from "@clientele/ui/ColorSchemeSwitch.tsx";
import { ConnectionBanner } from "@clientele/ui/ConnectionBanner.tsx";
import { HotkeysHelp } from "@clientele/ui/HotkeysHelp.tsx";
import { mainId, SkipLink } from "@clientele/ui/SkipLink.tsx";
import { useStirred } from "@clientele/ui/stirred.ts";
import { useShortcut } from "@clientele/ui/useShortcut.ts";
import { ActionIcon, AppShell, Burger, Group, Kbd, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { palette } from "./palette.ts";
import { Navigation } from "./Navigation.tsx";
import classes from "./Shell.module.css";

// The page comes first; the first sign of a hand brings the palette, before it has reached the keys.
const CommandPalette = lazy(async () => ({ default: (await import("./CommandPalette.tsx")).CommandPalette }));
const t = text.shell;
const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Everything around a page of a signed-in member of staff. */
export function Shell({ children }: { children: ReactNode }) {
  const [opened, { toggle, close }] = useDisclosure(false);
  const navigate = useNavigate();
  const can = useCan();
  const stirred = useStirred();
  const group = t.keys.group;
  useShortcut("mod+k", t.keys.palette, palette.toggle);
  useShortcut("g c", t.keys.customers, () => void navigate({ to: "/customers" }), { group });
  useShortcut("g g", t.keys.groups, () => void navigate({ to: "/groups" }), { group, enabled: can("groups.read") });
  const mayPrice = can("pricing.read");
  useShortcut("g l", t.keys.priceLists, () => void navigate({ to: "/price-lists" }), { group, enabled: mayPrice });
  useShortcut("g d", t.keys.discounts, () => void navigate({ to: "/discounts" }), { group, enabled: mayPrice });
  useShortcut("g o", t.keys.orders, () => void navigate({ to: "/orders" }), { group, enabled: can("orders.read") });
  useShortcut("g p", t.keys.products, () => void navigate({ to: "/products" }), {
    group,
    enabled: can("catalogue.read"),
  });

  return (
    <>
      <SkipLink />
      <AppShell
        layout="alt"
        header={{ height: 56 }}
        navbar={{ width: 232, breakpoint: "sm", collapsed: { mobile: !opened } }}
        padding={0}
        transitionDuration={140}
      >
        <AppShell.Header className={classes["header"] ?? ""}>
          <Group h="100%" px={{ base: "sm", sm: "lg" }} gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? t.closeNavigation : t.openNavigation}
            />
            <UnstyledButton className={classes["search"] ?? ""} onClick={palette.open} visibleFrom="xs">
              <IconSearch size={16} stroke={1.6} aria-hidden />
              <Text span size="sm" c="dimmed" flex={1}>
                {t.palette.open}
              </Text>
              <Kbd size="xs" aria-hidden>
                {mac ? "⌘K" : "Ctrl K"}
              </Kbd>
            </UnstyledButton>
            <ActionIcon size="lg" hiddenFrom="xs" aria-label={t.palette.open} onClick={palette.open}>
              <IconSearch size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
            <Group ml="auto" gap={4} wrap="nowrap">
              <ColorSchemeSwitch />
              <AccountMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar className={classes["navbar"] ?? ""} aria-label={t.navigation}>
          <Navigation opened={opened} onNavigate={close} onToggle={toggle} />
        </AppShell.Navbar>
        <AppShell.Main id={mainId} tabIndex={-1} className={classes["main"] ?? ""}>
          <ConnectionBanner />
          <div className={classes["page"]}>{children}</div>
        </AppShell.Main>
      </AppShell>
      {stirred && (
        <Suspense>
          <CommandPalette />
        </Suspense>
      )}
      <HotkeysHelp />
    </>
  );
}
