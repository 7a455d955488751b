import { createFileRoute } from "@tanstack/react-router";
import { lazy } from "react";
import type { z } from "zod";
import { listMoves } from "../../../listMoves.ts";
import { useCan } from "../../../me.ts";
import { needs } from "../../../needs.ts";
import { PriceListSearch, priceListsInput } from "../../../pricing/priceListSearch.ts";
import { PriceListsPage } from "../../../pricing/PriceListsPage.tsx";
import { choiceParam } from "../../../searchParams.ts";
import { Sheet } from "../../../Sheet.tsx";
import { pricingText } from "../../../text/pricing.ts";
import { trpc } from "../../../trpc.ts";

const NewPriceList = lazy(async () => ({ default: (await import("../../../pricing/NewPriceList.tsx")).NewPriceList }));
const Search = PriceListSearch.extend({ sheet: choiceParam(["new"]) });

export const Route = createFileRoute("/_staff/price-lists/")({
  validateSearch: (search) => Search.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "pricing.read"),
  loaderDeps: ({ search: { sheet: _sheet, ...list } }) => list,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(trpc.priceLists.list.queryOptions(priceListsInput(deps)));
  },
  component: PriceLists,
});

function PriceLists() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const can = useCan();
  const { onSearch, onNew, close } = listMoves<z.output<typeof Search>>(navigate);
  return (
    <>
      <PriceListsPage search={search} onSearch={onSearch} onNew={onNew} />
      <Sheet title={pricingText.create.title} opened={search.sheet === "new" && can("pricing.write")} onClose={close}>
        <NewPriceList
          onDone={(priceListId) => void navigate({ to: "/price-lists/$priceListId", params: { priceListId } })}
          onCancel={close}
        />
      </Sheet>
    </>
  );
}
