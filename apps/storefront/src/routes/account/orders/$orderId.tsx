import { isProblemCode } from "@clientele/ui/problem.ts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { OrderPage } from "../../../orders/OrderPage.tsx";
import { trpc } from "../../../trpc.ts";
import { useStore } from "../../../useStore.ts";

export const Route = createFileRoute("/account/orders/$orderId")({
  loader: async ({ context: { queryClient }, params: { orderId } }) => {
    try {
      await queryClient.ensureQueryData(trpc.orders.get.queryOptions({ id: orderId }));
    } catch (error) {
      // An id that is none reads as one of no order.
      if (isProblemCode(error, "order.not_found", "input.invalid")) throw notFound();
      throw error;
    }
  },
  component: OwnOrder,
});

function OwnOrder() {
  const { orderId } = Route.useParams();
  const order = useSuspenseQuery(trpc.orders.get.queryOptions({ id: orderId })).data;
  return <OrderPage store={useStore().name} order={order} listed />;
}
