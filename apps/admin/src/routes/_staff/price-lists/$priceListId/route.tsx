import { useShortcut } from "@clientele/ui/useShortcut.ts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Outlet } from "@tanstack/react-router";
import { lazy } from "react";
import { z } from "zod";
import { useCan } from "../../../../me.ts";
import { needs } from "../../../../needs.ts";
import { PriceListHead } from "../../../../pricing/PriceListHead.tsx";
import { choiceParam } from "../../../../searchParams.ts";
import { Sheet } from "../../../../Sheet.tsx";
import { text } from "../../../../text.ts";
import { pricingText } from "../../../../text/pricing.ts";
import { trpc } from "../../../../trpc.ts";

const NewPriceList = lazy(async () => ({
  default: (await import("../../../../pricing/NewPriceList.tsx")).NewPriceList,
}));
const Search = z.object({ sheet: choiceParam(["copy"]) });

export const Route = createFileRoute("/_staff/price-lists/$priceListId")({
  validateSearch: (search) => Search.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "pricing.read"),
  loader: async ({ context, params }) => {
    await context.queryClient.ensureQueryData(trpc.priceLists.get.queryOptions({ id: params.priceListId }));
  },
  component: PriceListLayout,
});

function PriceListLayout() {
  const { priceListId } = Route.useParams();
  const { sheet } = Route.useSearch();
  const navigate = Route.useNavigate();
  const can = useCan();
  const mayWrite = can("pricing.write");
  useShortcut(
    "e",
    text.shell.keys.edit,
    () => void navigate({ to: "/price-lists/$priceListId/settings", params: { priceListId } }),
    { enabled: mayWrite },
  );
  const { data: list } = useSuspenseQuery(trpc.priceLists.get.queryOptions({ id: priceListId }));
  const show = (opened: "copy" | undefined) =>
    void navigate({ to: ".", search: (before) => ({ ...before, sheet: opened }) });
  return (
    <>
      <PriceListHead list={list} onCopy={() => show("copy")} onRemoved={() => navigate({ to: "/price-lists" })} />
      <Outlet />
      <Sheet title={pricingText.create.title} opened={sheet === "copy" && mayWrite} onClose={() => show(undefined)}>
        <NewPriceList
          copyOf={list}
          onDone={(id) => void navigate({ to: "/price-lists/$priceListId", params: { priceListId: id } })}
          onCancel={() => show(undefined)}
        />
      </Sheet>
    </>
  );
}
