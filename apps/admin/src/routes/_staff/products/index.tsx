import { createFileRoute } from "@tanstack/react-router";
import { lazy } from "react";
import type { z } from "zod";
import { ProductSearch, productsInput } from "../../../catalogue/productSearch.ts";
import { ProductsPage } from "../../../catalogue/ProductsPage.tsx";
import { listMoves } from "../../../listMoves.ts";
import { useCan } from "../../../me.ts";
import { needs } from "../../../needs.ts";
import { choiceParam } from "../../../searchParams.ts";
import { Sheet } from "../../../Sheet.tsx";
import { catalogueText } from "../../../text/catalogue.ts";
import { trpc } from "../../../trpc.ts";

const Categories = lazy(async () => ({ default: (await import("../../../catalogue/Categories.tsx")).Categories }));
const NewProduct = lazy(async () => ({ default: (await import("../../../catalogue/NewProduct.tsx")).NewProduct }));
const Search = ProductSearch.extend({ sheet: choiceParam(["new", "categories"]) });

export const Route = createFileRoute("/_staff/products/")({
  validateSearch: (search) => Search.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "catalogue.read"),
  loaderDeps: ({ search: { sheet: _sheet, ...list } }) => list,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(trpc.products.list.queryOptions(productsInput(deps)));
    void context.queryClient.prefetchQuery(trpc.products.categories.queryOptions());
  },
  component: Products,
});

function Products() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const can = useCan();
  const writes = can("catalogue.write");
  const { onSearch, onNew, close } = listMoves<z.output<typeof Search>>(navigate);
  return (
    <>
      <ProductsPage
        search={search}
        onSearch={onSearch}
        onNew={onNew}
        onCategories={() => void navigate({ search: (before) => ({ ...before, sheet: "categories" }) })}
      />
      <Sheet title={catalogueText.create.title} opened={search.sheet === "new" && writes} onClose={close}>
        <NewProduct
          onDone={(productId) => void navigate({ to: "/products/$productId", params: { productId } })}
          onCancel={close}
        />
      </Sheet>
      <Sheet title={catalogueText.categories.title} opened={search.sheet === "categories" && writes} onClose={close}>
        <Categories />
      </Sheet>
    </>
  );
}
