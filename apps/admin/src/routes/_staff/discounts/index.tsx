import { createFileRoute } from "@tanstack/react-router";
import { searchMove } from "../../../listMoves.ts";
import { needs } from "../../../needs.ts";
import { DiscountSearch, discountsInput } from "../../../pricing/discountSearch.ts";
import { DiscountsPage } from "../../../pricing/DiscountsPage.tsx";
import { trpc } from "../../../trpc.ts";

export const Route = createFileRoute("/_staff/discounts/")({
  validateSearch: (search) => DiscountSearch.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "pricing.read"),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(trpc.discounts.list.queryOptions(discountsInput(deps)));
  },
  component: Discounts,
});

function Discounts() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <DiscountsPage search={search} onSearch={searchMove<DiscountSearch>(navigate)} />;
}
