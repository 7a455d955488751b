import { createFileRoute } from "@tanstack/react-router";
import { useState } from "react";
import { EntryPage } from "../entry/EntryPage.tsx";
import { LinkGate } from "../entry/LinkGate.tsx";
import { ResetPassword } from "../entry/ResetPassword.tsx";
import { ButtonLink } from "../links.tsx";
import { keepToken } from "../mailedLinkRoute.ts";
import { meetCustomer } from "../session.ts";
import { text } from "../text.ts";

export const Route = createFileRoute("/reset-password")({ beforeLoad: keepToken, component: ResetPage });

const toSignIn = <ButtonLink to="/sign-in">{text.signIn.title}</ButtonLink>;
const wayOn = (
  <>
    <ButtonLink to="/forgot-password">{text.link.newLink}</ButtonLink>
    <ButtonLink to="/sign-in" variant="default">
      {text.signIn.title}
    </ButtonLink>
  </>
);

function ResetPage() {
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <EntryPage title={text.reset.doneTitle} description={text.reset.done}>
        {toSignIn}
      </EntryPage>
    );
  }
  const onDone = () => {
    setDone(true);
    void meetCustomer();
  };
  return (
    <LinkGate page="/reset-password" kind="reset" purposes={["password_reset"]} wayOn={wayOn}>
      {(link) => <ResetPassword link={link} onDone={onDone} />}
    </LinkGate>
  );
}
