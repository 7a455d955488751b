import { doneToast } from "@clientele/ui/undoToast.tsx";
import { cartText } from "./text/cart.ts";
import { queryClient, trpc } from "./trpc.ts";

/** Says after a sign-in that two carts became one; what it changed stands in the cart until it is seen. */
export async function tellMergedCart(): Promise<void> {
  // Whoever signs in came to do something else: a cart that cannot be read now says so when it is opened.
  const cart = await queryClient.ensureQueryData(trpc.cart.get.queryOptions()).catch(() => null);
  if (cart?.changes.some(({ kind }) => kind === "merged") === true) doneToast(cartText.merged);
}
