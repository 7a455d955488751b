import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { Addresses } from "../../../../customers/Addresses.tsx";
import { wordParam } from "../../../../searchParams.ts";
import { trpc } from "../../../../trpc.ts";

const Search = z.object({ sheet: wordParam });

export const Route = createFileRoute("/_staff/customers/$customerId/addresses")({
  validateSearch: (search) => Search.parse(search),
  component: AddressBook,
});

function AddressBook() {
  const { customerId } = Route.useParams();
  const { sheet } = Route.useSearch();
  const navigate = Route.useNavigate();
  const { data: customer } = useSuspenseQuery(trpc.customers.get.queryOptions({ id: customerId }));
  return (
    <Addresses
      customerId={customer.id}
      readOnly={customer.status === "erased"}
      sheet={sheet}
      onSheet={(next) => void navigate({ search: { sheet: next }, replace: next === undefined })}
    />
  );
}
