import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { Stack } from "@mantine/core";
import { createFileRoute } from "@tanstack/react-router";
import { accountText } from "../../accountText.ts";
import { searchText } from "../../search.ts";
import { EmailSection } from "../../security/EmailSection.tsx";
import { EventList } from "../../security/EventList.tsx";
import { PasswordSection } from "../../security/PasswordSection.tsx";
import { SessionList } from "../../security/SessionList.tsx";
import { trpc } from "../../trpc.ts";
import { useMe } from "../../useMe.ts";
import { useStore } from "../../useStore.ts";

export const Route = createFileRoute("/account/security")({
  // The page of the recent activity.
  validateSearch: ({ events }: Record<string, unknown>): { events?: string | undefined } => ({
    events: searchText(events, 400),
  }),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(trpc.sessions.list.queryOptions()),
  component: SecurityPage,
});

function SecurityPage() {
  const entered = Route.useRouteContext().me;
  const me = useMe() ?? entered;
  const { events } = Route.useSearch();
  const navigate = Route.useNavigate();
  const t = accountText.security;
  return (
    <>
      <PageHeader title={t.title} description={t.description} store={useStore().name} />
      <Stack gap={40}>
        <PasswordSection email={me.email} />
        <EmailSection email={me.email} pendingEmail={me.pendingEmail} />
        <SessionList email={me.email} />
        <EventList
          cursor={events}
          onPage={(cursor) => void navigate({ search: cursor === null ? {} : { events: cursor }, resetScroll: false })}
        />
      </Stack>
    </>
  );
}
