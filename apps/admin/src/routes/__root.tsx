import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { RouteError, RouteNotFound } from "../RouteError.tsx";
import { DoorPage } from "../shell/DoorPage.tsx";

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: (props) => (
    <DoorPage>
      <RouteError {...props} />
    </DoorPage>
  ),
  notFoundComponent: () => (
    <DoorPage>
      <RouteNotFound />
    </DoorPage>
  ),
});
