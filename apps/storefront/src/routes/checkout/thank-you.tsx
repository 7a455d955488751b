import { createFileRoute, useLocation } from "@tanstack/react-router";
import { ThankYou } from "../../checkout/ThankYou.tsx";
import { OrderView } from "../../orders/OrderView.tsx";
import { usePlaced } from "../../placed.ts";
import { useMe } from "../../useMe.ts";
import { useStore } from "../../useStore.ts";

export const Route = createFileRoute("/checkout/thank-you")({ component: ThankYouPage });

function ThankYouPage() {
  const number = useLocation().state.orderNumber ?? null;
  const placed = usePlaced(number);
  return (
    <ThankYou store={useStore().name} placed={placed} number={number} signedIn={useMe() !== null}>
      {placed !== null && <OrderView order={placed.order} />}
    </ThankYou>
  );
}
