import { createFileRoute, useLocation, useNavigate } from "@tanstack/react-router";
import { EntryPage } from "../entry/EntryPage.tsx";
import { ForgotForm } from "../entry/ForgotForm.tsx";
import { LoneLink } from "../links.tsx";
import { text } from "../text.ts";

export const Route = createFileRoute("/forgot-password")({ component: ForgotPage });

function ForgotPage() {
  const navigate = useNavigate();
  const email = useLocation().state.mailedTo ?? "";
  const t = text.forgot;
  const onAsked = (mailedTo: string) =>
    void navigate({ to: "/check-mail", search: { for: "reset" }, state: { mailedTo } });
  return (
    <EntryPage title={t.title} description={t.body} below={<LoneLink to="/sign-in">{t.back}</LoneLink>}>
      <ForgotForm email={email} onAsked={onAsked} />
    </EntryPage>
  );
}
