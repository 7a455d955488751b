import { LocaleProvider } from "@clientele/ui/locale.tsx";
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, type ErrorComponentProps, Outlet } from "@tanstack/react-router";
import { RouteError } from "../RouteError.tsx";
import { Shell } from "../shell/Shell.tsx";
import { ShellSkeleton } from "../shell/ShellSkeleton.tsx";
import { trpc } from "../trpc.ts";
import { useMe } from "../useMe.ts";

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  loader: ({ context: { queryClient } }) => {
    // Travels with the others; a store whose cart cannot be read still shows its goods.
    void queryClient.prefetchQuery(trpc.cart.get.queryOptions());
    return Promise.all([
      queryClient.ensureQueryData(trpc.store.get.queryOptions()),
      queryClient.ensureQueryData(trpc.account.me.queryOptions()),
    ]);
  },
  component: Root,
  pendingComponent: ShellSkeleton,
  errorComponent: Failed,
});

function Root() {
  const locale = useMe()?.locale ?? null;
  return (
    <LocaleProvider {...(locale === null ? {} : { locale })}>
      <Shell>
        <Outlet />
      </Shell>
    </LocaleProvider>
  );
}

// Without the store there is no shell to stand in.
function Failed(props: ErrorComponentProps) {
  return (
    <main className="page alone">
      <RouteError {...props} />
    </main>
  );
}
