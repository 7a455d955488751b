import { doneToast } from "@clientele/ui/undoToast.tsx";
import { createFileRoute, useNavigate } from "@tanstack/react-router";
import { AlreadySignedIn } from "../entry/AlreadySignedIn.tsx";
import { LinkGate } from "../entry/LinkGate.tsx";
import { OpenAccount } from "../entry/OpenAccount.tsx";
import { ButtonLink } from "../links.tsx";
import { keepToken } from "../mailedLinkRoute.ts";
import { text } from "../text.ts";
import { useMe } from "../useMe.ts";

export const Route = createFileRoute("/open-account")({ beforeLoad: keepToken, component: OpenAccountPage });

const toSignIn = <ButtonLink to="/sign-in">{text.signIn.title}</ButtonLink>;
const wayOn = (
  <>
    <ButtonLink to="/sign-up">{text.link.newLink}</ButtonLink>
    <ButtonLink to="/sign-in" variant="default">
      {text.signIn.title}
    </ButtonLink>
  </>
);

function OpenAccountPage() {
  const me = useMe();
  const navigate = useNavigate();
  const onOpened = () => {
    doneToast(text.openAccount.done);
    void navigate({ to: "/account", replace: true });
  };
  return (
    <LinkGate page="/open-account" kind="open" purposes={["sign_up", "invitation"]} wayOn={wayOn} wayOnUsed={toSignIn}>
      {(link) => (me === null ? <OpenAccount link={link} onOpened={onOpened} /> : <AlreadySignedIn email={me.email} />)}
    </LinkGate>
  );
}
