import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { DeleteGroup } from "../../../../groups/DeleteGroup.tsx";
import { GroupSettings } from "../../../../groups/GroupSettings.tsx";
import { GroupUsage } from "../../../../groups/GroupUsage.tsx";
import { useCan } from "../../../../me.ts";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/groups/$groupId/settings")({ component: Settings });

function Settings() {
  const { groupId } = Route.useParams();
  const navigate = Route.useNavigate();
  const can = useCan();
  const { data: group } = useSuspenseQuery(trpc.groups.get.queryOptions({ id: groupId }));
  return (
    <>
      <GroupSettings key={group.id} group={group} />
      <GroupUsage groupId={group.id} />
      {can("groups.write") && <DeleteGroup group={group} onDeleted={() => navigate({ to: "/groups" })} />}
    </>
  );
}
