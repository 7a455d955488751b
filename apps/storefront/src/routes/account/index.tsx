import { createFileRoute } from "@tanstack/react-router";
import { Overview } from "../../account/Overview.tsx";
import { LastOrders } from "../../orders/LastOrders.tsx";
import { lastOrders } from "../../orders/search.ts";
import { trpc } from "../../trpc.ts";

export const Route = createFileRoute("/account/")({
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.profile.get.queryOptions()),
      queryClient.ensureQueryData(trpc.addresses.list.queryOptions()),
      queryClient.ensureQueryData(trpc.sessions.list.queryOptions()),
      queryClient.ensureQueryData(trpc.sessions.events.queryOptions({ limit: 1 })),
      queryClient.prefetchQuery(trpc.orders.list.queryOptions(lastOrders)),
    ]),
  component: OverviewPage,
});

function OverviewPage() {
  return <Overview me={Route.useRouteContext().me} orders={<LastOrders />} />;
}
