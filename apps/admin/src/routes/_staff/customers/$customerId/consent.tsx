import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { ConsentTab } from "../../../../customers/ConsentTab.tsx";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/customers/$customerId/consent")({ component: Tab });

function Tab() {
  const { customerId } = Route.useParams();
  const { data: customer } = useSuspenseQuery(trpc.customers.get.queryOptions({ id: customerId }));
  return <ConsentTab customerId={customer.id} readOnly={customer.status === "erased"} />;
}
