import "@clientele/ui/styles.ts";
import "./storefront.css";
import { ClienteleProvider } from "@clientele/ui/ClienteleProvider.tsx";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router.tsx";
import { watchSession } from "./session.ts";
import { queryClient } from "./trpc.ts";

watchSession(router);
// A page brought back from the browser's memory may show what was there before signing out.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <ClienteleProvider density="storefront" queryClient={queryClient}>
        <RouterProvider router={router} />
      </ClienteleProvider>
    </StrictMode>,
  );
}
