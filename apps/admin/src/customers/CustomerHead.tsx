import { CopyButton } from "@clientele/ui/CopyButton.tsx";
import { EmailText } from "@clientele/ui/EmailText.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { PersonAvatar } from "@clientele/ui/PersonAvatar.tsx";
import { StatusBadge } from "@clientele/ui/StatusBadge.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { AnchorLink } from "../links.tsx";
import { useCan } from "../me.ts";
import { callOf } from "../PersonCell.tsx";
import { TabLinks } from "../TabLinks.tsx";
import { text } from "../text.ts";
import { customerText } from "../text/customer.ts";
import type { Outputs } from "../trpc.ts";
import { Figures } from "./Figures.tsx";

const t = customerText;
export type CustomerDetail = Outputs["customers"]["get"];

export interface CustomerHeadProps {
  customer: CustomerDetail;
  actions: ReactNode;
}

/** Who it is, where they stand, and the sections of the page. */
export function CustomerHead({ customer, actions }: CustomerHeadProps) {
  const { id, email, status, invitation, pendingEmail, memberships } = customer;
  const can = useCan();
  const params = { customerId: id };
  return (
    <>
      <PageHeader
        title={callOf(customer)}
        store={text.shell.app}
        crumbs={[
          <AnchorLink key="customers" to="/customers" size="sm">
            {text.customers.title}
          </AnchorLink>,
        ]}
        before={<PersonAvatar {...customer} size={44} />}
        beside={<StatusBadge status={status} />}
        description={
          <Group component="span" gap="2px 8px">
            {email === null ? (
              t.header.noEmail
            ) : (
              <Group component="span" gap={4} wrap="nowrap" miw={0}>
                <EmailText email={email} />
                <CopyButton value={email} label={text.customers.copyEmail} />
              </Group>
            )}
            {pendingEmail !== null && <Text span>{t.header.pendingEmail(pendingEmail)}</Text>}
            {invitation !== null && (
              <Text span>
                {t.header.invitedUntil} <Time at={invitation.expiresAt} />
              </Text>
            )}
          </Group>
        }
        actions={actions}
      />
      <Figures customerId={id} />
      <TabLinks
        label={t.tabs.label}
        tabs={[
          { id: "overview", label: t.tabs.overview, to: "/customers/$customerId", params, exact: true },
          ...(can("orders.read")
            ? [{ id: "orders", label: t.tabs.orders, to: "/customers/$customerId/orders", params } as const]
            : []),
          { id: "addresses", label: t.tabs.addresses, to: "/customers/$customerId/addresses", params },
          {
            id: "groups",
            label: t.tabs.groups,
            count: memberships.length === 0 ? undefined : String(memberships.length),
            to: "/customers/$customerId/groups",
            params,
          },
          ...(can("pricing.read")
            ? [{ id: "prices", label: t.tabs.prices, to: "/customers/$customerId/prices", params } as const]
            : []),
          { id: "consent", label: t.tabs.consent, to: "/customers/$customerId/consent", params },
          { id: "sessions", label: t.tabs.sessions, to: "/customers/$customerId/sessions", params },
          { id: "details", label: t.tabs.details, to: "/customers/$customerId/details", params },
        ]}
      />
    </>
  );
}
