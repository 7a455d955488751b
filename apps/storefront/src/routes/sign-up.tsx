import { createFileRoute, redirect, useLocation, useNavigate } from "@tanstack/react-router";
import { EntryPage } from "../entry/EntryPage.tsx";
import { SignUpForm } from "../entry/SignUpForm.tsx";
import { TextLink } from "../links.tsx";
import { PolicyLinks } from "../PolicyLinks.tsx";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";

export const Route = createFileRoute("/sign-up")({
  beforeLoad: async ({ context: { queryClient } }) => {
    const me = await queryClient.ensureQueryData(trpc.account.me.queryOptions());
    if (me !== null) throw redirect({ to: "/account" });
  },
  component: SignUpPage,
});

function SignUpPage() {
  const navigate = useNavigate();
  const email = useLocation().state.mailedTo ?? "";
  const onAsked = (mailedTo: string) =>
    void navigate({ to: "/check-mail", search: { for: "sign-up" }, state: { mailedTo } });
  const below = (
    <>
      {text.signUp.haveAccount} <TextLink to="/sign-in">{text.signIn.title}</TextLink>
    </>
  );
  return (
    <EntryPage title={text.signUp.title} description={text.signUp.body} below={below}>
      <SignUpForm email={email} onAsked={onAsked} />
      <PolicyLinks lead={text.signUp.policies} />
    </EntryPage>
  );
}
