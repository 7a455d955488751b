import { FormSkeleton } from "@clientele/ui/Skeletons.tsx";
import { createFileRoute, useNavigate } from "@tanstack/react-router";
import { CheckoutPage } from "../../checkout/CheckoutPage.tsx";
import { keepPlaced } from "../../placed.ts";
import { PolicyLinks } from "../../PolicyLinks.tsx";
import { checkoutText } from "../../text/checkout.ts";
import { type Outputs, queryClient, trpc } from "../../trpc.ts";
import { useMe } from "../../useMe.ts";
import { useStore } from "../../useStore.ts";

export const Route = createFileRoute("/checkout/")({
  loader: async ({ context: { queryClient: queries } }) => {
    const [me] = await Promise.all([
      queries.ensureQueryData(trpc.account.me.queryOptions()),
      // Prices and stock move on: the sums are those of now.
      queries.fetchQuery({ ...trpc.cart.get.queryOptions(), staleTime: 2_000 }),
      queries.ensureQueryData(trpc.checkout.options.queryOptions()),
    ]);
    return me === null ? [] : queries.ensureQueryData(trpc.addresses.list.queryOptions());
  },
  pendingComponent: () => <FormSkeleton fields={8} />,
  component: Checkout,
});

function Checkout() {
  const navigate = useNavigate();
  const onPlaced = async (placed: Outputs["checkout"]["placeOrder"]) => {
    keepPlaced(placed);
    await navigate({ to: "/checkout/thank-you", replace: true, state: { orderNumber: placed.order.number } });
    // After the walk, so that the empty cart is not seen in between.
    const stale = [trpc.cart, trpc.orders, trpc.catalogue, trpc.checkout].map((of) => of.pathFilter());
    await Promise.all(stale.map((filter) => queryClient.invalidateQueries(filter)));
  };
  return (
    <CheckoutPage
      store={useStore()}
      me={useMe()}
      addresses={Route.useLoaderData()}
      policies={<PolicyLinks lead={checkoutText.agree} />}
      onPlaced={onPlaced}
    />
  );
}
