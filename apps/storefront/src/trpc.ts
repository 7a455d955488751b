import { createShopClient, type ShopRouter } from "@clientele/client";
import { createQueryClient } from "@clientele/ui/queryClient.ts";
import type { inferRouterOutputs } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";

export type Outputs = inferRouterOutputs<ShopRouter>;

export const queryClient = createQueryClient();
/** For calls that belong to no screen, such as the password proof. */
export const client = createShopClient({ url: "/trpc" });
export const trpc = createTRPCOptionsProxy<ShopRouter>({ client, queryClient });
