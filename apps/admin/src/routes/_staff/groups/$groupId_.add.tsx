import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { CustomerFilters } from "../../../customers/CustomerFilters.tsx";
import { CustomerSearch, filterOf, hasFilter, listInput, noFilter } from "../../../customers/customerSearch.ts";
import { AddMembers } from "../../../groups/AddMembers.tsx";
import { searchMove } from "../../../listMoves.ts";
import { needs } from "../../../needs.ts";
import { trpc } from "../../../trpc.ts";

export const Route = createFileRoute("/_staff/groups/$groupId_/add")({
  validateSearch: (search) => CustomerSearch.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "groups.write"),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, params, deps }) => {
    void context.queryClient.prefetchQuery(trpc.customers.list.queryOptions(listInput(deps)));
    await context.queryClient.ensureQueryData(trpc.groups.get.queryOptions({ id: params.groupId }));
  },
  component: Add,
});

function Add() {
  const { groupId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const { data: group } = useSuspenseQuery(trpc.groups.get.queryOptions({ id: groupId }));
  const onSearch = searchMove<CustomerSearch>(navigate);
  return (
    <AddMembers
      group={group}
      input={listInput(search)}
      filter={filterOf(search)}
      filtered={hasFilter(search)}
      onSearch={onSearch}
      onClear={() => onSearch({ ...noFilter, cursor: undefined })}
      onDone={() => navigate({ to: "/groups/$groupId", params: { groupId } })}
      renderFilters={(busy) => (
        <CustomerFilters
          filter={search}
          onChange={(changes) => onSearch({ ...changes, cursor: undefined })}
          busy={busy}
        />
      )}
    />
  );
}
