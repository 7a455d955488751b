import { problemOf } from "@clientele/ui/problem.ts";
import { problemText } from "@clientele/ui/problemText.ts";
import { text as uiText } from "@clientele/ui/text.ts";
import { NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { cartText } from "../text/cart.ts";
import { type Outputs, queryClient, trpc } from "../trpc.ts";
import { takeCart, useCartIfKnown } from "../useCart.ts";

const t = cartText;
// Only who chooses needs to be told.
const tell = (message: string) =>
  void import("@clientele/ui/undoToast.tsx").then(({ doneToast }) => doneToast(message));

/** Where the goods go and in which money; a store with one region has nothing to choose. */
export function RegionChoice({ regions }: { regions: Outputs["store"]["get"]["regions"] }) {
  const cart = useCartIfKnown();
  const [wanted, setWanted] = useState<string | null>(null);
  const choose = useMutation(
    trpc.cart.setRegion.mutationOptions({
      onSettled: () => setWanted(null),
      // Other prices, other ways of shipping.
      meta: { invalidates: ["catalogue", "checkout"] },
      onSuccess: async (chosen) => {
        await takeCart(chosen);
        // Pages that are not in sight must not show the old prices for a moment either.
        queryClient.removeQueries({ ...trpc.catalogue.pathFilter(), type: "inactive" });
        tell(t.regionChosen(chosen.region.name));
      },
      onError: (error) => {
        const problem = problemOf(error);
        tell(problem === null ? uiText.problem.lost : problemText(problem));
      },
    }),
  );
  if (regions.length < 2 || cart === null) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t.region}
      data={regions.map(({ id, name, currency }) => ({ value: id, label: t.regionOf(name, currency) }))}
      value={wanted ?? cart.region.id}
      onChange={({ currentTarget: { value } }) => {
        setWanted(value);
        choose.mutate({ regionId: value });
      }}
    />
  );
}
