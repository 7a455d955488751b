import { problemKindOf } from "@clientele/ui/problem.ts";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { ProductGone } from "../product/ProductGone.tsx";
import { ProductPage } from "../product/ProductPage.tsx";
import { ProductSkeleton } from "../product/ProductSkeleton.tsx";
import { searchText } from "../search.ts";
import { trpc } from "../trpc.ts";
import { useStore } from "../useStore.ts";

export const Route = createFileRoute("/products/$handle")({
  // Which variant is looked at, by its id.
  validateSearch: ({ variant }: Record<string, unknown>): { variant?: string | undefined } => ({
    variant: searchText(variant, 40),
  }),
  loader: async ({ context: { queryClient }, params: { handle } }) => {
    try {
      await queryClient.ensureQueryData(trpc.catalogue.product.queryOptions({ handle }));
    } catch (error) {
      if (problemKindOf(error) === "not_found" || handle.length > 100) throw notFound();
      throw error;
    }
  },
  pendingComponent: ProductSkeleton,
  notFoundComponent: ProductGone,
  component: Product,
});

function Product() {
  const { handle } = Route.useParams();
  const { variant } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ProductPage
      key={handle}
      store={useStore().name}
      handle={handle}
      variantId={variant ?? null}
      onVariant={(id) => void navigate({ search: { variant: id }, replace: true, resetScroll: false })}
    />
  );
}
