import { useSuspenseQuery } from "@tanstack/react-query";
import { type Outputs, trpc } from "./trpc.ts";

export type Me = NonNullable<Outputs["account"]["me"]>;

/** Who is signed in in this browser, or null. */
export const useMe = (): Me | null => useSuspenseQuery(trpc.account.me.queryOptions()).data;
