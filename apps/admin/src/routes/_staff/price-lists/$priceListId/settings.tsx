import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { PriceListSettings } from "../../../../pricing/PriceListSettings.tsx";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/price-lists/$priceListId/settings")({ component: Settings });

function Settings() {
  const { priceListId } = Route.useParams();
  const { data: list } = useSuspenseQuery(trpc.priceLists.get.queryOptions({ id: priceListId }));
  return <PriceListSettings key={list.id} list={list} />;
}
