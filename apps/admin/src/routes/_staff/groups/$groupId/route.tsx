import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Outlet } from "@tanstack/react-router";
import { GroupHead } from "../../../../groups/GroupHead.tsx";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/groups/$groupId")({
  loader: async ({ context, params }) => {
    await context.queryClient.ensureQueryData(trpc.groups.get.queryOptions({ id: params.groupId }));
  },
  component: GroupLayout,
});

function GroupLayout() {
  const { groupId } = Route.useParams();
  const { data: group } = useSuspenseQuery(trpc.groups.get.queryOptions({ id: groupId }));
  return (
    <>
      <GroupHead group={group} />
      <Outlet />
    </>
  );
}
