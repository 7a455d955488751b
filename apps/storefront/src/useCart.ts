import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { type Outputs, queryClient, trpc } from "./trpc.ts";

export type Cart = Outputs["cart"]["get"];
export type CartLine = Cart["lines"][number];

/** The cart of whoever shops in this browser. */
export const useCart = (): Cart => useSuspenseQuery(trpc.cart.get.queryOptions()).data;

/** The same where a page can do without: null until it is known, and when it cannot be read. */
export const useCartIfKnown = (): Cart | null => useQuery(trpc.cart.get.queryOptions()).data ?? null;

/** Shows the cart that a change of it answered. An older answer that is still on its way must not overwrite it. */
export async function takeCart(cart: Cart): Promise<void> {
  await queryClient.cancelQueries(trpc.cart.get.queryFilter());
  queryClient.setQueryData(trpc.cart.get.queryKey(), cart);
}

/** Every change of the cart answers the whole of it, so nothing has to be read again. */
export const cartChange = { meta: { invalidates: [] }, onSuccess: takeCart };
