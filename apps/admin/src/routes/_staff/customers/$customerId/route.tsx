import { useShortcut } from "@clientele/ui/useShortcut.ts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Outlet } from "@tanstack/react-router";
import { CustomerActions } from "../../../../customers/CustomerActions.tsx";
import { CustomerHead } from "../../../../customers/CustomerHead.tsx";
import { AddToGroupButton } from "../../../../groups/AddToGroupButton.tsx";
import { useCan } from "../../../../me.ts";
import { text } from "../../../../text.ts";
import { trpc } from "../../../../trpc.ts";

export const Route = createFileRoute("/_staff/customers/$customerId")({
  loader: async ({ context, params }) => {
    const input = { id: params.customerId };
    await Promise.all([
      context.queryClient.ensureQueryData(trpc.customers.get.queryOptions(input)),
      context.queryClient.ensureQueryData(trpc.customers.figures.queryOptions(input)),
    ]);
  },
  component: CustomerLayout,
});

function CustomerLayout() {
  const { customerId } = Route.useParams();
  const navigate = Route.useNavigate();
  const can = useCan();
  const { data: customer } = useSuspenseQuery(trpc.customers.get.queryOptions({ id: customerId }));
  useShortcut(
    "e",
    text.shell.keys.edit,
    () => void navigate({ to: "/customers/$customerId/details", params: { customerId } }),
    { enabled: can("customers.write") },
  );
  const target = { customerIds: [customerId], count: { count: 1, capped: false }, all: false };
  return (
    <>
      <CustomerHead
        customer={customer}
        actions={
          <CustomerActions customer={customer}>
            {can("groups.write") && customer.status !== "erased" && (
              <AddToGroupButton target={target} size="sm" onDone={() => undefined} />
            )}
          </CustomerActions>
        }
      />
      <Outlet />
    </>
  );
}
