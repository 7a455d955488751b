import { createFileRoute } from "@tanstack/react-router";
import { FirstOwner } from "../../account/FirstOwner.tsx";
import { useEnter } from "../../useEnter.ts";

export const Route = createFileRoute("/_door/first-owner")({ component: FirstOwnerPage });

function FirstOwnerPage() {
  return <FirstOwner onSignedIn={useEnter()} />;
}
