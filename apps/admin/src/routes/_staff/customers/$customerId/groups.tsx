import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { Memberships } from "../../../../customers/Memberships.tsx";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/customers/$customerId/groups")({ component: Groups });

function Groups() {
  const { customerId } = Route.useParams();
  const { data: customer } = useSuspenseQuery(trpc.customers.get.queryOptions({ id: customerId }));
  return <Memberships customer={customer} />;
}
