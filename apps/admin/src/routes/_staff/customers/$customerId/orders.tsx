import { createFileRoute } from "@tanstack/react-router";
import { searchMove } from "../../../../listMoves.ts";
import { needs } from "../../../../needs.ts";
import { OrderSearch, ordersInput } from "../../../../orders/orderSearch.ts";
import { OrdersList } from "../../../../orders/OrdersList.tsx";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/customers/$customerId/orders")({
  validateSearch: (search) => OrderSearch.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "orders.read"),
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => {
    void context.queryClient.prefetchQuery(trpc.orders.list.queryOptions(ordersInput(deps, params.customerId)));
  },
  component: Tab,
});

function Tab() {
  const { customerId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <OrdersList search={search} onSearch={searchMove<OrderSearch>(navigate)} customerId={customerId} />;
}
