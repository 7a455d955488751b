import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { createFileRoute } from "@tanstack/react-router";
import { searchMove } from "../../../listMoves.ts";
import { needs } from "../../../needs.ts";
import { OrderSearch, ordersInput } from "../../../orders/orderSearch.ts";
import { OrdersList } from "../../../orders/OrdersList.tsx";
import { text } from "../../../text.ts";
import { ordersText } from "../../../text/orders.ts";
import { trpc } from "../../../trpc.ts";

export const Route = createFileRoute("/_staff/orders/")({
  validateSearch: (search) => OrderSearch.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "orders.read"),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(trpc.orders.list.queryOptions(ordersInput(deps)));
  },
  component: Orders,
});

function Orders() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHeader title={ordersText.title} store={text.shell.app} description={ordersText.description} />
      <OrdersList search={search} onSearch={searchMove<OrderSearch>(navigate)} />
    </>
  );
}
