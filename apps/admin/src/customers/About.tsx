import { ColourLabel } from "@clientele/ui/ColourLabel.tsx";
import { Id } from "@clientele/ui/Id.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Anchor, Group, Paper, Text, Title } from "@mantine/core";
import { AnchorLink } from "../links.tsx";
import { customerText } from "../text/customer.ts";
import { PhoneText } from "../readablePhone.ts";
import type { CustomerDetail } from "./CustomerHead.tsx";
import { Facts } from "../Facts.tsx";
import { localeName } from "../localeName.ts";

const t = customerText.overview;

/** What is on record, each fact with its name; what is not known is not listed. */
export function About({ customer }: { customer: CustomerDetail }) {
  const { phone, companyName, taxId, locale, createdAt, createdBy, lastSignInAt, memberships } = customer;
  const facts = [
    [
      t.phone,
      phone !== null && (
        <Anchor href={`tel:${phone}`} className="figures">
          <PhoneText number={phone} />
        </Anchor>
      ),
    ],
    [t.company, companyName],
    [t.taxId, taxId],
    [t.locale, locale !== null && localeName(locale)],
    [
      t.created,
      <>
        <Time at={createdAt} as="day" /> {t.createdBy[createdBy]}
      </>,
    ],
    [t.lastSignIn, <Time key="sign-in" at={lastSignInAt} />],
    [t.id, <Id key="id" value={customer.id} label={customerText.header.copyId} />],
  ] as const;
  return (
    <Paper p="lg" component="section" aria-labelledby="about">
      <Title order={2} id="about" mb="sm">
        {t.about}
      </Title>
      <Facts facts={facts} />
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
