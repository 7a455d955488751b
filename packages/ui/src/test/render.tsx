import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { ClienteleProvider } from "../ClienteleProvider.tsx";
import { createQueryClient } from "../queryClient.ts";

const now = () => new Date("2026-11-22T12:00:00Z");

/** Draws components as an app does: same provider, a fixed clock and zone. */
export const draw = (children: ReactNode) =>
  render(
    <ClienteleProvider
      density="admin"
      queryClient={createQueryClient()}
      env="test"
      locale="en"
      timeZone="UTC"
      now={now}
    >
      {children}
    </ClienteleProvider>,
  );

/** Draws a page at `/` of a real router, with another page at `/elsewhere`. */
export function drawRoute(Page: () => ReactNode) {
  const root = createRootRoute({ component: Outlet });
  const home = createRoute({ getParentRoute: () => root, path: "/", component: Page });
  const elsewhere = createRoute({ getParentRoute: () => root, path: "/elsewhere", component: () => <p>Elsewhere</p> });
  const router = createRouter({
    routeTree: root.addChildren([home, elsewhere]),
    history: createMemoryHistory({ initialEntries: ["/"] }),
  });
  draw(<RouterProvider router={router} />);
  return router;
}
