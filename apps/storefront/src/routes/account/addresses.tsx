import { createFileRoute } from "@tanstack/react-router";
import { AddressBook } from "../../addresses/AddressBook.tsx";
import { searchText } from "../../search.ts";
import { trpc } from "../../trpc.ts";
import { useMe } from "../../useMe.ts";
import { useStore } from "../../useStore.ts";

export const Route = createFileRoute("/account/addresses")({
  // Which card is open: an address's id, or `new`.
  validateSearch: ({ open }: Record<string, unknown>): { open?: string | undefined } => ({
    open: searchText(open, 40),
  }),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(trpc.addresses.list.queryOptions()),
  component: AddressesPage,
});

function AddressesPage() {
  const { open } = Route.useSearch();
  const entered = Route.useRouteContext().me;
  const me = useMe() ?? entered;
  const navigate = Route.useNavigate();
  const onOpen = (next: string | null) =>
    void navigate({ search: next === null ? {} : { open: next }, resetScroll: false });
  return <AddressBook store={useStore().name} me={me} open={open ?? null} onOpen={onOpen} />;
}
