import { createFileRoute } from "@tanstack/react-router";
import { needs } from "../../../needs.ts";
import { NewDiscount } from "../../../pricing/NewDiscount.tsx";
import { trpc } from "../../../trpc.ts";

export const Route = createFileRoute("/_staff/discounts/new")({
  beforeLoad: ({ context }) => needs(context.me, "pricing.write"),
  loader: async ({ context }) => {
    await context.queryClient.ensureQueryData(trpc.regions.list.queryOptions());
  },
  component: New,
});

function New() {
  const navigate = Route.useNavigate();
  return (
    <NewDiscount
      onDone={(discountId) => void navigate({ to: "/discounts/$discountId", params: { discountId } })}
      onCancel={() => void navigate({ to: "/discounts" })}
    />
  );
}
