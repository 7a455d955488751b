import { type AdminRouter, createAdminClient } from "@clientele/client";
import { createQueryClient } from "@clientele/ui/queryClient.ts";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";

export type Inputs = inferRouterInputs<AdminRouter>;
export type Outputs = inferRouterOutputs<AdminRouter>;

export const queryClient = createQueryClient();
/** For what is no query of a screen: exact calls, such as those repeated after a password proof. */
export const client = createAdminClient({ url: "/trpc" });
export const trpc = createTRPCOptionsProxy<AdminRouter>({ client, queryClient });
