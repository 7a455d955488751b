import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { PasteEmails } from "../../../groups/PasteEmails.tsx";
import { needs } from "../../../needs.ts";
import { trpc } from "../../../trpc.ts";

export const Route = createFileRoute("/_staff/groups/$groupId_/paste")({
  beforeLoad: ({ context }) => needs(context.me, "groups.write"),
  loader: async ({ context, params }) => {
    await context.queryClient.ensureQueryData(trpc.groups.get.queryOptions({ id: params.groupId }));
  },
  component: Paste,
});

function Paste() {
  const { groupId } = Route.useParams();
  const navigate = Route.useNavigate();
  const { data: group } = useSuspenseQuery(trpc.groups.get.queryOptions({ id: groupId }));
  return <PasteEmails group={group} onDone={() => navigate({ to: "/groups/$groupId", params: { groupId } })} />;
}
