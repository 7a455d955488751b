import "@clientele/ui/styles.ts";
import "@clientele/ui/adminStyles.ts";
import "@mantine/spotlight/styles.layer.css";
import { ClienteleProvider } from "@clientele/ui/ClienteleProvider.tsx";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router.tsx";
import { watchSession } from "./session.ts";
import { queryClient } from "./trpc.ts";

watchSession(router);

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <ClienteleProvider density="admin" queryClient={queryClient}>
        <RouterProvider router={router} />
      </ClienteleProvider>
    </StrictMode>,
  );
}
