import { createFileRoute, Outlet, redirect } from "@tanstack/react-router";
import { Shell } from "../shell/Shell.tsx";
import { trpc } from "../trpc.ts";

export const Route = createFileRoute("/_staff")({
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData({
      ...trpc.account.me.queryOptions(),
      revalidateIfStale: true,
    });
    if (me === null) throw redirect({ to: "/sign-in", search: { next: location.href } });
    return { me };
  },
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
});
