import { createFileRoute, redirect } from "@tanstack/react-router";
import { z } from "zod";
import { SignIn } from "../../account/SignIn.tsx";
import { safeNext } from "../../safeNext.ts";
import { trpc } from "../../trpc.ts";
import { useEnter } from "../../useEnter.ts";

const Search = z.object({ next: z.string().max(2000).optional().catch(undefined) });

export const Route = createFileRoute("/_door/sign-in")({
  validateSearch: (search) => Search.parse(search),
  beforeLoad: async ({ context, search }) => {
    // Whoever is signed in already has nothing to do here; without an answer the form is shown.
    const me = await context.queryClient.fetchQuery(trpc.account.me.queryOptions()).catch(() => null);
    if (me !== null) throw redirect({ href: safeNext(search.next), replace: true });
  },
  component: SignInPage,
});

function SignInPage() {
  const { next } = Route.useSearch();
  return <SignIn onSignedIn={useEnter(next)} />;
}
