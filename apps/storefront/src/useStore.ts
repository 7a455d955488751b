import { useSuspenseQuery } from "@tanstack/react-query";
import { type Outputs, trpc } from "./trpc.ts";

/** What the store says of itself. */
export const useStore = (): Outputs["store"]["get"] => useSuspenseQuery(trpc.store.get.queryOptions()).data;
