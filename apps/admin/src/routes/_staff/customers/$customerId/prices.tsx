import { createFileRoute } from "@tanstack/react-router";
import { needs } from "../../../../needs.ts";
import { CustomerPricesSearch, customerPricesInput } from "../../../../pricing/customerPricesSearch.ts";
import { PricesAsCustomer } from "../../../../pricing/PricesAsCustomer.tsx";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/customers/$customerId/prices")({
  validateSearch: (search) => CustomerPricesSearch.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "pricing.read"),
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => {
    void context.queryClient.prefetchQuery(
      trpc.customers.previewPrices.queryOptions(customerPricesInput(params.customerId, deps)),
    );
  },
  component: Prices,
});

function Prices() {
  const { customerId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <PricesAsCustomer
      customerId={customerId}
      search={search}
      onSearch={(changes) =>
        void navigate({
          search: (before) => ({ ...before, ...changes }),
          replace: changes.cursor === undefined,
          resetScroll: false,
        })
      }
    />
  );
}
