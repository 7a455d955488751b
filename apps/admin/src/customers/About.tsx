import { readablePhone } from "@clientele/domain/customers/phone";
import { ColourLabel } from "@clientele/ui/ColourLabel.tsx";
import { Id } from "@clientele/ui/Id.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Anchor, Group, Paper, Text, Title } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import { AnchorLink } from "../links.tsx";
import { text } from "../text.ts";
import type { CustomerDetail } from "./CustomerHead.tsx";
import { localeName } from "./locales.ts";
import classes from "./Overview.module.css";

const t = text.customers.overview;

/** What is on record, each fact with its name; what is not known is not listed. */
export function About({ customer }: { customer: CustomerDetail }) {
  const { phone, companyName, taxId, locale, createdAt, createdBy, lastSignInAt, memberships } = customer;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ...(phone === null
      ? []
      : [
          [
            t.phone,
            <Anchor key="phone" href={`tel:${phone}`} className="figures">
              {readablePhone(phone)}
            </Anchor>,
          ] as const,
        ]),
    ...(companyName === null ? [] : [[t.company, <bdi key="company">{companyName}</bdi>] as const]),
    ...(taxId === null ? [] : [[t.taxId, taxId] as const]),
    ...(locale === null ? [] : [[t.locale, localeName(locale)] as const]),
    [
      t.created,
      <>
        <Time key="created" at={createdAt} as="day" /> {t.createdBy[createdBy]}
      </>,
    ],
    [t.lastSignIn, <Time key="sign-in" at={lastSignInAt} />],
    [t.id, <Id key="id" value={customer.id} label={text.customers.header.copyId} />],
  ];
  return (
    <Paper p="lg" component="section" aria-labelledby="about">
      <Title order={2} id="about" mb="sm">
        {t.about}
      </Title>
      <dl className={classes["facts"]}>
        {facts.map(([name, fact]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </Fragment>
        ))}
      </dl>
      <Title order={3} mt="lg" mb="xs">
        {t.groups}
      </Title>
      {memberships.length === 0 ? (
        <Text c="dimmed">{t.noGroups}</Text>
      ) : (
        <Group gap={6}>
          {memberships.map(({ id, group }) => (
            <AnchorLink key={id} to="/groups/$groupId" params={{ groupId: group.id }} maw="100%">
              <ColourLabel colour={group.colour}>{group.name}</ColourLabel>
            </AnchorLink>
          ))}
        </Group>
      )}
    </Paper>
  );
}
