import { PersonAvatar } from "@clientele/ui/PersonAvatar.tsx";
import { Menu, Text, UnstyledButton } from "@mantine/core";
import { IconKeyboard, IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { MenuLink } from "../links.tsx";
import { useMe } from "../me.ts";
import { signOut } from "../session.ts";
import { text } from "../text.ts";

const t = text.shell;

/** The list of keys opens by its own key, so that there is one way in. */
const showKeys = () => window.dispatchEvent(new KeyboardEvent("keydown", { key: "?" }));

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const me = useMe();
  const router = useRouter();
  const [firstName = "", ...rest] = me.name.split(" ");
  return (
    <Menu width={240}>
      <Menu.Target>
        <UnstyledButton aria-label={t.accountMenu(me.name)} p={4}>
          <PersonAvatar id={me.id} firstName={firstName} lastName={rest.join(" ")} size={30} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={570} c="var(--mantine-color-text)" truncate>
            <bdi>{me.name}</bdi>
          </Text>
          <Text size="xs" truncate>
            {me.email} · {text.staff.role[me.role]}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <MenuLink to="/settings/profile" leftSection={<IconUserCircle size={16} stroke={1.6} aria-hidden />}>
          {t.profile}
        </MenuLink>
        <Menu.Item
          leftSection={<IconKeyboard size={16} stroke={1.6} aria-hidden />}
          onClick={() => setTimeout(showKeys, 0)}
        >
          {t.shortcuts}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} aria-hidden />} onClick={() => signOut(router)}>
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
