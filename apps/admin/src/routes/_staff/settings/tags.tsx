import { idOf } from "@clientele/domain/ids";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { lazy, useCallback } from "react";
import { z } from "zod";
import { useCan } from "../../../me.ts";
import { needs } from "../../../needs.ts";
import { Sheet } from "../../../Sheet.tsx";
import { TagsPage } from "../../../tags/TagsPage.tsx";
import { text } from "../../../text.ts";
import { trpc } from "../../../trpc.ts";

const EditTag = lazy(async () => ({ default: (await import("../../../tags/EditTag.tsx")).EditTag }));

/** The tag whose sheet is open stands in the address. */
const Search = z.object({ edit: idOf("tag").optional().catch(undefined) });

export const Route = createFileRoute("/_staff/settings/tags")({
  validateSearch: (search) => Search.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "customers.read"),
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(trpc.tags.list.queryOptions());
  },
  component: Tags,
});

function Tags() {
  const { edit } = Route.useSearch();
  const navigate = Route.useNavigate();
  const can = useCan();
  const list = useQuery(trpc.tags.list.queryOptions());
  const tag = can("customers.write") ? list.data?.find(({ id }) => id === edit) : undefined;
  const open = useCallback((id: string) => void navigate({ search: { edit: id } }), [navigate]);
  const close = () => void navigate({ search: {}, replace: true });
  return (
    <>
      <TagsPage onEdit={open} />
      <Sheet
        title={tag === undefined ? text.tags.title : text.tags.edit.title(tag.name)}
        opened={tag !== undefined}
        onClose={close}
      >
        {tag !== undefined && <EditTag key={tag.id} tag={tag} onDone={close} />}
      </Sheet>
    </>
  );
}
