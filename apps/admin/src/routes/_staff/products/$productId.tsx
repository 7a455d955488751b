import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { ProductPage } from "../../../catalogue/ProductPage.tsx";
import { needs } from "../../../needs.ts";
import { trpc } from "../../../trpc.ts";

export const Route = createFileRoute("/_staff/products/$productId")({
  beforeLoad: ({ context }) => needs(context.me, "catalogue.read"),
  loader: async ({ context, params }) => {
    await Promise.all([
      context.queryClient.ensureQueryData(trpc.products.get.queryOptions({ id: params.productId })),
      context.queryClient.ensureQueryData(trpc.regions.list.queryOptions()),
    ]);
  },
  component: Product,
});

function Product() {
  const { productId } = Route.useParams();
  const navigate = Route.useNavigate();
  const { data: product } = useSuspenseQuery(trpc.products.get.queryOptions({ id: productId }));
  const { data: regions } = useSuspenseQuery(trpc.regions.list.queryOptions());
  return (
    <ProductPage key={product.id} product={product} regions={regions} onDeleted={() => navigate({ to: "/products" })} />
  );
}
