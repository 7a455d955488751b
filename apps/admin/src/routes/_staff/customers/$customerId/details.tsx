import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { Details } from "../../../../customers/Details.tsx";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/customers/$customerId/details")({ component: Tab });

function Tab() {
  const { customerId } = Route.useParams();
  const { data: customer } = useSuspenseQuery(trpc.customers.get.queryOptions({ id: customerId }));
  return <Details key={customer.id} customer={customer} />;
}
