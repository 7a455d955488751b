import { createFileRoute, useLocation } from "@tanstack/react-router";
import { tokenIn } from "../mailedToken.ts";
import { GuestOrder } from "../orders/GuestOrder.tsx";
import { useStore } from "../useStore.ts";

export const Route = createFileRoute("/order")({ component: GuestOrderPage });

function GuestOrderPage() {
  // The token stays in the address: the page is a bookmark, and the fragment is sent to nobody.
  const token = tokenIn(useLocation().hash);
  return <GuestOrder key={token} store={useStore().name} token={token} />;
}
