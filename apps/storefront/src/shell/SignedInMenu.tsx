import { PersonAvatar } from "@clientele/ui/PersonAvatar.tsx";
import { problemOf } from "@clientele/ui/problem.ts";
import { problemText } from "@clientele/ui/problemText.ts";
import { text as uiText } from "@clientele/ui/text.ts";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Menu, type MenuItemProps, Text } from "@mantine/core";
import {
  IconChevronDown,
  IconLogout,
  IconMapPin,
  IconPackage,
  IconShieldLock,
  IconUser,
  IconUserCircle,
} from "@tabler/icons-react";
import { createLink, useRouter } from "@tanstack/react-router";
import type { Own } from "../links.tsx";
import { signOut } from "../session.ts";
import { text } from "../text.ts";
import type { Me } from "../useMe.ts";
import classes from "./Shell.module.css";

const t = text.shell;
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

const MenuLink = createLink((props: Own<MenuItemProps>) => <Menu.Item component="a" {...props} />);

/** The pages of the account that is signed in, and the way out of it. */
export function SignedInMenu({ me }: { me: Me }) {
  const router = useRouter();
  const leave = () =>
    signOut(router).then(
      () => doneToast(t.signedOut),
      (error: unknown) => {
        const problem = problemOf(error);
        doneToast(problem === null ? uiText.problem.lost : problemText(problem));
      },
    );
  return (
    <Menu width={264}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          px="xs"
          className={classes["account"] ?? ""}
          aria-label={t.accountOf(me.firstName)}
          leftSection={<PersonAvatar id={me.id} firstName={me.firstName} lastName={me.lastName} />}
          rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}
        >
          <Text span inherit visibleFrom="sm" className={classes["name"] ?? ""}>
            <bdi>{me.firstName}</bdi>
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label style={{ overflowWrap: "anywhere" }}>{me.email}</Menu.Label>
        <MenuLink to="/account" leftSection={<IconUserCircle {...icon} />}>
          {t.overview}
        </MenuLink>
        <MenuLink to="/account/orders" leftSection={<IconPackage {...icon} />}>
          {t.orders}
        </MenuLink>
        <MenuLink to="/account/profile" leftSection={<IconUser {...icon} />}>
          {t.profile}
        </MenuLink>
        <MenuLink to="/account/addresses" leftSection={<IconMapPin {...icon} />}>
          {t.addresses}
        </MenuLink>
        <MenuLink to="/account/security" leftSection={<IconShieldLock {...icon} />}>
          {t.security}
        </MenuLink>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout {...icon} />} onClick={() => void leave()}>
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
