import { createFileRoute } from "@tanstack/react-router";
import { AcceptInvitation } from "../../account/AcceptInvitation.tsx";
import { useEnter } from "../../useEnter.ts";

export const Route = createFileRoute("/_door/accept-invitation")({ component: AcceptInvitationPage });

function AcceptInvitationPage() {
  return <AcceptInvitation onSignedIn={useEnter()} />;
}
