import { createFileRoute } from "@tanstack/react-router";
import { Catalogue } from "../catalogue/Catalogue.tsx";
import { CatalogueSkeleton } from "../catalogue/CatalogueSkeleton.tsx";
import { catalogueSearch, listInput } from "../catalogue/search.ts";
import { trpc } from "../trpc.ts";
import { useMe } from "../useMe.ts";
import { useStore } from "../useStore.ts";

export const Route = createFileRoute("/")({
  validateSearch: catalogueSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchQuery(trpc.catalogue.list.queryOptions(listInput(deps)));
    await queryClient.ensureQueryData(trpc.catalogue.categories.queryOptions());
  },
  pendingComponent: CatalogueSkeleton,
  component: Home,
});

function Home() {
  const navigate = Route.useNavigate();
  const search = Route.useSearch();
  return (
    <Catalogue
      store={useStore().name}
      me={useMe()}
      search={search}
      onSearch={(next, moved = false) => void navigate({ search: next, resetScroll: moved })}
    />
  );
}
