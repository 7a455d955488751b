import { isProblemCode } from "@clientele/ui/problem.ts";
import type { AnyRouter } from "@tanstack/react-router";
import { client, queryClient, trpc } from "./trpc.ts";

const isDoorPage = (pathname: string): boolean =>
  /^\/(sign-in|forgot|reset-password|accept-invitation|first-owner)(\/|$)/.test(pathname);

/** Leaves nothing of the signed-in person in memory (WEB-6). */
async function leave(router: AnyRouter, next?: string): Promise<void> {
  queryClient.setQueryData(trpc.account.me.queryKey(), null);
  await router.navigate({ to: "/sign-in", search: next === undefined ? {} : { next } });
  queryClient.clear();
}

/** Any read that is refused for lack of a session leads to the sign-in page, and from there back. */
export function watchSession(router: AnyRouter): void {
  let leaving = false;
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "error" || leaving) return;
    if (!isProblemCode(event.action.error, "account.not_signed_in")) return;
    const { pathname, href } = router.state.location;
    if (isDoorPage(pathname)) return;
    leaving = true;
    void leave(router, href).finally(() => {
      leaving = false;
    });
  });
}

/**
 * Signs in with what was chosen a moment ago: a mailed link gives a password, never a session. The account stands either
 * way, so whoever cannot be let in right now finds the sign-in page.
 */
export async function enterWith({ email, password }: { email: string; password: string }): Promise<void> {
  await client.account.signIn.mutate({ email, password }).catch(() => null);
}

/** Signs out here and on the server; what was shown cannot be brought back. */
export async function signOut(router: AnyRouter): Promise<void> {
  await client.account.signOut.mutate();
  await leave(router);
}
