import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { needs } from "../../../needs.ts";
import { OrderPage } from "../../../orders/OrderPage.tsx";
import { choiceParam } from "../../../searchParams.ts";
import { trpc } from "../../../trpc.ts";

const Search = z.object({ sheet: choiceParam(["send", "refund"]) });

export const Route = createFileRoute("/_staff/orders/$orderId")({
  validateSearch: (search) => Search.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "orders.read"),
  loader: async ({ context, params }) => {
    await context.queryClient.ensureQueryData(trpc.orders.get.queryOptions({ id: params.orderId }));
  },
  component: Order,
});

function Order() {
  const { orderId } = Route.useParams();
  const { sheet } = Route.useSearch();
  const navigate = Route.useNavigate();
  const { data: order } = useSuspenseQuery(trpc.orders.get.queryOptions({ id: orderId }));
  return (
    <OrderPage
      key={order.id}
      order={order}
      sheet={sheet}
      onSheet={(next) => void navigate({ search: { sheet: next }, replace: next === undefined, resetScroll: false })}
    />
  );
}
