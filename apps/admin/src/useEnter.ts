import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import { safeNext } from "./safeNext.ts";
import { queryClient, trpc } from "./trpc.ts";

/** What follows a sign-in: whoever was here before is forgotten, and the page asked for opens. */
export function useEnter(next?: string): () => Promise<void> {
  const router = useRouter();
  return useCallback(async () => {
    queryClient.clear();
    const me = await queryClient.fetchQuery(trpc.account.me.queryOptions());
    if (me === null) await router.navigate({ to: "/sign-in" });
    else router.history.replace(safeNext(next));
  }, [router, next]);
}
