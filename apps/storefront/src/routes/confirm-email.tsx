import { createFileRoute } from "@tanstack/react-router";
import { useState } from "react";
import { ConfirmEmail } from "../entry/ConfirmEmail.tsx";
import { EntryPage } from "../entry/EntryPage.tsx";
import { LinkGate } from "../entry/LinkGate.tsx";
import { ButtonLink } from "../links.tsx";
import { keepToken } from "../mailedLinkRoute.ts";
import { meetCustomer } from "../session.ts";
import { text } from "../text.ts";
import { useMe } from "../useMe.ts";

export const Route = createFileRoute("/confirm-email")({ beforeLoad: keepToken, component: ConfirmEmailPage });

const wayOn = <ButtonLink to="/account/security">{text.link.toSecurity}</ButtonLink>;

function ConfirmEmailPage() {
  const me = useMe();
  const [done, setDone] = useState<string | null>(null);
  const t = text.confirmEmail;
  if (done !== null) {
    return (
      <EntryPage title={t.doneTitle} description={t.done(done)}>
        <ButtonLink to={me === null ? "/sign-in" : "/account"}>
          {me === null ? text.signIn.title : t.toAccount}
        </ButtonLink>
      </EntryPage>
    );
  }
  const onDone = (email: string) => {
    setDone(email);
    void meetCustomer();
  };
  return (
    <LinkGate page="/confirm-email" kind="confirm" purposes={["email_change"]} wayOn={wayOn}>
      {(link) => <ConfirmEmail link={link} onDone={() => onDone(link.email)} />}
    </LinkGate>
  );
}
