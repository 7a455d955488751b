import { Group, Text, Title, VisuallyHidden } from "@mantine/core";
import { IconId, IconMapPin, IconShieldLock } from "@tabler/icons-react";
import { useEffect } from "react";
import { ButtonLink } from "../links.tsx";
import { text } from "../text.ts";
import type { Me } from "../useMe.ts";
import classes from "./Welcome.module.css";

const t = text.welcome;
const icons = [IconId, IconMapPin, IconShieldLock] as const;

/** The start of the store: for now its door to the account. */
export function Welcome({ store, me }: { store: string; me: Me | null }) {
  useEffect(() => {
    document.title = store;
  }, [store]);
  return (
    <>
      <section className={classes["hero"]}>
        <Title order={1} className={classes["title"] ?? ""}>
          <bdi>{me === null ? t.title(store) : t.back(me.firstName)}</bdi>
        </Title>
        <p className={classes["lead"]}>{me === null ? t.body : t.bodyBack}</p>
        <Group gap="sm">
          {me === null ? (
            <>
              <ButtonLink to="/sign-up" size="md">
                {text.shell.openAccount}
              </ButtonLink>
              <ButtonLink to="/sign-in" size="md" variant="default">
                {text.shell.signIn}
              </ButtonLink>
            </>
          ) : (
            <ButtonLink to="/account" size="md">
              {t.toAccount}
            </ButtonLink>
          )}
        </Group>
      </section>
      <section>
        <VisuallyHidden>
          <h2>{t.whatFor}</h2>
        </VisuallyHidden>
        <ul className={classes["points"]}>
          {t.points.map(({ title, body }, index) => {
            const Symbol = icons[index] ?? IconId;
            return (
              <li key={title}>
                <Symbol size={24} stroke={1.5} className={classes["icon"]} aria-hidden />
                <Title order={3} size="h4">
                  {title}
                </Title>
                <Text size="sm" c="dimmed" mt={4}>
                  {body}
                </Text>
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}
