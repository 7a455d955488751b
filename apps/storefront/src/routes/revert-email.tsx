import { createFileRoute } from "@tanstack/react-router";
import { useState } from "react";
import { EntryPage } from "../entry/EntryPage.tsx";
import { LinkGate } from "../entry/LinkGate.tsx";
import { RevertEmail } from "../entry/RevertEmail.tsx";
import { ButtonLink } from "../links.tsx";
import { keepToken } from "../mailedLinkRoute.ts";
import { meetCustomer } from "../session.ts";
import { text } from "../text.ts";

export const Route = createFileRoute("/revert-email")({ beforeLoad: keepToken, component: RevertEmailPage });

const wayOn = <ButtonLink to="/sign-in">{text.signIn.title}</ButtonLink>;

function RevertEmailPage() {
  const [done, setDone] = useState<string | null>(null);
  const t = text.revertEmail;
  if (done !== null) {
    return (
      <EntryPage title={t.doneTitle} description={t.done(done)}>
        {wayOn}
      </EntryPage>
    );
  }
  const onDone = (email: string) => {
    setDone(email);
    void meetCustomer();
  };
  return (
    <LinkGate page="/revert-email" kind="revert" purposes={["email_revert"]} wayOn={wayOn}>
      {(link) => <RevertEmail link={link} onDone={() => onDone(link.email)} />}
    </LinkGate>
  );
}
