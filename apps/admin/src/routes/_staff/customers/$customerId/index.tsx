import { timelineKinds } from "@clientele/domain/events";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { Overview } from "../../../../customers/Overview.tsx";
import { listParam } from "../../../../searchParams.ts";
import { trpc } from "../../../../trpc.ts";

const Search = z.object({ kinds: listParam(z.enum(timelineKinds)) });

export const Route = createFileRoute("/_staff/customers/$customerId/")({
  validateSearch: (search) => Search.parse(search),
  component: CustomerOverview,
});

function CustomerOverview() {
  const { customerId } = Route.useParams();
  const { kinds } = Route.useSearch();
  const navigate = Route.useNavigate();
  const { data: customer } = useSuspenseQuery(trpc.customers.get.queryOptions({ id: customerId }));
  return (
    <Overview
      customer={customer}
      kinds={kinds}
      onKinds={(next) => void navigate({ search: { kinds: next }, replace: true, resetScroll: false })}
    />
  );
}
