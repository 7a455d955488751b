import { useDebouncedCallback } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { trpc } from "../trpc.ts";
import { type CartLine, takeCart } from "../useCart.ts";

export interface Quantities {
  /** The quantity as the shopper set it, whether or not the server knows it already. */
  of: (line: CartLine) => number;
  set: (lineId: string, quantity: number) => void;
  /** True while some quantity is not counted into the sums yet. */
  pending: boolean;
  failure: unknown;
}

/** Quantities that change at once on the page and a moment later at the server, one after the other. */
export function useQuantities(): Quantities {
  const [wanted, setWanted] = useState<ReadonlyMap<string, number>>(new Map());
  const unsent = useRef(new Map<string, number>());
  const settle = (lineId: string, quantity: number) =>
    setWanted((before) => {
      // A later wish of the same line stays.
      if (before.get(lineId) !== quantity) return before;
      const after = new Map(before);
      after.delete(lineId);
      return after;
    });
  const change = useMutation(
    trpc.cart.setQuantity.mutationOptions({
      scope: { id: "cart.quantities" },
      meta: { invalidates: [] },
      onSuccess: takeCart,
      onSettled: (_cart, _error, { lineId, quantity }) => settle(lineId, quantity),
    }),
  );
  const send = useDebouncedCallback(
    () => {
      for (const [lineId, quantity] of unsent.current) change.mutate({ lineId, quantity });
      unsent.current.clear();
    },
    { delay: 300, flushOnUnmount: true },
  );
  return {
    of: (line) => wanted.get(line.id) ?? line.quantity,
    set: (lineId, quantity) => {
      unsent.current.set(lineId, quantity);
      setWanted((before) => new Map(before).set(lineId, quantity));
      send();
    },
    pending: wanted.size > 0,
    failure: change.error,
  };
}
