import { createFileRoute, redirect, useLocation, useRouter } from "@tanstack/react-router";
import { EntryPage } from "../entry/EntryPage.tsx";
import { SignInForm } from "../entry/SignInForm.tsx";
import { TextLink } from "../links.tsx";
import { safeNext } from "../safeNext.ts";
import { searchText } from "../search.ts";
import { forgetCustomer } from "../session.ts";
import { tellMergedCart } from "../tellMergedCart.ts";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";

export const Route = createFileRoute("/sign-in")({
  validateSearch: ({ next }: Record<string, unknown>): { next?: string | undefined } => ({
    next: searchText(next, 2000),
  }),
  beforeLoad: async ({ context: { queryClient }, search, preload }) => {
    const me = await queryClient.ensureQueryData(trpc.account.me.queryOptions());
    if (me !== null) throw redirect({ href: safeNext(search.next), replace: true });
    // Who comes here because a session ended leaves nothing of it behind.
    if (!preload) forgetCustomer();
  },
  component: SignInPage,
});

function SignInPage() {
  const { next } = Route.useSearch();
  const router = useRouter();
  const email = useLocation().state.mailedTo ?? "";
  const t = text.signIn;
  const below = (
    <>
      {t.noAccount} <TextLink to="/sign-up">{text.signUp.title}</TextLink>
    </>
  );
  return (
    <EntryPage title={t.title} below={below} {...(next === undefined ? {} : { description: t.next })}>
      <SignInForm
        email={email}
        onSignedIn={() => {
          router.history.replace(safeNext(next));
          void tellMergedCart();
        }}
      />
    </EntryPage>
  );
}
