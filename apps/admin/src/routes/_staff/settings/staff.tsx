import { createFileRoute } from "@tanstack/react-router";
import { lazy } from "react";
import { z } from "zod";
import { choiceParam } from "../../../searchParams.ts";
import { Sheet } from "../../../Sheet.tsx";
import { StaffPage } from "../../../staff/StaffPage.tsx";
import { needs } from "../../../needs.ts";
import { text } from "../../../text.ts";
import { trpc } from "../../../trpc.ts";

const InviteStaff = lazy(async () => ({ default: (await import("../../../staff/InviteStaff.tsx")).InviteStaff }));
const Search = z.object({ sheet: choiceParam(["invite"]) });

export const Route = createFileRoute("/_staff/settings/staff")({
  validateSearch: (search) => Search.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "staff.manage"),
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(trpc.staff.list.queryOptions());
  },
  component: Staff,
});

function Staff() {
  const { sheet } = Route.useSearch();
  const navigate = Route.useNavigate();
  const close = () => void navigate({ search: {}, replace: true });
  return (
    <>
      <StaffPage onInvite={() => void navigate({ search: { sheet: "invite" } })} />
      <Sheet title={text.staff.invite.title} opened={sheet === "invite"} onClose={close}>
        <InviteStaff onDone={close} />
      </Sheet>
    </>
  );
}
