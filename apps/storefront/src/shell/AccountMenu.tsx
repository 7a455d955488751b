import { Group, Skeleton } from "@mantine/core";
import { IconUserCircle } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { ButtonLink, IconLink } from "../links.tsx";
import { text } from "../text.ts";
import { useMe } from "../useMe.ts";
import classes from "./Shell.module.css";

// A menu is heavy, and the first page can be read without it.
const SignedInMenu = lazy(() =>
  import("./SignedInMenu.tsx").then(({ SignedInMenu: component }) => ({ default: component })),
);

const t = text.shell;

/** The way to the account: sign in or open one, or the pages of the one that is signed in. */
export function AccountMenu() {
  const me = useMe();
  if (me === null) return <SignedOut />;
  return (
    <Suspense fallback={<Skeleton circle h={32} w={32} mx="xs" />}>
      <SignedInMenu me={me} />
    </Suspense>
  );
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
      <IconLink to="/sign-in" aria-label={t.signIn} hiddenFrom="sm" className={classes["symbol"] ?? ""}>
        <IconUserCircle size={20} stroke={1.6} aria-hidden />
      </IconLink>
    </>
  );
}
