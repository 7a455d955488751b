import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { createFileRoute } from "@tanstack/react-router";
import { CartPage } from "../cart/CartPage.tsx";
import { trpc } from "../trpc.ts";
import { useStore } from "../useStore.ts";

export const Route = createFileRoute("/cart")({
  // Prices and stock move on: who opens the cart sees it as it is now.
  loader: ({ context: { queryClient } }) =>
    queryClient.fetchQuery({ ...trpc.cart.get.queryOptions(), staleTime: 2_000 }),
  pendingComponent: () => <TableSkeleton rows={4} columns={3} />,
  component: Cart,
});

function Cart() {
  return <CartPage store={useStore().name} />;
}
