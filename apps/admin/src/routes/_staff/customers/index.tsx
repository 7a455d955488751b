import { createFileRoute } from "@tanstack/react-router";
import { lazy } from "react";
import type { z } from "zod";
import { AddToGroupButton } from "../../../groups/AddToGroupButton.tsx";
import { CustomerSearch, listInput } from "../../../customers/customerSearch.ts";
import { CustomersPage } from "../../../customers/CustomersPage.tsx";
import { listMoves } from "../../../listMoves.ts";
import { useCan } from "../../../me.ts";
import { choiceParam } from "../../../searchParams.ts";
import { Sheet } from "../../../Sheet.tsx";
import { text } from "../../../text.ts";
import { trpc } from "../../../trpc.ts";

const NewCustomer = lazy(async () => ({ default: (await import("../../../customers/NewCustomer.tsx")).NewCustomer }));
const Search = CustomerSearch.extend({ sheet: choiceParam(["new"]) });

export const Route = createFileRoute("/_staff/customers/")({
  validateSearch: (search) => Search.parse(search),
  loaderDeps: ({ search: { sheet: _sheet, ...list } }) => list,
  loader: ({ context, deps }) => {
    // Not waited for: the page stands at once and the rows follow.
    void context.queryClient.prefetchQuery(trpc.customers.list.queryOptions(listInput(deps)));
  },
  component: Customers,
});

function Customers() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const can = useCan();
  const { onSearch, onNew, close } = listMoves<z.output<typeof Search>>(navigate);
  return (
    <>
      <CustomersPage
        search={search}
        onSearch={onSearch}
        onNew={onNew}
        renderBulk={can("groups.write") ? (target, done) => <AddToGroupButton target={target} onDone={done} /> : null}
      />
      <Sheet
        title={text.customers.create.title}
        opened={search.sheet === "new" && can("customers.write")}
        onClose={close}
      >
        <NewCustomer
          onDone={(customerId) => void navigate({ to: "/customers/$customerId", params: { customerId } })}
          onCancel={close}
        />
      </Sheet>
    </>
  );
}
