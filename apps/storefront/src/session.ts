import { isProblemCode } from "@clientele/ui/problem.ts";
import type { QueryKey } from "@tanstack/react-query";
import type { AnyRouter } from "@tanstack/react-router";
import { client, queryClient, trpc } from "./trpc.ts";

// Tells the other tabs of this browser, which show the same account.
const tabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("clientele.session");

const noteSignedOut = (): void => {
  queryClient.setQueryData(trpc.account.me.queryKey(), null);
};

// The store is everybody's, "nobody" is what is known of the visitor, and a mailed link speaks for itself.
const kept: readonly string[] = ["store.get", "account.me", "account.link"];
const pathOf = ([path]: QueryKey): string => (Array.isArray(path) ? path.join(".") : "");

/** Empties the memory of everything this person was shown, so that nobody after sees it (WEB-6). */
export function forgetCustomer(): void {
  noteSignedOut();
  queryClient.getMutationCache().clear();
  queryClient.removeQueries({ predicate: (query) => !kept.includes(pathOf(query.queryKey)) && !isOfEach(query) });
  forgetPrices();
}

// Prices and the cart are shown to everybody, but to each their own.
const isOfEach = ({ queryKey }: { queryKey: QueryKey }): boolean => /^(catalogue|cart)\./.test(pathOf(queryKey));

/** Drops the prices of whoever was here; those in sight are asked for anew. */
function forgetPrices(): void {
  queryClient.removeQueries({ predicate: isOfEach, type: "inactive" });
  void queryClient.resetQueries({ predicate: isOfEach });
}

/** Asks anew who is signed in, after a sign-in or a link that opened a session. */
export async function meetCustomer(): Promise<void> {
  forgetCustomer();
  await queryClient.fetchQuery({ ...trpc.account.me.queryOptions(), staleTime: 0 });
  tabs?.postMessage("changed");
}

/** Signs out here and on the server; Back leads to the sign-in page. */
export async function signOut(router: AnyRouter): Promise<void> {
  await client.account.signOut.mutate();
  await router.navigate({ to: "/" });
  forgetCustomer();
  tabs?.postMessage("changed");
}

/** Notices a session that ended: by its time, from another device, or in another tab. */
export function watchSession(router: AnyRouter): void {
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "error") return;
    if (!isProblemCode(event.action.error, "account.not_signed_in")) return;
    if (queryClient.getQueryData(trpc.account.me.queryKey()) !== null) forgetPrices();
    noteSignedOut();
  });
  tabs?.addEventListener("message", () => void followOtherTab(router));
}

async function followOtherTab(router: AnyRouter): Promise<void> {
  const was = queryClient.getQueryData(trpc.account.me.queryKey()) ?? null;
  const is = await queryClient.fetchQuery({ ...trpc.account.me.queryOptions(), staleTime: 0 });
  // Somebody else's account has no place beside this one's pages.
  if (was !== null && is !== null && was.id !== is.id) window.location.reload();
  else {
    if (was?.id !== is?.id) forgetPrices();
    if (is !== null) await router.invalidate();
  }
}
