import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { needs } from "../../../needs.ts";
import { DiscountPage } from "../../../pricing/DiscountPage.tsx";
import { trpc } from "../../../trpc.ts";

export const Route = createFileRoute("/_staff/discounts/$discountId")({
  beforeLoad: ({ context }) => needs(context.me, "pricing.read"),
  loader: async ({ context, params }) => {
    await Promise.all([
      context.queryClient.ensureQueryData(trpc.discounts.get.queryOptions({ id: params.discountId })),
      context.queryClient.ensureQueryData(trpc.regions.list.queryOptions()),
    ]);
  },
  component: Discount,
});

function Discount() {
  const { discountId } = Route.useParams();
  const navigate = Route.useNavigate();
  const { data: discount } = useSuspenseQuery(trpc.discounts.get.queryOptions({ id: discountId }));
  return <DiscountPage key={discount.id} discount={discount} onRemoved={() => navigate({ to: "/discounts" })} />;
}
