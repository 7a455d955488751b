import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { MemberSearch, membersInput } from "../../../../groups/groupSearch.ts";
import { MembersTable } from "../../../../groups/MembersTable.tsx";
import { searchMove } from "../../../../listMoves.ts";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/groups/$groupId/")({
  validateSearch: (search) => MemberSearch.parse(search),
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => {
    void context.queryClient.prefetchQuery(trpc.groups.members.queryOptions(membersInput(params.groupId, deps)));
  },
  component: Members,
});

function Members() {
  const { groupId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const { data: group } = useSuspenseQuery(trpc.groups.get.queryOptions({ id: groupId }));
  return <MembersTable group={group} search={search} onSearch={searchMove<MemberSearch>(navigate)} />;
}
