import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { GroupActivity } from "../../../../groups/GroupActivity.tsx";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/groups/$groupId/activity")({ component: Activity });

function Activity() {
  const { groupId } = Route.useParams();
  const { data: group } = useSuspenseQuery(trpc.groups.get.queryOptions({ id: groupId }));
  return <GroupActivity group={group} />;
}
