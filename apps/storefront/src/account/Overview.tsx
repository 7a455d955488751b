import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useSuspenseQueries } from "@tanstack/react-query";
import { accountText } from "../accountText.ts";
import { trpc } from "../trpc.ts";
import { type Me, useMe } from "../useMe.ts";
import { useStore } from "../useStore.ts";
import { DefaultAddresses } from "./DefaultAddresses.tsx";
import { DetailsCard, SecurityCard } from "./OverviewCards.tsx";
import classes from "./Overview.module.css";
import { Tasks } from "./Tasks.tsx";

/** The account at a glance: what waits, where things go, who is signed in. */
export function Overview({ me: entered, orders }: { me: Me; /** The last ones. */ orders: ReactNode }) {
  const { name } = useStore();
  const me = useMe() ?? entered;
  const [profile, addresses, sessions, events] = useSuspenseQueries({
    queries: [
      trpc.profile.get.queryOptions(),
      trpc.addresses.list.queryOptions(),
      trpc.sessions.list.queryOptions(),
      trpc.sessions.events.queryOptions({ limit: 1 }),
    ],
  });
  return (
    <>
      <PageHeader
        title={accountText.overview.title(me.firstName)}
        description={accountText.overview.description}
        store={name}
      />
      <Stack gap="lg">
        <Tasks pendingEmail={me.pendingEmail} hasAddress={addresses.data.length > 0} />
        {orders}
        {addresses.data.length > 0 && <DefaultAddresses addresses={addresses.data} />}
        <div className={classes["grid"]}>
          <DetailsCard profile={profile.data} />
          <SecurityCard sessions={sessions.data.length} lastEvent={events.data.items[0] ?? null} />
        </div>
      </Stack>
    </>
  );
}
