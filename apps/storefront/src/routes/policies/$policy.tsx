import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { Text } from "@mantine/core";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { findPolicy } from "../../policies.ts";
import { text } from "../../text.ts";
import { trpc } from "../../trpc.ts";
import { useStore } from "../../useStore.ts";

export const Route = createFileRoute("/policies/$policy")({
  loader: async ({ context: { queryClient }, params }) => {
    const policy = findPolicy(await queryClient.ensureQueryData(trpc.store.get.queryOptions()), params.policy);
    if (policy === null) throw notFound();
    return policy;
  },
  component: PolicyPage,
});

function PolicyPage() {
  const policy = Route.useLoaderData();
  const store = useStore();
  return (
    <>
      <PageHeader title={text.policy[policy]} store={store.name} />
      <Text component="div" className="measure" style={{ whiteSpace: "pre-wrap" }}>
        {store.policies[policy]}
      </Text>
    </>
  );
}
