import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { FormSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Stack } from "@mantine/core";
import { createFileRoute } from "@tanstack/react-router";
import { accountText } from "../../accountText.ts";
import { ConsentSection } from "../../profile/ConsentSection.tsx";
import { ProfileForm } from "../../profile/ProfileForm.tsx";
import { trpc } from "../../trpc.ts";
import { useStore } from "../../useStore.ts";

export const Route = createFileRoute("/account/profile")({
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.profile.get.queryOptions()),
      queryClient.ensureQueryData(trpc.profile.consents.queryOptions()),
    ]),
  pendingComponent: () => <FormSkeleton fields={6} />,
  component: ProfilePage,
});

function ProfilePage() {
  const { email } = Route.useRouteContext().me;
  const t = accountText.profile;
  return (
    <>
      <PageHeader title={t.title} description={t.description} store={useStore().name} />
      <Stack gap="xl">
        <ProfileForm email={email} />
        <ConsentSection email={email} />
      </Stack>
    </>
  );
}
