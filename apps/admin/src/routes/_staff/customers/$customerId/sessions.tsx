import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { SessionsTab } from "../../../../customers/SessionsTab.tsx";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/customers/$customerId/sessions")({ component: Tab });

function Tab() {
  const { customerId } = Route.useParams();
  const { data: customer } = useSuspenseQuery(trpc.customers.get.queryOptions({ id: customerId }));
  return <SessionsTab customer={customer} />;
}
