import { skipToken, useQuery } from "@tanstack/react-query";
import { type Outputs, queryClient } from "./trpc.ts";

type Placed = Outputs["checkout"]["placeOrder"];

const keyOf = (number: number | null) => ["placed", number] as const;

/** Keeps what the checkout answered in the memory of this page, since a guest cannot read the order again. */
export const keepPlaced = (placed: Placed): void => {
  queryClient.setQueryData(keyOf(placed.order.number), placed);
};

/** The order that was just placed here; null after the page was loaded anew. */
export const usePlaced = (number: number | null): Placed | null =>
  useQuery<Placed>({ queryKey: keyOf(number), queryFn: skipToken, staleTime: Infinity }).data ?? null;
