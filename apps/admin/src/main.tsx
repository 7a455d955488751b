import "@clientele/ui/styles.ts";
import "@clientele/ui/adminStyles.ts";
import "@mantine/spotlight/styles.layer.css";
import { ClienteleProvider } from "@clientele/ui/ClienteleProvider.tsx";
import { problemOf } from "@clientele/ui/problem.ts";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { NoAccess } from "./needs.ts";
import { router } from "./router.tsx";
import { watchSession } from "./session.ts";
import { queryClient } from "./trpc.ts";

watchSession(router);

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root, {
    // A refusal that a page shows in its own words is no bug; everything else is told to the console.
    onCaughtError: (error) => {
      if (problemOf(error) === null && !(error instanceof NoAccess)) reportError(error);
    },
  }).render(
    <StrictMode>
      <ClienteleProvider density="admin" queryClient={queryClient}>
        <RouterProvider router={router} />
      </ClienteleProvider>
    </StrictMode>,
  );
}
