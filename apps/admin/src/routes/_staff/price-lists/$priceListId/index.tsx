import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { EntriesSearch } from "../../../../pricing/entriesSearch.ts";
import { PricesTab } from "../../../../pricing/PricesTab.tsx";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/price-lists/$priceListId/")({
  validateSearch: (search) => EntriesSearch.parse(search),
  component: Prices,
});

function Prices() {
  const { priceListId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const { data: list } = useSuspenseQuery(trpc.priceLists.get.queryOptions({ id: priceListId }));
  return (
    <PricesTab
      key={list.id}
      list={list}
      search={search}
      onSearch={(changes) =>
        void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false })
      }
    />
  );
}
