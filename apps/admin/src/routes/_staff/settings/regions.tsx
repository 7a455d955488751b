import { idOf } from "@clientele/domain/ids";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { lazy } from "react";
import { z } from "zod";
import { type RegionSheet, RegionsPage } from "../../../catalogue/RegionsPage.tsx";
import { useCan } from "../../../me.ts";
import { needs } from "../../../needs.ts";
import { choiceParam } from "../../../searchParams.ts";
import { Sheet } from "../../../Sheet.tsx";
import { regionsText } from "../../../text/catalogue.ts";
import { trpc } from "../../../trpc.ts";

const regionForms = () => import("../../../catalogue/EditRegion.tsx");
const NewRegion = lazy(async () => ({ default: (await regionForms()).NewRegion }));
const EditRegion = lazy(async () => ({ default: (await regionForms()).EditRegion }));
const shippingForms = () => import("../../../catalogue/EditShippingOption.tsx");
const NewShippingOption = lazy(async () => ({ default: (await shippingForms()).NewShippingOption }));
const EditShippingOption = lazy(async () => ({ default: (await shippingForms()).EditShippingOption }));
const t = regionsText;
/** Which sheet is open, and over what. */
const Search = z.object({
  sheet: choiceParam(["new", "edit", "new-shipping"]),
  region: idOf("region").optional().catch(undefined),
  option: idOf("shippingOption").optional().catch(undefined),
});

export const Route = createFileRoute("/_staff/settings/regions")({
  validateSearch: (search) => Search.parse(search),
  beforeLoad: ({ context }) => needs(context.me, "catalogue.read"),
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(trpc.regions.list.queryOptions());
  },
  component: Regions,
});

function Regions() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const can = useCan();
  const writes = can("catalogue.write");
  const { data: regions } = useQuery(trpc.regions.list.queryOptions());
  const region = regions?.find(({ id }) => id === search.region);
  const { data: option } = useQuery({
    ...trpc.shippingOptions.get.queryOptions({ id: search.option ?? "" }),
    enabled: search.option !== undefined && writes,
  });
  const onSheet = (next: RegionSheet) => void navigate({ search: next });
  const close = () => void navigate({ search: {}, replace: true });
  const isOpen = (sheet: RegionSheet["sheet"]) => writes && search.sheet === sheet;
  return (
    <>
      <RegionsPage onSheet={onSheet} />
      <Sheet title={t.form.newTitle} opened={isOpen("new")} onClose={close}>
        <NewRegion onDone={close} />
      </Sheet>
      <Sheet
        title={t.form.editTitle(region?.name ?? "")}
        opened={isOpen("edit") && region !== undefined}
        onClose={close}
      >
        {region !== undefined && <EditRegion key={region.id} region={region} onDone={close} />}
      </Sheet>
      <Sheet
        title={t.options.newTitle(region?.name ?? "")}
        opened={isOpen("new-shipping") && region !== undefined}
        onClose={close}
      >
        {region !== undefined && <NewShippingOption key={region.id} region={region} onDone={close} />}
      </Sheet>
      <Sheet
        title={t.options.editTitle(option?.name ?? "")}
        opened={writes && search.option !== undefined && option !== undefined}
        onClose={close}
      >
        {option !== undefined && <EditShippingOption key={option.id} option={option} onDone={close} />}
      </Sheet>
    </>
  );
}
