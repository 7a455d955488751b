import { PersonAvatar } from "@clientele/ui/PersonAvatar.tsx";
import { problemOf } from "@clientele/ui/problem.ts";
import { problemText } from "@clientele/ui/problemText.ts";
import { text as uiText } from "@clientele/ui/text.ts";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { ActionIcon, Button, Group, Menu, Text } from "@mantine/core";
import { IconChevronDown, IconLogout, IconMapPin, IconShieldLock, IconUser, IconUserCircle } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { ButtonLink, MenuLink } from "../links.tsx";
import { signOut } from "../session.ts";
import { text } from "../text.ts";
import { type Me, useMe } from "../useMe.ts";
import classes from "./Shell.module.css";

const t = text.shell;
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

/** The way to the account: sign in or open one, or the pages of the one that is signed in. */
export function AccountMenu() {
  const me = useMe();
  return me === null ? <SignedOut /> : <SignedIn me={me} />;
}

function SignedOut() {
  return (
    <>
      <Group gap="xs" visibleFrom="sm" wrap="nowrap">
        <ButtonLink to="/sign-in" variant="subtle" size="sm">
          {t.signIn}
        </ButtonLink>
        <ButtonLink to="/sign-up" size="sm">
          {t.openAccount}
        </ButtonLink>
      </Group>
      <Menu>
        <Menu.Target>
          <ActionIcon size="lg" aria-label={t.account} hiddenFrom="sm">
            <IconUserCircle size={20} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuLink to="/sign-in">{t.signIn}</MenuLink>
          <MenuLink to="/sign-up">{t.openAccount}</MenuLink>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function SignedIn({ me }: { me: Me }) {
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
    <Menu width={232}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          px="xs"
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
