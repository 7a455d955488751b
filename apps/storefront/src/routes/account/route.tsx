import { createFileRoute, Outlet, redirect, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { AccountLayout } from "../../account/AccountLayout.tsx";
import { trpc } from "../../trpc.ts";
import { useMe } from "../../useMe.ts";

export const Route = createFileRoute("/account")({
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const me = await queryClient.ensureQueryData(trpc.account.me.queryOptions());
    if (me === null) throw redirect({ to: "/sign-in", search: { next: location.href } });
    return { me };
  },
  component: AccountPages,
});

function AccountPages() {
  const me = useMe();
  const router = useRouter();
  const signedOut = me === null;
  // A session that ended elsewhere leads to the sign-in page; a form with changes asks first, and can still be sent.
  useEffect(() => {
    if (signedOut) void router.navigate({ to: "/sign-in", search: { next: router.state.location.href } });
  }, [signedOut, router]);
  return (
    <AccountLayout>
      <Outlet />
    </AccountLayout>
  );
}
