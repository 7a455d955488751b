import { createFileRoute } from "@tanstack/react-router";
import { needs } from "../../../needs.ts";
import { StorePage } from "../../../settings/StorePage.tsx";
import { trpc } from "../../../trpc.ts";

export const Route = createFileRoute("/_staff/settings/store")({
  beforeLoad: ({ context }) => needs(context.me, "settings.read"),
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(trpc.settings.get.queryOptions());
  },
  component: StorePage,
});
