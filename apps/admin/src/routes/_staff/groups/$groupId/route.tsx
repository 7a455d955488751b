import { useShortcut } from "@clientele/ui/useShortcut.ts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Outlet } from "@tanstack/react-router";
import { GroupHead } from "../../../../groups/GroupHead.tsx";
import { useCan } from "../../../../me.ts";
import { text } from "../../../../text.ts";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/groups/$groupId")({
  loader: async ({ context, params }) => {
    await context.queryClient.ensureQueryData(trpc.groups.get.queryOptions({ id: params.groupId }));
  },
  component: GroupLayout,
});

function GroupLayout() {
  const { groupId } = Route.useParams();
  const navigate = Route.useNavigate();
  const can = useCan();
  useShortcut(
    "e",
    text.shell.keys.edit,
    () => void navigate({ to: "/groups/$groupId/settings", params: { groupId } }),
    { enabled: can("groups.write") },
  );
  const { data: group } = useSuspenseQuery(trpc.groups.get.queryOptions({ id: groupId }));
  return (
    <>
      <GroupHead group={group} />
      <Outlet />
    </>
  );
}
