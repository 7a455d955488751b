import { createFileRoute } from "@tanstack/react-router";
import { OrderList } from "../../../orders/OrderList.tsx";
import { listInput, orderSearch } from "../../../orders/search.ts";
import { trpc } from "../../../trpc.ts";
import { useStore } from "../../../useStore.ts";

export const Route = createFileRoute("/account/orders/")({
  validateSearch: orderSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    void queryClient.prefetchQuery(trpc.orders.list.queryOptions(listInput(deps))),
  component: OrdersPage,
});

function OrdersPage() {
  const navigate = Route.useNavigate();
  return (
    <OrderList
      store={useStore().name}
      search={Route.useSearch()}
      onSearch={(search) => void navigate({ search, resetScroll: false })}
    />
  );
}
