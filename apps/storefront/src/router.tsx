import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { createRouter } from "@tanstack/react-router";
import { RouteError, RouteNotFound } from "./RouteError.tsx";
import { routeTree } from "./routeTree.gen.ts";
import { queryClient } from "./trpc.ts";

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: "intent",
  // The query client decides what is fresh; the router keeps nothing of its own.
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingMs: 200,
  defaultPendingComponent: () => <CardSkeleton cards={2} />,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: RouteNotFound,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** The address a mail was asked for; kept with the history entry, since personal data has no place in a URL. */
    mailedTo?: string;
    /** The order that was just placed; its number is no secret and opens nothing. */
    orderNumber?: number;
  }
}
