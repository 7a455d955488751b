import { createFileRoute } from "@tanstack/react-router";
import { lazy } from "react";
import type { z } from "zod";
import { GroupSearch, groupsInput } from "../../../groups/groupSearch.ts";
import { GroupsPage } from "../../../groups/GroupsPage.tsx";
import { listMoves } from "../../../listMoves.ts";
import { useCan } from "../../../me.ts";
import { choiceParam } from "../../../searchParams.ts";
import { Sheet } from "../../../Sheet.tsx";
import { text } from "../../../text.ts";
import { trpc } from "../../../trpc.ts";

const NewGroup = lazy(async () => ({ default: (await import("../../../groups/NewGroup.tsx")).NewGroup }));
const Search = GroupSearch.extend({ sheet: choiceParam(["new"]) });

export const Route = createFileRoute("/_staff/groups/")({
  validateSearch: (search) => Search.parse(search),
  loaderDeps: ({ search: { sheet: _sheet, ...list } }) => list,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(trpc.groups.list.queryOptions(groupsInput(deps)));
  },
  component: Groups,
});

function Groups() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const can = useCan();
  const { onSearch, onNew, close } = listMoves<z.output<typeof Search>>(navigate);
  return (
    <>
      <GroupsPage search={search} onSearch={onSearch} onNew={onNew} />
      <Sheet title={text.groups.create.title} opened={search.sheet === "new" && can("groups.write")} onClose={close}>
        <NewGroup
          onDone={(groupId) => void navigate({ to: "/groups/$groupId", params: { groupId } })}
          onCancel={close}
        />
      </Sheet>
    </>
  );
}
