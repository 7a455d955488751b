import { createFileRoute, useLocation } from "@tanstack/react-router";
import { CheckMail } from "../entry/CheckMail.tsx";

export const Route = createFileRoute("/check-mail")({
  validateSearch: (search: Record<string, unknown>): { for: "sign-up" | "reset" } => ({
    for: search["for"] === "reset" ? "reset" : "sign-up",
  }),
  component: CheckMailPage,
});

function CheckMailPage() {
  return <CheckMail purpose={Route.useSearch().for} email={useLocation().state.mailedTo ?? null} />;
}
